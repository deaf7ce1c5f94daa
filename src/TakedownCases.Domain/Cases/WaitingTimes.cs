using System.Globalization;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Cases;

/// <summary>
/// When a case waited for the survivor, in order; the last time is open while it still does. Kept as one text, so that it is
/// loaded with its case always: "from/to from/", in microseconds since 1970.
/// </summary>
public sealed record WaitingTimes
{
    private const char Between = ' ';
    private const char Until = '/';

    private WaitingTimes(string text)
    {
        Text = text;
    }

    public static WaitingTimes None { get; } = new("");

    public string Text { get; }

    /// <summary>Whether the case waits now.</summary>
    public bool IsOpen => Text.EndsWith(Until);

    /// <summary>Every time there was; the last has no end while it is open.</summary>
    public IReadOnlyList<Pause> All => [.. Text.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(Of)];

    /// <summary>Reads what <see cref="Text"/> wrote. Throws FormatException.</summary>
    public static WaitingTimes Parse(string text)
    {
        var read = new WaitingTimes(text);
        _ = read.All;
        return read;
    }

    public WaitingTimes Begin(DateTimeOffset at)
        => IsOpen ? this : new WaitingTimes($"{Text}{(Text.Length == 0 ? "" : Between)}{Micros(at)}{Until}");

    /// <summary>A machine's clock that went back in between makes the time empty, never negative.</summary>
    public WaitingTimes End(DateTimeOffset at)
        => IsOpen ? new WaitingTimes(Text + Micros(at > All[^1].From ? at : All[^1].From)) : this;

    /// <summary>
    /// What clocks are counted without. An open time is left out: what stands still keeps the end that it had when that began.
    /// </summary>
    public IReadOnlyList<Pause> Past => [.. All.Where(pause => pause.To is not null)];

    public override string ToString() => Text;

    private static string Micros(DateTimeOffset at) => Instants.ToUnixMicroseconds(at).ToString(CultureInfo.InvariantCulture);

    private static Pause Of(string text)
    {
        var middle = text.IndexOf(Until, StringComparison.Ordinal);
        return middle < 0
            ? throw new FormatException("A waiting time has a beginning and, once it is over, an end.")
            : new Pause(At(text[..middle]), middle == text.Length - 1 ? null : At(text[(middle + 1)..]));
    }

    private static DateTimeOffset At(string micros)
        => Instants.FromUnixMicroseconds(long.Parse(micros, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
}
