using System.Runtime.InteropServices;

namespace TakedownCases.Domain.Escalation.Telling;

/// <summary>How a person is told.</summary>
public enum TellingMode
{
    /// <summary>By a mail as soon as their quiet hours allow; all that has come due for them by then is one mail.</summary>
    ByItself,

    /// <summary>As one of the counts of the daily digest.</summary>
    Digest,
}

/// <summary>How a person is told, and from when on.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TellingTime(TellingMode Mode, DateTimeOffset At)
{
    /// <summary>Whether a mail of its own is to be written now.</summary>
    public bool IsNow(DateTimeOffset now) => Mode == TellingMode.ByItself && At <= now;
}
