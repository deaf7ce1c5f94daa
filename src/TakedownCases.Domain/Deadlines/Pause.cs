using System.Runtime.InteropServices;

namespace TakedownCases.Domain.Deadlines;

/// <summary>A time in which an internal clock stood still; To is null while it still does.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Pause(DateTimeOffset From, DateTimeOffset? To);
