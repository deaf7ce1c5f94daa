using TakedownCases.Domain.Cases;

namespace TakedownCases.Data;

/// <summary>
/// One submission of one form that was done, written in the same transaction as what it did; the unique key makes the
/// second arrival fail (design section 6, commands are idempotent).
/// </summary>
public sealed class DoneCommand
{
    public required CommandId Id { get; init; }

    public required DateTimeOffset At { get; init; }
}
