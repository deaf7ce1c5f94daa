namespace TakedownCases.Domain.Cases;

/// <summary>Why what somebody typed is not a case key; pages turn each into a hint.</summary>
public enum CaseKeyProblem
{
    None,
    Empty,
    TooShort,
    TooLong,
    NotDigits,
    CheckDigit,
}
