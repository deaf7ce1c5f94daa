namespace TakedownCases.Testing.Mail;

/// <summary>What a <see cref="FaultySmtpServer"/> does at a step instead of what it should.</summary>
public abstract record SmtpFault
{
    /// <summary>Says nothing more and keeps the line open. After the last dot the mail may have been stored all the same.</summary>
    public static SmtpFault Hang(bool stored = false) => new HangFault(stored);

    /// <summary>Breaks the line. After the last dot the mail may have been stored all the same.</summary>
    public static SmtpFault Drop(bool stored = false) => new DropFault(stored);

    /// <summary>Answers this, line ends included or not, and goes on; 421 also closes.</summary>
    public static SmtpFault Say(string reply) => new SayFault(reply, false);

    /// <summary>Answers this and closes.</summary>
    public static SmtpFault SayAndClose(string reply) => new SayFault(reply, true);

    /// <summary>Begins a reply and never ends it: one line without an end, or lines without an end.</summary>
    public static SmtpFault Flood(bool ofLines) => new FloodFault(ofLines);

    /// <summary>Does what it should, but so much later.</summary>
    public static SmtpFault Late(TimeSpan by) => new LateFault(by);

    internal sealed record HangFault(bool Stored) : SmtpFault;

    internal sealed record DropFault(bool Stored) : SmtpFault;

    internal sealed record SayFault(string Reply, bool Closes) : SmtpFault;

    internal sealed record FloodFault(bool OfLines) : SmtpFault;

    internal sealed record LateFault(TimeSpan By) : SmtpFault;
}
