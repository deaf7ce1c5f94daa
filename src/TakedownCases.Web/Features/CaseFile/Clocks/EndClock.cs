using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Clocks;

/// <summary>
/// A person says that what a clock waits for has happened, or that nobody waits for it any more, and why: the one is a click
/// away from the other, and neither can be undone. A limitation is ended by whoever may enter one.
/// </summary>
public sealed class EndClock(CaseChange change, StaffSession session)
{
    private static Refusal NotTheirs { get; } = new("clock.limitation-is-legal", "A limitation is ended by whoever may enter one.");

    public async Task<VerbResult> HandleAsync(string number, Guid id, CaseInput input, CancellationToken cancellationToken)
    {
        if (input.Ending is not (ClockEnding.Met or ClockEnding.Stopped))
        {
            return new VerbResult(VerbStatus.Refused, "ending", nameof(CaseInput.Ending));
        }

        var (words, problem) = TypedWords.Read(input.EndWords, FilingLimits.WordsLength, nameof(CaseInput.EndWords));
        if (problem is not null)
        {
            return problem;
        }

        return input is { Ending: ClockEnding.Stopped, Sure: false }
            ? new VerbResult(VerbStatus.Refused, "not-sure", nameof(CaseInput.Sure))
            : await change.RunAsync(
                number, input, CaseAction.StartClock, (subject, by, now) => End(subject, new ClockId(id), input, words, by, now), cancellationToken);
    }

    private Outcome End(TakedownCase subject, ClockId id, CaseInput input, string words, Actor by, DateTimeOffset now)
        => subject.Clocks.Any(clock => clock.Id == id && clock.Kind == ClockKind.Limitation)
            && !CasePermissions.May(session.Viewer, CaseAction.EnterLimitation)
            ? NotTheirs
            : subject.EndClock(id, input.Ending == ClockEnding.Met, by, now, SealedText.Of(words));
}

/// <summary>How a clock ends by a person's word.</summary>
public enum ClockEnding
{
    /// <summary>What it waited for has happened.</summary>
    Met,

    /// <summary>Nobody waits any more.</summary>
    Stopped,
}
