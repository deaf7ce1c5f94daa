using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Escalation;

namespace TakedownCases.Data.Seed;

/// <summary>ladders.json: what happens by itself when a deadline comes near and passes, per track (docs/escalation.md).</summary>
public static class LadderFile
{
    private const string FileName = "ladders.json";

    /// <summary>
    /// The ladders this build carries, one for each track. Throws InvalidDataException that names the record, or what is
    /// missing.
    /// </summary>
    public static LadderBook Load() => Read(SeedFile.Embedded(FileName), FileName);

    internal static LadderBook Read(string json, string fileName = FileName) => Book(Records(json, fileName), fileName);

    /// <summary>The records alone, each read as it stands.</summary>
    internal static List<Ladder> Records(string json, string fileName = FileName)
        => SeedFile.Read<LadderRecord, Ladder>(json, fileName, ToLadder);

    internal static LadderBook Book(IEnumerable<Ladder> ladders, string fileName = FileName)
    {
        try
        {
            var book = new LadderBook(ladders);
            foreach (var ladder in book.All)
            {
                RefuseSilence(ladder, fileName);
            }

            RefuseALateHotline(book.For(Track.Minor), fileName);
            return book;
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException($"{fileName}: {e.Message}", e);
        }
    }

    // Law 8: whatever the clock and the severity, somebody here is told once the deadline has passed.
    private static void RefuseSilence(Ladder ladder, string fileName)
    {
        foreach (var (clock, severity) in Enum.GetValues<ClockKind>().SelectMany(_ => Enum.GetValues<Severity>(), (clock, severity) => (clock, severity)))
        {
            if (!ladder.Rungs.Any(rung => rung.IsFor(clock, severity) && rung.At.IsAtOrAfterDue && !RungActions.IsOutward(rung.Action)))
            {
                throw new InvalidDataException(
                    $"{fileName}, record '{ladder.Id}': rungs tell nobody once the clock {clock} has passed at severity {Codes.Of(severity)}.");
            }
        }
    }

    // Practice P4.
    private static void RefuseALateHotline(Ladder minor, string fileName)
    {
        if (minor.Rungs.FirstOrDefault(rung => rung.Clocks.Contains(ClockKind.NoticeOut))
            is not { Action: RungAction.ReferToHotline, At.Percent: 0, Severities: null })
        {
            throw new InvalidDataException(
                $"{fileName}, record '{minor.Id}': rungs must begin the clock {ClockKind.NoticeOut} with 'refer-to-hotline' at 0%, for all severities.");
        }
    }

    private static Ladder ToLadder(LadderRecord record)
        => new(record.Id, record.Version, record.Track, [.. record.Rungs.Select(ToRung)]);

    private static Rung ToRung(RungRecord? record)
    {
        if (record is null)
        {
            throw new FormatException("rungs must not hold null.");
        }

        try
        {
            return new Rung
            {
                Id = record.Id,
                Action = record.Action,
                Clocks = record.Clocks,
                At = RungOffset.Parse(record.At),
                Severities = record.Severities,
                When = record.When,
                Needs = record.Needs,
                Consent = record.Consent,
                Repeat = record.Repeat is { } repeat ? new RungRepeat(RungOffset.LengthOf(repeat.Every), repeat.Most) : null,
                Tells = record.Tells,
                Approval = record.Approval,
            };
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new FormatException($"rung '{record.Id}': {(record.Repeat is not null && IsOffset(record.At) ? "repeat" : "at")}: {e.Message}", e);
        }
    }

    private static bool IsOffset(string at)
    {
        try
        {
            return RungOffset.Parse(at) is not null;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private sealed record LadderRecord(string Id, string Version, Track Track, List<RungRecord?> Rungs);

    private sealed record RungRecord(
        string Id,
        RungAction Action,
        List<ClockKind> Clocks,
        string At,
        List<Severity>? Severities,
        List<RungCondition> When,
        List<RungNeed> Needs,
        ConsentAction? Consent,
        RepeatRecord? Repeat,
        RungTells Tells,
        RungApproval Approval);

    private sealed record RepeatRecord(string Every, int Most);
}
