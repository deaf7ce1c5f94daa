namespace TakedownCases.Domain.Cases;

/// <summary>
/// What an adult signs so that a platform must act: the statement, the name that will be used and the typed signature
/// (TAKE IT DOWN Act s.3(a)(1)(B); Online Safety Act 2023 s.20A(2)). The minor track has none.
/// </summary>
public sealed record SignedStatement
{
    public required string Statement { get; init; }

    /// <summary>The name the platform will see: the person's own, or a name of their helper or organisation.</summary>
    public required string Name { get; init; }

    public required string Signature { get; init; }

    public required DateTimeOffset SignedAt { get; init; }
}
