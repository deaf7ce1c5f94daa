using System.Runtime.InteropServices;

namespace TakedownCases.Domain.Escalation.Telling;

/// <summary>How a person is told.</summary>
public enum TellingMode
{
    /// <summary>By a message of its own.</summary>
    AtOnce,

    /// <summary>When their quiet hours end; all that waited comes in one message.</summary>
    AfterQuietHours,

    /// <summary>As counts in a digest.</summary>
    Digest,
}

/// <summary>How and when a person is told. All of one person that is not at once and has come due is one message.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TellingTime(TellingMode Mode, DateTimeOffset At);
