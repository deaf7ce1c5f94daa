using TakedownCases.Data;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Referrals;

/// <summary>
/// Records that a person handed the case over, outside the program, exactly as shown: with consent, or under a duty that one person may
/// follow. Otherwise it is put before a second person (practice P12). To whom only the person can turn nothing is passed on at all.
/// </summary>
public sealed class MakeReferral(
    TakedownDbContext db, OpenCase opener, ReferralForms forms, ReferralChange change, ReportingDuties duties, TellPerson telling,
    CaseClockBook clocks, StaffSession session, TimeProvider clock)
{
    private static readonly Refusal TextChanged = new("text-changed", "What would be passed on has changed since it was shown.");

    public async Task<VerbResult> HandleAsync(string number, ReferralInput input, CancellationToken cancellationToken)
    {
        if (!CasePermissions.May(session.Viewer, CaseAction.TellHotline))
        {
            return VerbResult.Forbidden;
        }

        var opening = await opener.HandleAsync(number, "referral", cases => cases, cancellationToken);
        if (opening is not { Status: OpeningStatus.Open, Reading: { } reading } || forms.To(input) is not { } to)
        {
            return opening.Status == OpeningStatus.AskWhy ? new VerbResult(VerbStatus.Refused, "purpose") : VerbResult.Gone;
        }

        if (input.Preview)
        {
            return new VerbResult(VerbStatus.Refused, "preview", "");
        }

        if (Problem(input, to) is { } problem)
        {
            return problem;
        }

        var isProposal = opening.Case is { } shown && IsProposal(input, DutyOf(shown, input));
        var result = await change.AddAsync(
            number,
            input,
            async (subject, by, now) =>
            {
                if (to.OnlyByPerson)
                {
                    return Mention(subject, to, input, by, now);
                }

                var facts = await forms.FactsAsync(subject, to, input, reading, now, cancellationToken);
                if (facts.Reference == default || ReferralForms.PrintOf(ReferralText.Of(facts, input.Items)) != input.Print)
                {
                    return TextChanged;
                }

                var draft = Draft(subject, facts, to, input, reading);
                return IsProposal(input, draft.Duty) ? Propose(subject, draft, input, by, now) : Make(subject, draft, to, input, reading, by, now);
            },
            cancellationToken);
        return result switch
        {
            { Status: VerbStatus.Refused, Code: { } code } when ReferralAnswers.FieldOf(code) is var (error, field) => new VerbResult(VerbStatus.Refused, error, field),
            { Status: VerbStatus.Done } => VerbResult.Noticed(to.OnlyByPerson ? "mentioned" : isProposal ? "proposed" : "made"),
            _ => result,
        };
    }

    private VerbResult? Problem(ReferralInput input, Authority to)
    {
        if (TypedTime.Read(input.MadeAt, session.Zone, clock.Now()) is null)
        {
            return new VerbResult(VerbStatus.Refused, "time", nameof(ReferralInput.MadeAt));
        }

        if (to.OnlyByPerson)
        {
            return null;
        }

        var (reason, wrongReason) = ReferralForms.Read(input.Reason, FilingLimits.WordsLength);
        var (whom, wrongWhom) = ReferralForms.Read(input.Whom, FilingLimits.ShortLength);
        var field = string.IsNullOrEmpty(input.Ground) ? (nameof(ReferralInput.Ground), "ground")
            : ReferralForms.Read(input.Theirs, FilingLimits.ShortLength).Problem is { } theirs ? (nameof(ReferralInput.Theirs), theirs)
            : wrongWhom is not null || (to.Id == AuthorityDirectory.Other && whom is null) ? (nameof(ReferralInput.Whom), wrongWhom ?? "who")
            : wrongReason is not null || (input.Ground != ReferralInput.Consent && reason is null) ? (nameof(ReferralInput.Reason), wrongReason ?? "reason")
            : ReferralForms.Read(input.WhyNotTold, FilingLimits.WordsLength).Problem is { } why ? (nameof(ReferralInput.WhyNotTold), why)
            : ((string, string)?)null;
        return field is var (name, code) ? new VerbResult(VerbStatus.Refused, code, name) : null;
    }

    private Outcome Mention(TakedownCase subject, Authority to, ReferralInput input, Actor by, DateTimeOffset now)
    {
        if (!subject.IsOpen || !ReferralReference.TryParse(input.Reference, out var reference))
        {
            return CaseRefusals.NotOpen;
        }

        var at = TypedTime.Read(input.MadeAt, session.Zone, now) ?? now;
        if (Instants.Minute(at) < Instants.Minute(subject.FiledAt))
        {
            return CaseRefusals.BeforeFiling;
        }

        var mentioned = Referral.Mention(subject.Id, reference, to, subject.Track, subject.Language, at, by, now);
        if (!mentioned.IsDone)
        {
            return mentioned.Refusal;
        }

        db.Referrals.Add(mentioned.Value);
        return Outcome.Done;
    }

    private ReferralDraft Draft(TakedownCase subject, ReferralFacts facts, Authority to, ReferralInput input, CaseReading reading)
    {
        var details = reading.OpenRecord<CaseDetails>(SealedFields.CaseDetails(subject.Id), subject.Details) ?? new CaseDetails();
        var duty = DutyOf(subject, input);
        var ground = input.Ground switch
        {
            ReferralInput.Consent => ReferralGround.Consent,
            ReferralInput.TwoPeople => ReferralGround.TwoPeople,
            _ => ReferralGround.Duty,
        };
        var reason = ground == ReferralGround.Consent ? null : ReferralForms.Read(input.Reason, FilingLimits.WordsLength).Text;
        return new ReferralDraft(subject.Id, facts, input.Items, ground, duty, details.Filer)
        {
            Reason = ground != ReferralGround.Consent && WhyNotTold(input) is { } silent ? $"{reason}\n\n{silent}" : reason,
            Whom = to.Id == AuthorityDirectory.Other ? ReferralForms.Read(input.Whom, FilingLimits.ShortLength).Text : null,
        };
    }

    private Outcome Make(
        TakedownCase subject, ReferralDraft draft, Authority to, ReferralInput input, CaseReading reading, Actor by, DateTimeOffset now)
    {
        var theirs = ReferralForms.Read(input.Theirs, FilingLimits.ShortLength).Text;
        var madeAt = TypedTime.Read(input.MadeAt, session.Zone, now) ?? now;
        var made = Referral.Make(draft, subject.HadConsent(to.Consent, madeAt), madeAt, theirs, by, now);
        if (!made.IsDone)
        {
            return made.Refusal;
        }

        var told = subject.Refer(
            new Handover(to.Consent, to.Id, madeAt)
            {
                IsFirstStep = to.IsHotlineOrPolice, Reference = theirs, Duty = draft.Duty?.Id, Referral = made.Value.Id,
            },
            clocks.Start,
            by,
            now);
        if (!told.IsDone)
        {
            return told;
        }

        db.Referrals.Add(made.Value);
        return telling.Of(subject, made.Value, whom: null, reading, by, now);
    }

    private ReferralDuty? DutyOf(TakedownCase subject, ReferralInput input)
        => duties.For(subject.Track == Track.Minor).FirstOrDefault(known => known.Id == input.Ground)?.Rule;

    // Under a duty one person may act alone, unless it asks for two or the person is not to be told.
    private static bool IsProposal(ReferralInput input, ReferralDuty? duty)
        => input.Ground == ReferralInput.TwoPeople || duty?.People == 2 || (input.Ground != ReferralInput.Consent && WhyNotTold(input) is not null);

    private Outcome Propose(TakedownCase subject, ReferralDraft draft, ReferralInput input, Actor by, DateTimeOffset now)
    {
        var proposed = Referral.Propose(draft, tellPerson: WhyNotTold(input) is null, by, now);
        if (!proposed.IsDone)
        {
            return proposed.Refusal;
        }

        if (!subject.IsOpen)
        {
            return CaseRefusals.NotOpen;
        }

        db.Referrals.Add(proposed.Value);
        return subject.RaiseTask(new NewTask(TaskKind.DecideReferral, TaskFor.Supervisors, now, Referral: proposed.Value.Id), by, now);
    }

    private static string? WhyNotTold(ReferralInput input) => ReferralForms.Read(input.WhyNotTold, FilingLimits.WordsLength).Text;
}
