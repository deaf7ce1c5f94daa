using TakedownCases.Data.Referrals;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Referrals;

/// <summary>
/// The second person on a disclosure without consent: agrees to exactly what is shown, or does not. The person is told in the same
/// transaction, unless both agreed that it would endanger them (practice P12).
/// </summary>
public sealed class DecideReferral(
    OpenCase opener, ReferralChange change, AuthorityDirectory directory, CaseClockBook clocks, Languages languages,
    T texts, StaffSession session)
{
    public async Task<VerbResult> HandleAsync(ReferralPath path, ReferralStepInput input, bool agrees, CancellationToken cancellationToken)
    {
        if (!CasePermissions.May(session.Viewer, CaseAction.DecideReferral))
        {
            return VerbResult.Forbidden;
        }

        var opening = await opener.HandleAsync(path.Number, "referral", cases => cases, cancellationToken);
        if (opening is not { Status: OpeningStatus.Open, Reading: { } reading })
        {
            return opening.Status == OpeningStatus.AskWhy ? new VerbResult(VerbStatus.Refused, "purpose") : VerbResult.Gone;
        }

        var result = await change.RunAsync(
            path, input, (loaded, by, now) => agrees ? Agree(loaded, input, reading, by, now) : Refuse(loaded, by, now), cancellationToken);
        return result.Status == VerbStatus.Done ? VerbResult.Noticed(agrees ? "agreed" : "not-agreed") : result;
    }

    private Outcome Agree(LoadedReferral loaded, ReferralStepInput input, CaseReading reading, Actor by, DateTimeOffset now)
    {
        var (subject, referral) = loaded;
        var text = reading.Open(SealedFields.ReferralText(referral.Id), referral.Text);
        if (text is null || directory.Find(referral.Authority) is not { } to || ReferralForms.PrintOf(text) != input.Print || referral.Track != subject.Track)
        {
            return new Refusal("text-changed", "The case or the text has changed since it was shown.");
        }

        var agreed = referral.Agree(text, theirs: null, now, by, now);
        if (!agreed.IsDone)
        {
            return agreed;
        }

        var told = subject.Refer(to.Consent, to.Id, reference: null, duty: null, twoPeople: true, clocks.Start, by, now);
        if (!told.IsDone)
        {
            return told;
        }

        subject.EndTasks(TaskKind.DecideReferral, by, now);
        return referral.TellPerson && subject.Keys.Any(key => key.EndedAt is null) ? TellPerson(subject, to, reading, by, now) : Outcome.Done;
    }

    // @keys referrals.message.*
    private Outcome TellPerson(TakedownCase subject, Authority to, CaseReading reading, Actor by, DateTimeOffset now)
    {
        var details = reading.OpenRecord<CaseDetails>(SealedFields.CaseDetails(subject.Id), subject.Details);
        var voice = subject.Track == Track.Minor && details?.AdultToday != true ? "minor" : "adult";
        var own = texts.In(languages.Find(subject.Language) ?? Languages.English);
        var written = subject.WriteMessage(own["referrals.message." + voice, ("name", to.Name)], by, clocks.Start, now);
        return written.IsDone ? Outcome.Done : written.Refusal;
    }

    private static Outcome Refuse(LoadedReferral loaded, Actor by, DateTimeOffset now)
    {
        if (loaded.Referral.State != ReferralState.Proposed)
        {
            return ReferralRefusals.NotWaiting;
        }

        if (by.Staff == loaded.Referral.ProposedBy)
        {
            return ReferralRefusals.NeedsSecondPerson;
        }

        loaded.Case.EndTasks(TaskKind.DecideReferral, by, now);
        return loaded.Referral.Withdraw("not-agreed", words: null, by, now);
    }
}
