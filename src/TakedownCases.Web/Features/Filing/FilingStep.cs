using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Filing;

/// <summary>One question screen, or the check screen.</summary>
public enum FilingStep
{
    Age,
    Today,
    Danger,
    Where,
    What,
    Statement,
    Contact,
    Check,
}

/// <summary>Which screens come, in which order: adults at most eight, minors at most seven (issue 1 of 5).</summary>
internal static class FilingFlow
{
    private static readonly FilingStep[] Adult =
    [
        FilingStep.Age, FilingStep.Danger, FilingStep.Where, FilingStep.What, FilingStep.Statement, FilingStep.Contact, FilingStep.Check,
    ];

    private static readonly FilingStep[] Minor =
    [
        FilingStep.Age, FilingStep.Today, FilingStep.Danger, FilingStep.Where, FilingStep.What, FilingStep.Contact, FilingStep.Check,
    ];

    private static readonly FilingStep[] Bystander = [FilingStep.Age, FilingStep.Where, FilingStep.What, FilingStep.Check];

    public static IReadOnlyList<FilingStep> Of(DraftAnswers answers)
    {
        if (answers.IsBystander)
        {
            return Bystander;
        }

        if (answers.Age is null || answers.Track == Track.Adult)
        {
            return Adult;
        }

        // Somebody who files for a child is spoken to as an adult: the question would be about the wrong person.
        return answers.Whom == FilerKind.Survivor ? Minor : [.. Minor.Where(step => step != FilingStep.Today)];
    }

    /// <summary>The screen's number in the address, from 1; 1 when the flow has no such screen.</summary>
    public static int NumberOf(DraftAnswers answers, FilingStep step)
        => Math.Max(1, Of(answers).ToList().IndexOf(step) + 1);

    /// <summary>The first screen that still needs something; the check screen when none does.</summary>
    public static FilingStep FirstOpen(DraftAnswers answers)
        => Of(answers).FirstOrDefault(step => StepProblems.Of(step, answers).Count > 0, FilingStep.Check);
}
