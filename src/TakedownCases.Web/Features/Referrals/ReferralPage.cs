using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Referrals;
using TakedownCases.Web.Features.Referrals.Directory;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Referrals;

/// <summary>Everything a case was handed to, and the packs made ready.</summary>
public sealed record ReferralsPage(
    string Number,
    Track Track,
    bool IsOpen,
    bool MayRefer,
    DateTimeOffset? HotlineToldAt,
    IReadOnlyList<ReferralLine> Referrals,
    IReadOnlyList<PackLine> Packs,
    bool MayPack,
    IReadOnlyList<ReferralTask> Asked,
    CaseBar Bar,
    DateTimeOffset Now)
{
    public Guid NextCommand() => CommandId.New(Now).Value;
}

public sealed record ReferralLine(string Reference, string To, ReferralState State, ReferralGround Ground, DateTimeOffset At, DateTimeOffset? MovedAt);

/// <summary>What is owed to somebody about one referral until a person says that it is done.</summary>
public sealed record ReferralTask(string Number, TaskId Id, TaskKind Kind, string Reference, string To, Guid Command);

public sealed record PackLine(Guid Id, string To, string? Basis, string Notice, DateTimeOffset MadeAt, bool BySweep);

/// <summary>Whom one can hand the case to: the near ones, and all others behind a fold.</summary>
public sealed record ChoosePage(
    string Number,
    Track Track,
    string? Country,
    bool HasConsent,
    bool HasPoliceConsent,
    bool HasAuthorityConsent,
    DateTimeOffset? ToldAt,
    TaskId? Asked,
    IReadOnlyList<Authority> Near,
    IReadOnlyList<Authority> Others,
    IReadOnlyDictionary<string, LastCheck> Checks,
    CaseBar Bar,
    DateTimeOffset Now)
{
    /// <summary>The person's consent names it; whoever is named by hand is named by none.</summary>
    public bool Agreed(Authority authority) => authority.Id != AuthorityDirectory.Other && !authority.OnlyByPerson && authority.Consent switch
    {
        ConsentAction.TellHotline => HasConsent,
        ConsentAction.TellPolice => HasPoliceConsent,
        _ => HasAuthorityConsent,
    };

    public Guid NextCommand() => CommandId.New(Now).Value;
}

/// <summary>The form on which one chooses what is passed on, and records that it was.</summary>
public sealed record MakePage
{
    public required string Number { get; init; }

    public required Track Track { get; init; }

    public required Authority To { get; init; }

    /// <summary>In force now.</summary>
    public required bool HasConsent { get; init; }

    /// <summary>It was in force once: what was handed over then rests on it.</summary>
    public required bool HadConsent { get; init; }

    public required CaseBar Bar { get; init; }

    public required LastCheck? Check { get; init; }

    /// <summary>Duties that compel us to tell this one of this person.</summary>
    public required IReadOnlyList<ReportingDuty> Duties { get; init; }

    public required IReadOnlyList<PassedItem> Allowed { get; init; }

    public required IReadOnlyList<ReferredPlace> Places { get; init; }

    /// <summary>What would be passed on, word for word.</summary>
    public required string Text { get; init; }

    public required string Print { get; init; }

    public required ReferralInput Input { get; init; }

    public required string Zone { get; init; }

    public required DateTimeOffset Now { get; init; }

    public Guid NextCommand() => CommandId.New(Now).Value;
}

/// <summary>One referral: what was passed on, by what right, what they did.</summary>
public sealed record ReferralPage
{
    public required string Number { get; init; }

    public required Referral Referral { get; init; }

    public required Authority? To { get; init; }

    public required string? Text { get; init; }

    public required string Print { get; init; }

    public required string? Reason { get; init; }

    public required string? Theirs { get; init; }

    public required string? Words { get; init; }

    public required IReadOnlyList<int> Places { get; init; }

    public required IReadOnlyDictionary<StaffId, string> Names { get; init; }

    /// <summary>Laws whose clocks their act may start.</summary>
    public required IReadOnlyList<LegalBasis> Bases { get; init; }

    public required IReadOnlyList<CaseClock> Clocks { get; init; }

    public required string? Duty { get; init; }

    public required CaseBar Bar { get; init; }

    /// <summary>Who it is, where the directory does not know them.</summary>
    public required string? Whom { get; init; }

    /// <summary>Numbers of what it names and the person has taken back: it cannot be handed over as it is.</summary>
    public required IReadOnlyList<int> TakenBack { get; init; }

    /// <summary>The person reads on their own pages what we write to them, and nobody else does.</summary>
    public required bool ReachesPerson { get; init; }

    public required IReadOnlyList<ReferralTask> Asked { get; init; }

    public required bool MayAct { get; init; }

    public required bool MayHandOver { get; init; }

    /// <summary>The person stopped everything.</summary>
    public required bool IsWithdrawn { get; init; }

    public required bool MayTakeBack { get; init; }

    public required bool MayDecide { get; init; }

    public required ReferralStepInput Input { get; init; }

    public required string Zone { get; init; }

    public required DateTimeOffset Now { get; init; }

    public IEnumerable<ReferralState> Next => ReferralStates.Steps.Where(step => ReferralStates.MayFollow(Referral.State, step));

    public string At(string part) => $"{new ReferralPath(Number, Referral.Reference.Value)}/{part}";

    public string? Name(StaffId? staff) => staff is { } id ? Names.GetValueOrDefault(id) : null;

    public Guid NextCommand() => CommandId.New(Now).Value;
}
