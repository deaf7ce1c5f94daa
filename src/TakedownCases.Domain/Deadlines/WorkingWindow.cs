namespace TakedownCases.Domain.Deadlines;

/// <summary>
/// Weekly working time in local wall-clock time. It belongs to the day on which it begins; when To is not after From it
/// ends on the next day, so 00:00 to 00:00 is the whole day.
/// </summary>
public sealed record WorkingWindow(DayOfWeek Day, TimeOnly From, TimeOnly To);
