using TakedownCases.Data.Referrals;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Referrals;

/// <summary>
/// The second person on a disclosure without consent: agrees that exactly what is shown may be handed over, or does not. That
/// somebody hands it over is a task from then on; nothing has left yet (practice P12).
/// </summary>
public sealed class DecideReferral(OpenCase opener, ReferralChange change, AuthorityDirectory directory, StaffSession session)
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
        if (!subject.IsOpen && referral.Ground != ReferralGround.Duty)
        {
            return CaseRefusals.NotOpen;
        }

        if (directory.Find(referral.Authority) is not { } to || ReferralForms.TextAsShown(loaded, input, reading) is not { } text)
        {
            return ReferralForms.TextChanged;
        }

        var agreed = referral.Agree(text, to, subject.Places, by, now);
        if (!agreed.IsDone)
        {
            return agreed;
        }

        subject.EndReferralTasks(referral.Id, by, now, TaskKind.DecideReferral);
        var due = now + HandOverReferral.Within(subject.Severity);
        if (subject.Severity == Severity.Imminent)
        {
            subject.AskAfterwards(new NewTask(TaskKind.HandOver, TaskFor.Supervisors, due, Referral: referral.Id), by, now);
        }

        return subject.AskAfterwards(new NewTask(TaskKind.HandOver, TaskFor.Holder, due, Referral: referral.Id), by, now);
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

        loaded.Case.EndReferralTasks(loaded.Referral.Id, by, now, TaskKind.DecideReferral);
        return loaded.Referral.Withdraw("not-agreed", words: null, by, now);
    }
}
