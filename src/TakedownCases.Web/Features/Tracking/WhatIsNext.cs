using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Notices;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>What comes next, by its text's key, and the day it names.</summary>
public sealed record NextStep(string Code, DateTimeOffset? Day = null, bool WithTime = false);

/// <summary>Says in one sentence what is next, from the facts of the case alone; a second one says when there is news.</summary>
internal static class WhatIsNext
{
    /// <summary>Needs places, clocks, consents and keys. Nothing for a key that may not know; of whom we told only where <paramref name="readsOfHotline"/>.</summary>
    public static IReadOnlyList<NextStep> Of(
        TakedownCase found, KeyRights rights, IReadOnlyList<NoticeView> notices, bool readsOfHotline, DateTimeOffset now)
    {
        if (!rights.SeesStatus || !found.IsOpen)
        {
            return [];
        }

        var facts = new Facts(found, notices, readsOfHotline, [.. found.Clocks.Where(clock => clock.IsRunning).OrderBy(clock => clock.DueAt)], now);
        var first = found.State == CaseState.WaitingForSurvivor ? new NextStep("waiting")
            : Ours(facts, ClockKind.FirstReview, "firstreview")
            ?? (rights.SeesNotices ? Work(facts) : null);
        return [.. new[] { first, Ours(facts, ClockKind.KeepInformed, "keepinformed") }.OfType<NextStep>()];
    }

    private static NextStep Work(Facts facts)
        => Waiting(facts) ?? Decided(facts) ?? Theirs(facts) ?? Finished(facts) ?? Begun(facts) ?? new NextStep("plain");

    private static NextStep? Waiting(Facts facts)
        => facts.Notices.Any(notice => notice.Stage == NoticeStage.Waiting) ? new NextStep("goingout") : null;

    private static NextStep? Decided(Facts facts)
    {
        // Where nobody answered, the reminder and what follows it come by themselves.
        var asks = facts.Open.Any(place => place.State != PlaceState.Silent && PlaceStates.NeedsNextStep(place.State))
            || facts.Notices.Any(notice => notice.Stage is NoticeStage.Unsure or NoticeStage.Returned);
        return asks ? Ours(facts, ClockKind.NextAction, "decide", withTime: false) ?? new NextStep("decide.plain") : null;
    }

    private static NextStep? Theirs(Facts facts)
    {
        var removal = facts.First(ClockKind.Removal);
        if ((removal ?? facts.First(ClockKind.Acknowledgement)) is not { } clock)
        {
            return null;
        }

        if (clock.DueAt > facts.Now)
        {
            return new NextStep("answer", clock.DueAt);
        }

        if (!facts.Case.HasConsent(ConsentAction.NotifyPlatforms))
        {
            return new NextStep("held");
        }

        var again = facts.Notices.Where(notice => notice.Kind is NoticeKind.Reminder or NoticeKind.SecondChannel).Max(notice => notice.LeftAt);
        return again is { } day ? new NextStep("again", day) : new NextStep("answer.late", clock.DueAt);
    }

    private static NextStep? Finished(Facts facts)
        => facts.Open.Count > 0 && facts.Open.All(place => PlaceStates.IsGone(place.State)) ? new NextStep("gone") : null;

    private static NextStep? Begun(Facts facts)
    {
        if (facts is { ReadsOfHotline: true, Case.HotlineToldAt: { } told })
        {
            return new NextStep("hotline", told);
        }

        if (!facts.Case.HasConsent(ConsentAction.NotifyPlatforms) && !facts.Case.HasConsent(ConsentAction.TellHotline))
        {
            return new NextStep("held");
        }

        return Ours(facts, ClockKind.NoticeOut, "noticeout", withTime: false) ?? Ours(facts, ClockKind.NextAction, "look", withTime: false);
    }

    private static NextStep? Ours(Facts facts, ClockKind kind, string code, bool withTime = true)
        => facts.First(kind) is { } clock ? new NextStep(clock.DueAt <= facts.Now ? code + ".late" : code, clock.DueAt, withTime) : null;

    private sealed record Facts(
        TakedownCase Case, IReadOnlyList<NoticeView> Notices, bool ReadsOfHotline, IReadOnlyList<CaseClock> Running, DateTimeOffset Now)
    {
        public IReadOnlyList<Place> Open { get; } = [.. Case.Places.Where(place => place.State != PlaceState.Withdrawn)];

        public CaseClock? First(ClockKind kind) => Running.FirstOrDefault(clock => clock.Kind == kind);
    }
}
