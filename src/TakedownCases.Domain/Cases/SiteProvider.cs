namespace TakedownCases.Domain.Cases;

/// <summary>Who else keeps a site reachable, beside whoever runs it. The codes are also the channels of notices to them.</summary>
public enum ProviderRole
{
    /// <summary>Whose servers it stands on.</summary>
    Host,

    /// <summary>Through whose network it is delivered.</summary>
    Cdn,

    /// <summary>Where its name is registered.</summary>
    Registrar,
}

/// <summary>
/// What staff found out about a provider of a site, by hand and outside the product, sealed as one record.
/// <paramref name="Mail"/> and <paramref name="Form"/> are where it takes reports, as inert text; <paramref name="Country"/> is an
/// ISO 3166-1 alpha-2 code; <paramref name="FoundBy"/> says how it was found out.
/// </summary>
public sealed record ProviderDetails(string Name, string? Mail, string? Form, string? Country, string? FoundBy)
{
    /// <summary>Whether anything can be sent there.</summary>
    public bool CanBeReached => Mail is not null || Form is not null;
}

/// <summary>
/// Who hosts, delivers or registers one site of one case. The site is a keyed hash of its host name: nothing here says in clear
/// which one it is, and what one case knows of it no other case is shown.
/// </summary>
public sealed class SiteProvider
{
    private SiteProvider()
    {
        Site = null!;
    }

    internal SiteProvider(CaseId caseId, byte[] site, ProviderRole role, DateTimeOffset now)
    {
        CaseId = caseId;
        Id = ProviderId.New(now);
        Site = site;
        Role = role;
    }

    public CaseId CaseId { get; private set; }

    public ProviderId Id { get; private set; }

    public byte[] Site { get; private set; }

    public ProviderRole Role { get; private set; }

    public SealedText? Details { get; private set; }

    public StaffId? RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    internal void Tell(SealedText details, StaffId? by, DateTimeOffset now) => (Details, RecordedBy, RecordedAt) = (details, by, now);
}
