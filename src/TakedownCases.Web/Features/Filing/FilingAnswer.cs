namespace TakedownCases.Web.Features.Filing;

/// <summary>What a handler of the form answers: another address, or a view of this folder with its model.</summary>
public sealed record FilingAnswer
{
    public string? Location { get; private init; }

    public string View { get; private init; } = "";

    public object? Model { get; private init; }

    internal IReadOnlyList<StepProblem> Problems { get; private init; } = [];

    public static FilingAnswer To(string location) => new() { Location = location };

    public static FilingAnswer Page(string view, object? model) => new() { View = view, Model = model };

    internal static FilingAnswer Page(string view, object? model, StepProblem problem)
        => new() { View = view, Model = model, Problems = [problem] };

    internal static FilingAnswer Page(FilingStep step, DraftAnswers answers, IEnumerable<StepProblem> problems)
        => new() { View = step.ToString(), Model = answers, Problems = [.. problems] };
}
