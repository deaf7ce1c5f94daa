using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Referrals;

/// <summary>What sort of body a case can be handed to.</summary>
public enum AuthorityKind
{
    /// <summary>Takes reports of illegal content and passes them on (practice P4).</summary>
    Hotline,

    /// <summary>Takes fingerprints of pictures, made on the person's own device; never a picture, never an address.</summary>
    HashService,

    Regulator,

    DataProtection,

    Police,

    /// <summary>A court, tribunal or committee that decides about one platform and one person.</summary>
    Tribunal,
}

/// <summary>What one turns to it for.</summary>
public enum AuthorityPurpose
{
    /// <summary>Material that shows the abuse of a child.</summary>
    ChildAbuseMaterial,

    /// <summary>Intimate pictures shared against somebody's will.</summary>
    IntimateImages,

    /// <summary>So that platforms know the picture when it comes again.</summary>
    Fingerprints,

    /// <summary>A crime, or danger.</summary>
    Crime,

    /// <summary>A platform did not do what the law asks.</summary>
    LawMissed,

    /// <summary>Use of personal data.</summary>
    PersonalData,

    Bullying,
}

/// <summary>One way to reach it; addresses are inert text.</summary>
public sealed record AuthorityChannel(string Kind, string? Where);

/// <summary>
/// A hotline, service, regulator, police force or tribunal as the directory knows it: for whom, for what, how, and how far the
/// record can be relied on. Data, never code.
/// </summary>
public sealed record Authority
{
    public required string Id { get; init; }

    /// <summary>Its own name, the same in every language.</summary>
    public required string Name { get; init; }

    public required AuthorityKind Kind { get; init; }

    /// <summary>Two capital letters, "EU", or "*" for everywhere.</summary>
    public required string Country { get; init; }

    public required IReadOnlyList<Track> Tracks { get; init; }

    public required IReadOnlyList<AuthorityPurpose> Purposes { get; init; }

    /// <summary>Languages it reads.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    public required AuthorityChannel Channel { get; init; }

    /// <summary>Only the person can turn to it: we tell them of it and pass nothing on.</summary>
    public required bool OnlyByPerson { get; init; }

    /// <summary>Which complaint pack is written for it; null for none.</summary>
    public PackForm? Pack { get; init; }

    /// <summary>Ids of the legal bases about which one complains here.</summary>
    public required IReadOnlyList<string> ComplaintsUnder { get; init; }

    /// <summary>Of these, the ids of those that ask that the platform had a complaint some time before, and are not about intimate images.</summary>
    public IReadOnlyList<string> WaitsUnder { get; init; } = [];

    /// <summary>Ids of the legal bases whose clocks start when it acts, or when it has our report.</summary>
    public required IReadOnlyList<string> ClocksUnder { get; init; }

    /// <summary>The day a source says that the record was checked; null when nobody has.</summary>
    public DateOnly? VerifiedOn { get; init; }

    /// <summary>What is not sure about the record; never empty while nobody has verified it.</summary>
    public required string Doubts { get; init; }

    /// <summary>The consent that names it (practice P12).</summary>
    public ConsentAction Consent => Kind switch
    {
        AuthorityKind.Hotline or AuthorityKind.HashService => ConsentAction.TellHotline,
        AuthorityKind.Police => ConsentAction.TellPolice,
        AuthorityKind.Regulator or AuthorityKind.DataProtection or AuthorityKind.Tribunal => ConsentAction.TellAuthority,
        _ => throw new InvalidOperationException($"Nobody knows which consent {Kind} needs."),
    };

    /// <summary>Handing over to it is the first step of the minor track (practice P4); whoever a person names by hand is no hotline.</summary>
    public bool IsHotlineOrPolice => Kind is AuthorityKind.Hotline or AuthorityKind.Police && Id != AuthorityDirectory.Other;

    /// <summary>
    /// On the minor track addresses go to hotlines and the police only (practice P5), and not to whoever a person names by hand;
    /// to a hash service never.
    /// </summary>
    public bool MayHaveAddresses(Track track)
        => Kind != AuthorityKind.HashService && (track == Track.Adult || IsHotlineOrPolice);

    public bool IsFor(Track track) => Tracks.Contains(track);

    /// <summary>Whether it is in charge there; bodies of the Union count for its members.</summary>
    public bool IsIn(string? country)
        => Country == AuthorityDirectory.Everywhere || Country == country
            || (Country == AuthorityDirectory.Union && country is not null && AuthorityDirectory.Members.Contains(country));
}

/// <summary>The complaint packs there are, one wording each.</summary>
public enum PackForm
{
    Ftc,
    Ofcom,
    ESafety,
    DsaCoordinator,
    GrievanceCommittee,
}
