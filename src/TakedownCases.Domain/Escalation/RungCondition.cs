namespace TakedownCases.Domain.Escalation;

/// <summary>What the place of a clock, or the platform behind it, must be for a rung to apply.</summary>
public enum RungCondition
{
    /// <summary>The notice went to a site that the directory does not know, so that its host is somebody else to ask.</summary>
    UnlistedSite,

    /// <summary>The place is a web address, which others than the platform can act on too.</summary>
    WebAddress,

    /// <summary>A search engine may show the place: the platform is none itself, and nobody has said that it is hidden there.</summary>
    InSearch,

    /// <summary>Staff have recorded through whose network the site is delivered.</summary>
    CdnKnown,

    /// <summary>Staff have recorded where the site's name is registered.</summary>
    RegistrarKnown,
}
