using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Cases;

/// <summary>What handing over to somebody outside means for the case (practice P4, P12).</summary>
public sealed partial class TakedownCase
{
    /// <summary>
    /// The case was handed over: with the consent <paramref name="to"/> that names the recipient, under a duty to report, or because two
    /// people decided so. To a hotline or the police it is the first step on the minor track, and meets the clock for it.
    /// </summary>
    public Outcome Refer(
        ConsentAction to, string recipient, string? reference, string? duty, bool twoPeople, StartClock startClock, Actor by, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return CaseRefusals.NotOpen;
        }

        if (duty is null && !twoPeople && !HasConsent(to))
        {
            return CaseRefusals.NoConsent;
        }

        if (to is ConsentAction.TellHotline or ConsentAction.TellPolice)
        {
            HotlineToldAt ??= now;
            Record(new HotlineTold(
                by, now, to == ConsentAction.TellPolice ? Police : recipient, duty, SealedText.OfOptional(reference)));
            Meet(ClockKind.NoticeOut, by, now);
            TasksOf().End(task => task.Kind == TaskKind.TellHotline, by, now);
        }
        else
        {
            TasksOf().End(task => task.Kind == TaskKind.FileComplaint && task.For == TaskFor.Holder && task.Notice is null, by, now);
        }

        StartOnce(ClockKind.NextAction, startClock, now);
        return Outcome.Done;
    }

    /// <summary>What waited for a second person, or for word to somebody outside, waits no more.</summary>
    public void EndTasks(TaskKind kind, Actor by, DateTimeOffset now) => TasksOf().End(task => task.Kind == kind, by, now);
}
