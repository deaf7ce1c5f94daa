using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Cases;

/// <summary>What handing over to somebody outside means for the case (practice P4, P12).</summary>
public sealed partial class TakedownCase
{
    /// <summary>
    /// The survivor reads here what we write to them: with a key of their own, and, where somebody else filed, once a person has checked
    /// who holds that key: a check made before it was about whoever filed, who may have made it. What nobody else around them may
    /// know is written only then (practice P8). Needs the keys loaded.
    /// </summary>
    public bool ReachesSurvivor
        => _keys.Exists(key => key is { Holder: KeyHolder.Survivor, EndedAt: null }
            && (AuthorityCheckedAt >= key.MadeAt || !_keys.Exists(other => other.Holder == KeyHolder.Filer)));

    /// <summary>
    /// The case was handed over: with the consent, then in force, that names the recipient, under a duty to report, or because two
    /// people decided so. To a hotline or the police it is the first step on the minor track, and meets the clock for it at the
    /// instant at which it was done, whenever that is recorded.
    /// </summary>
    public Outcome Refer(Handover handed, StartClock startClock, Actor by, DateTimeOffset now)
    {
        var byConsent = handed is { Duty: null, IsByTwoPeople: false };
        if (IsErased || (!IsOpen && handed.Duty is null && !(handed.At <= EndedSince)))
        {
            return CaseRefusals.NotOpen;
        }

        if (byConsent && !HadConsent(handed.Consent, handed.At))
        {
            return CaseRefusals.NoConsent;
        }

        if (handed.At > now || Instants.Minute(handed.At) < Instants.Minute(FiledAt))
        {
            return CaseRefusals.BeforeFiling;
        }

        if (handed.IsFirstStep)
        {
            HotlineToldAt = HotlineToldAt < handed.At ? HotlineToldAt : handed.At;
            Record(new HotlineTold(
                by, now, handed.Consent == ConsentAction.TellPolice ? Police : handed.Recipient, handed.Duty, handed.At, SealedText.OfOptional(handed.Reference)));
            TasksOf().End(task => task.Kind == TaskKind.TellHotline, by, now);
            if (Track == Track.Minor)
            {
                Meet(clock => clock.Kind == ClockKind.NoticeOut, by, now, handed.At);
            }
        }
        else
        {
            TasksOf().End(task => task.Kind == TaskKind.FileComplaint && task.For == TaskFor.Holder && task.Notice is null, by, now);
        }

        if (byConsent && (!IsOpen || !HasConsent(handed.Consent)))
        {
            // Taken back, or the case ended, between the telling and its record: they are told at once (practice P15).
            TasksOf().Raise(new NewTask(TaskKind.TellWithdrawal, TaskFor.Holder, now, Referral: handed.Referral), by, now);
        }

        StartOnce(ClockKind.NextAction, startClock, now);
        return Outcome.Done;
    }

    // When the case ended; null while it goes on, and where nobody counts how long it is kept.
    private DateTimeOffset? EndedSince => _clocks.FindLast(clock => clock is { Kind: ClockKind.Retention, IsRunning: true })?.StartedAt;

    /// <summary>Asks for what is owed to somebody outside, which is owed when the case is over, too.</summary>
    public Outcome AskAfterwards(NewTask task, Actor by, DateTimeOffset now)
    {
        if (IsErased)
        {
            return CaseRefusals.NotOpen;
        }

        TasksOf().Raise(task, by, now);
        return Outcome.Done;
    }

    /// <summary>What waited for people about one referral waits no more: tasks of <paramref name="kinds"/>, or, where none are named, of any.</summary>
    public void EndReferralTasks(ReferralId referral, Actor by, DateTimeOffset now, params TaskKind[] kinds)
        => TasksOf().End(task => task.Referral == referral && (kinds.Length == 0 || kinds.Contains(task.Kind)), by, now);
}
