using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Filing;

/// <summary>What a screen asks to have looked at again: the field, the text's key, and what the text needs.</summary>
internal sealed record StepProblem(string Field, string Key, params (string Name, object? Value)[] Arguments);

/// <summary>What is missing or too long in the answers of one screen. Nothing optional is ever missing.</summary>
internal static class StepProblems
{
    public static IReadOnlyList<StepProblem> Of(FilingStep step, DraftAnswers answers) => [.. step switch
    {
        FilingStep.Age => Age(answers),
        FilingStep.Where => Where(answers),
        FilingStep.What => TooLong(answers.Words, "Words", FilingLimits.WordsLength),
        FilingStep.Statement => Statement(answers),
        FilingStep.Contact => Contact(answers),
        _ => [],
    }];

    private static IEnumerable<StepProblem> Age(DraftAnswers answers)
    {
        if (answers.Age is null)
        {
            yield return new("Age", "filing.age.error");
        }

        if (answers.Edited == "yes" && answers.Looks is null)
        {
            yield return new("Looks", "filing.looks.error");
        }

        foreach (var problem in Short(answers.Relation, "Relation"))
        {
            yield return problem;
        }
    }

    private static IEnumerable<StepProblem> Where(DraftAnswers answers)
    {
        if (answers.Where is { } rest)
        {
            var lines = rest.Split('\n');
            yield return lines.All(line => line.Length > FilingLimits.AddressLength)
                ? new("Where", "filing.where.error.long", ("limit", FilingLimits.AddressLength))
                : new("Where", "filing.where.error.many", ("most", FilingLimits.Places), ("rest", lines.Length));
        }
        else if (answers.Places.Count == 0 && !answers.NoLink && !answers.ThreatOnly)
        {
            yield return new("Where", "filing.where.error.none");
        }

        foreach (var problem in Short(answers.App, "App"))
        {
            yield return problem;
        }
    }

    private static IEnumerable<StepProblem> Statement(DraftAnswers answers)
    {
        if (answers.Signing == "skip")
        {
            return [];
        }

        if (answers.Signing is null)
        {
            return [new("Signing", "filing.statement.error")];
        }

        return Needed(answers.Name, "Name", "filing.statement.error.name")
            .Concat(Needed(answers.Signature, "Signature", "filing.statement.error.signature"));
    }

    private static IEnumerable<StepProblem> Contact(DraftAnswers answers)
    {
        var needed = answers.Channel switch
        {
            nameof(ContactChannel.Mail) => Needed(answers.Mail, "Mail", "filing.contact.error.mail"),
            nameof(ContactChannel.Telephone) => Needed(answers.Phone, "Phone", "filing.contact.error.phone"),
            nameof(ContactChannel.ThroughSomeone) => Needed(answers.Someone, "Someone", "filing.contact.error.someone")
                .Concat(Needed(answers.SomeoneAddress, "SomeoneAddress", "filing.contact.error.address")),
            _ => [],
        };
        return needed.Concat(TooLong(answers.SafeWhen, "SafeWhen", FilingLimits.WordsLength))
            .Concat(Short(answers.FirstAdult, "FirstAdult")).Concat(Short(answers.SecondAdult, "SecondAdult"))
            .Concat(Short(answers.Recovery, "Recovery"));
    }

    private static IEnumerable<StepProblem> Needed(string? text, string field, string key)
        => text is null ? [new(field, key)] : Short(text, field);

    private static IEnumerable<StepProblem> Short(string? text, string field) => TooLong(text, field, FilingLimits.ShortLength);

    private static IEnumerable<StepProblem> TooLong(string? text, string field, int limit)
        => text is null || text.Length <= limit ? [] : [new(field, "filing.error.long", ("limit", limit), ("over", text.Length - limit))];
}
