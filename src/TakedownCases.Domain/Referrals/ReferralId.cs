namespace TakedownCases.Domain.Referrals;

/// <summary>One handing over of a case to somebody outside.</summary>
public readonly record struct ReferralId(Guid Value)
{
    public static ReferralId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

/// <summary>One complaint pack.</summary>
public readonly record struct PackId(Guid Value)
{
    public static PackId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}
