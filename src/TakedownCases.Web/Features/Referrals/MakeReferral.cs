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
/// Records that a person handed the case over, outside the program, exactly as shown: with consent or under a duty. Without either,
/// it is put before a second person (practice P12).
/// </summary>
public sealed class MakeReferral(
    TakedownDbContext db, OpenCase opener, ReferralForms forms, ReferralChange change, ReportingDuties duties, CaseClockBook clocks,
    StaffSession session, TimeProvider clock)
{
    private const string Consent = "consent";
    private const string TwoPeople = "two-people";

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

        var result = await change.AddAsync(
            number, input, (subject, by, now) => MakeAsync(subject, to, input, reading, by, now, cancellationToken), cancellationToken);
        return result switch
        {
            { Status: VerbStatus.Refused, Code: { } code } when code == TextChanged.Code => result with { Field = nameof(ReferralInput.Items) },
            { Status: VerbStatus.Refused, Code: "referral.no-consent" or "consent.none" } => new VerbResult(VerbStatus.Refused, "ground", nameof(ReferralInput.Ground)),
            { Status: VerbStatus.Refused, Code: "referral.not-allowed" } => new VerbResult(VerbStatus.Refused, "not-theirs", nameof(ReferralInput.Items)),
            { Status: VerbStatus.Done } => VerbResult.Noticed(input.Ground == TwoPeople ? "proposed" : "made"),
            _ => result,
        };
    }

    private VerbResult? Problem(ReferralInput input, Authority to)
    {
        var isTwo = input.Ground == TwoPeople;
        var field = string.IsNullOrEmpty(input.Ground) ? (nameof(ReferralInput.Ground), "ground")
            : TypedTime.Read(input.MadeAt, session.Zone, clock.Now()) is null ? (nameof(ReferralInput.MadeAt), "time")
            : ReferralForms.Read(input.Theirs, FilingLimits.ShortLength).Problem is { } theirs ? (nameof(ReferralInput.Theirs), theirs)
            : ReferralForms.Read(input.Reason, FilingLimits.WordsLength) is var (reason, wrong) && (wrong is not null || (isTwo && reason is null))
                ? (nameof(ReferralInput.Reason), wrong ?? "reason")
            : ReferralForms.Read(input.WhyNotTold, FilingLimits.WordsLength).Problem is { } why ? (nameof(ReferralInput.WhyNotTold), why)
            : to.Id == AuthorityDirectory.Other && !isTwo && string.IsNullOrWhiteSpace(input.Theirs) ? (nameof(ReferralInput.Theirs), "who")
            : ((string, string)?)null;
        return field is var (name, code) ? new VerbResult(VerbStatus.Refused, code, name) : null;
    }

    private async Task<Outcome> MakeAsync(
        TakedownCase subject, Authority to, ReferralInput input, CaseReading reading, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!subject.IsOpen)
        {
            return CaseRefusals.NotOpen;
        }

        var facts = await forms.FactsAsync(subject, to, input, reading, now, cancellationToken);
        if (facts.Reference == default || ReferralForms.PrintOf(ReferralText.Of(facts, input.Items)) != input.Print)
        {
            return TextChanged;
        }

        var duty = input.Ground is Consent or TwoPeople ? null : input.Ground;
        if (duty is not null && duties.For(subject.Track == Track.Minor).All(known => known.Id != duty))
        {
            return ReferralRefusals.NoConsent;
        }

        var details = reading.OpenRecord<CaseDetails>(SealedFields.CaseDetails(subject.Id), subject.Details) ?? new CaseDetails();
        var ground = input.Ground == TwoPeople ? ReferralGround.TwoPeople : duty is null ? ReferralGround.Consent : ReferralGround.Duty;
        var draft = new ReferralDraft(subject.Id, facts, input.Items, ground, duty, details.Filer);
        return ground == ReferralGround.TwoPeople ? Propose(subject, draft, input, by, now) : Make(subject, draft, to, input, by, now);
    }

    private Outcome Make(TakedownCase subject, ReferralDraft draft, Authority to, ReferralInput input, Actor by, DateTimeOffset now)
    {
        var theirs = ReferralForms.Read(input.Theirs, FilingLimits.ShortLength).Text;
        var madeAt = TypedTime.Read(input.MadeAt, session.Zone, now) ?? now;
        var made = Referral.Make(draft, subject.HasConsent(to.Consent), madeAt, theirs, by, now);
        if (!made.IsDone)
        {
            return made.Refusal;
        }

        var told = subject.Refer(to.Consent, to.Id, theirs, draft.Duty, twoPeople: false, clocks.Start, by, now);
        if (told.IsDone)
        {
            db.Referrals.Add(made.Value);
        }

        return told;
    }

    private Outcome Propose(TakedownCase subject, ReferralDraft draft, ReferralInput input, Actor by, DateTimeOffset now)
    {
        var reason = ReferralForms.Read(input.Reason, FilingLimits.WordsLength).Text ?? "";
        var silent = ReferralForms.Read(input.WhyNotTold, FilingLimits.WordsLength).Text;
        var proposed = Referral.Propose(draft, silent is null ? reason : $"{reason}\n\n{silent}", tellPerson: silent is null, by, now);
        if (!proposed.IsDone)
        {
            return proposed.Refusal;
        }

        db.Referrals.Add(proposed.Value);
        return subject.RaiseTask(new NewTask(TaskKind.DecideReferral, TaskFor.Supervisors, now), by, now);
    }
}
