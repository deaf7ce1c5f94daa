namespace TakedownCases.Domain.Referrals;

/// <summary>One complaint pack.</summary>
public readonly record struct PackId(Guid Value)
{
    public static PackId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}
