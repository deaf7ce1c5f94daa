using System.Diagnostics.CodeAnalysis;

namespace TakedownCases.Domain;

/// <summary>
/// Why something that was asked for did not happen. <paramref name="Code"/> is stable and is what pages translate;
/// <paramref name="Message"/> is a plain English sentence for logs and tests.
/// </summary>
public sealed record Refusal(string Code, string Message);

/// <summary>What came of a command: done, or refused with a reason. Bugs throw; refusals are expected.</summary>
public readonly record struct Outcome
{
    private Outcome(Refusal? refusal) => Refusal = refusal;

    public static Outcome Done { get; } = new(null);

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsDone => Refusal is null;

    public static Outcome Refused(string code, string message) => new(new Refusal(code, message));

    public static implicit operator Outcome(Refusal refusal) => new(refusal);
}

/// <summary>The same, with what the command made.</summary>
public readonly record struct Outcome<T>
{
    private Outcome(T? value, Refusal? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    public T? Value { get; }

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsDone => Refusal is null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
