using TakedownCases.Data;
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
/// Records that a person handed over exactly what two people agreed to: only now does the hotline count as told, do clocks follow, and
/// is the person told in the same transaction (practice P12, P21).
/// </summary>
public sealed class HandOverReferral(
    OpenCase opener, ReferralChange change, AuthorityDirectory directory, TellPerson telling, CaseClockBook clocks, StaffSession session,
    TimeProvider clock)
{
    /// <summary>How soon it should be handed over once two people agreed.</summary>
    public static TimeSpan Within(Severity severity) => severity switch
    {
        Severity.Imminent => TimeSpan.FromMinutes(15),
        Severity.Urgent => TimeSpan.FromHours(4),
        _ => TimeSpan.FromHours(24),
    };

    public async Task<VerbResult> HandleAsync(ReferralPath path, ReferralStepInput input, CancellationToken cancellationToken)
    {
        if (!CasePermissions.May(session.Viewer, CaseAction.TellHotline))
        {
            return VerbResult.Forbidden;
        }

        var (theirs, wrong) = ReferralForms.Read(input.Theirs, FilingLimits.ShortLength);
        if (TypedTime.Read(input.HappenedAt, session.Zone, clock.Now()) is not { } at || wrong is not null)
        {
            return wrong is null ? new VerbResult(VerbStatus.Refused, "time", nameof(ReferralStepInput.HappenedAt))
                : new VerbResult(VerbStatus.Refused, wrong, nameof(ReferralStepInput.Theirs));
        }

        var opening = await opener.HandleAsync(path.Number, "referral", cases => cases, cancellationToken);
        if (opening is not { Status: OpeningStatus.Open, Reading: { } reading })
        {
            return opening.Status == OpeningStatus.AskWhy ? new VerbResult(VerbStatus.Refused, "purpose") : VerbResult.Gone;
        }

        var result = await change.RunAsync(
            path, input, (loaded, by, now) => HandOver(loaded, input, reading, theirs, at, by, now), cancellationToken);
        return result switch
        {
            { Status: VerbStatus.Refused, Code: "referral.before-agreed" } => new VerbResult(VerbStatus.Refused, "before-agreed", nameof(ReferralStepInput.HappenedAt)),
            { Status: VerbStatus.Refused, Code: "referral.after-stopped" } => new VerbResult(VerbStatus.Refused, "after-stopped", nameof(ReferralStepInput.HappenedAt)),
            { Status: VerbStatus.Done } => VerbResult.Noticed("made"),
            _ => result,
        };
    }

    private Outcome HandOver(
        LoadedReferral loaded, ReferralStepInput input, CaseReading reading, string? theirs, DateTimeOffset at, Actor by, DateTimeOffset now)
    {
        var (subject, referral) = loaded;
        if (directory.Find(referral.Authority) is not { } to || ReferralForms.TextAsShown(loaded, input, reading) is not { } text)
        {
            return ReferralForms.TextChanged;
        }

        var wasStopped = referral.MayHaveLeft;
        var made = referral.HandOver(text, to, subject.Places, theirs, at, by, now);
        if (!made.IsDone)
        {
            return made;
        }

        var told = subject.Refer(
            new Handover(to.Consent, to.Id, at)
            {
                IsFirstStep = to.IsHotlineOrPolice, Reference = theirs, Duty = referral.Duty, IsByTwoPeople = true, Referral = referral.Id,
            },
            clocks.Start,
            by,
            now);
        if (!told.IsDone)
        {
            return told;
        }

        subject.EndReferralTasks(referral.Id, by, now, TaskKind.HandOver);
        if (wasStopped && subject.State == CaseState.Withdrawn)
        {
            // The person stopped everything: whoever has it hears of that (practice P15). What only ended with a closed case stands.
            subject.AskAfterwards(new NewTask(TaskKind.TellWithdrawal, TaskFor.Holder, now, Referral: referral.Id), by, now);
        }

        return telling.Of(subject, referral, reading.Open(SealedFields.ReferralWhom(referral.Id), referral.Whom), reading, by, now);
    }
}
