using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Referrals;

/// <summary>How a referral begins, and what stands in its way.</summary>
public sealed partial class Referral
{
    /// <summary>
    /// Handed over with consent, or under a duty that one person may follow. Refuses what the track, the filer or practice P5 forbid;
    /// <paramref name="madeAt"/> is when a person did it, and <paramref name="hadConsent"/> whether the consent was in force then.
    /// </summary>
    public static Outcome<Referral> Make(ReferralDraft draft, bool hadConsent, DateTimeOffset madeAt, string? theirs, Actor by, DateTimeOffset now)
    {
        if ((Problem(draft) ?? NoGround(draft, hadConsent)) is { } problem)
        {
            return problem;
        }

        var referral = Written(draft, now);
        referral.Pass(theirs, madeAt, second: null, by, now);
        return referral;
    }

    /// <summary>
    /// Without consent, or under a duty of which two people decide: one person proposes, with a reason; nothing is passed on yet.
    /// </summary>
    public static Outcome<Referral> Propose(ReferralDraft draft, bool tellPerson, Actor by, DateTimeOffset now)
    {
        if (Problem(draft) is { } problem)
        {
            return problem;
        }

        if (draft.Ground is not (ReferralGround.TwoPeople or ReferralGround.Duty))
        {
            return ReferralRefusals.NoConsent;
        }

        if (string.IsNullOrWhiteSpace(draft.Reason))
        {
            return ReferralRefusals.NoReason;
        }

        if (draft.Facts.Authority.Id == AuthorityDirectory.Other && string.IsNullOrWhiteSpace(draft.Whom))
        {
            return ReferralRefusals.NoName;
        }

        var referral = Written(draft, now);
        (referral.State, referral.ProposedBy, referral.TellPerson) = (ReferralState.Proposed, by.Staff, tellPerson);
        referral.Record(new ReferralProposed(
            by, now, referral.Id, referral.Reference, referral.Authority, referral.Ground, referral.Duty, referral.Text!, referral.Reason!, referral.Whom));
        return referral;
    }

    /// <summary>Only the person can turn to it: we told the person so, and pass nothing on. Needs no ground.</summary>
    public static Outcome<Referral> Mention(
        CaseId caseId, ReferralReference reference, Authority to, Track track, string language, DateTimeOffset at, Actor by, DateTimeOffset now)
    {
        if (!to.OnlyByPerson || !to.IsFor(track))
        {
            return ReferralRefusals.WrongTrack;
        }

        var referral = new Referral
        {
            CaseId = caseId,
            Id = ReferralId.New(now),
            Reference = reference,
            Authority = to.Id,
            Track = track,
            Language = language,
            Ground = ReferralGround.ByPerson,
            Consent = to.Consent,
            Items = "",
            State = ReferralState.Mentioned,
            MadeBy = by.Staff,
            MadeAt = at,
            CreatedAt = now,
        };
        referral.Record(new ReferralMentioned(by, now, referral.Id, reference, to.Id, at));
        return referral;
    }

    private static Referral Written(ReferralDraft draft, DateTimeOffset now) => new(draft, now)
    {
        Text = SealedText.Of(ReferralText.Of(draft.Facts, draft.Items)),
        Reason = SealedText.OfOptional(draft.Reason),
        Whom = SealedText.OfOptional(draft.Whom),
    };

    private static Refusal? NoGround(ReferralDraft draft, bool hadConsent) => draft.Ground switch
    {
        ReferralGround.Consent => draft.Facts.Authority.Id == AuthorityDirectory.Other ? ReferralRefusals.NeedsSecondPerson
            : hadConsent ? null : ReferralRefusals.NoConsent,
        ReferralGround.Duty => draft.Duty is not { People: 1 } ? ReferralRefusals.NeedsSecondPerson
            : string.IsNullOrWhiteSpace(draft.Reason) ? ReferralRefusals.NoReason : null,
        _ => ReferralRefusals.NeedsSecondPerson,
    };

    private static Refusal? Problem(ReferralDraft draft)
    {
        var (authority, track) = (draft.Facts.Authority, draft.Facts.Track);
        return !authority.IsFor(track) ? ReferralRefusals.WrongTrack
            : authority.OnlyByPerson ? ReferralRefusals.OnlyByPerson
            : draft.Items.Except(PassedItems.Allowed(authority, track)).Any() ? ReferralRefusals.NotTheirs
            : draft.Ground == ReferralGround.Duty && draft.Duty?.Compels(authority, draft.Facts.Country) != true ? ReferralRefusals.NoDuty
            : draft.Filer == FilerKind.Bystander && draft.Ground == ReferralGround.Consent && !authority.IsHotlineOrPolice ? ReferralRefusals.Bystander
            : null;
    }
}
