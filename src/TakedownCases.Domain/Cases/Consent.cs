namespace TakedownCases.Domain.Cases;

/// <summary>What a person can allow us to do, one by one (practice P12, P15).</summary>
public enum ConsentAction
{
    /// <summary>Write to the platforms named in the filing.</summary>
    NotifyPlatforms,

    /// <summary>Pass the places on to the hotline for this kind of material.</summary>
    TellHotline,

    /// <summary>Pass what was filed on to the police.</summary>
    TellPolice,

    /// <summary>Complain to the authority in charge, where a platform does not do what the law asks.</summary>
    TellAuthority,

    /// <summary>Contact the person in the way they chose.</summary>
    Contact,
}

/// <summary>One consent for one action: who gave it, until when; withdrawal stops what is queued.</summary>
public sealed class Consent
{
    private Consent()
    {
    }

    internal Consent(CaseId caseId, ConsentAction action, DateTimeOffset givenAt)
    {
        CaseId = caseId;
        Id = ConsentId.New(givenAt);
        Action = action;
        GivenAt = givenAt;
    }

    public CaseId CaseId { get; private set; }

    public ConsentId Id { get; private set; }

    public ConsentAction Action { get; private set; }

    public DateTimeOffset GivenAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public bool IsInForce => WithdrawnAt is null;

    internal void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;
}
