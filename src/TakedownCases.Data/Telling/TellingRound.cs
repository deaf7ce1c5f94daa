using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TakedownCases.Data.Notices;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation.Telling;

namespace TakedownCases.Data.Telling;

/// <summary>
/// Decides who is told what, and writes the mails: what cannot wait, and the digests whose hour has come. A mail, what it
/// tells, and how far each person has come are one transaction; whoever comes second finds it done (docs/escalation.md).
/// </summary>
public sealed partial class TellingRound(
    TakedownDbContext db, DutyRosters rosters, OpenTasks tasks, TimeProvider clock, ILogger<TellingRound> logger)
{
    private const int BatchSize = 500;

    /// <summary>When to look again at what nobody can be told: sooner than the next run, so that each finds it late.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);

    /// <summary>How many mails were written, and how late the oldest of what was found was.</summary>
    public async Task<(int Written, TimeSpan Lateness)> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var (written, lateness, found) = (0, TimeSpan.Zero, BatchSize);
        while (found == BatchSize)
        {
            db.StartAgain();
            var waiting = await db.UntoldTasks.Where(untold => untold.NextAt <= now).OrderBy(untold => untold.NextAt).ThenBy(untold => untold.Task)
                .Take(BatchSize).ToListAsync(cancellationToken);
            var house = await HouseAsync(cancellationToken);
            var letters = new Letters(house, now);
            lateness = waiting.Select(untold => now - untold.Since).Append(lateness).Max();
            letters.Welcome(newcomer => db.StaffTellings.Add(newcomer));
            await DecideAsync(waiting, letters, cancellationToken);
            if (!letters.AreUrgent)
            {
                await CountDigestsAsync(letters, cancellationToken);
            }

            written += Write(letters);
            await db.SaveChangesAsync(cancellationToken);
            found = waiting.Count;
        }

        return (written, lateness);
    }

    private async Task<House> HouseAsync(CancellationToken cancellationToken)
    {
        var people = await rosters.PeopleAsync(cancellationToken);
        var known = await db.StaffTellings.ToDictionaryAsync(telling => telling.Staff, cancellationToken);
        return new House(people, await rosters.OfAsync(people, cancellationToken), known);
    }

    // Counting a whole house takes its time: where danger is imminent, the mails about it leave first and the next run counts.
    private async Task CountDigestsAsync(Letters letters, CancellationToken cancellationToken)
    {
        var due = letters.DigestsDue();
        if (due.Count == 0)
        {
            return;
        }

        var (house, now) = (letters.House, letters.Now);
        var walls = await tasks.WallsAsync(cases: null, now, cancellationToken);
        var missed = await tasks.MissedAsync(cancellationToken);
        var unreachable = house.Tellings.Values.Where(telling => telling.UnreachableSince is not null).Select(telling => telling.Staff).ToHashSet();
        await foreach (var task in tasks.AllAsync(Deputies.HoldersWhoseTasksReach(due, house.Roster)).WithCancellation(cancellationToken))
        {
            var lost = missed[(task.CaseId, task.Task)].ToHashSet();
            foreach (var (person, countsOnly) in Readers(task, walls, lost, unreachable, house.Roster, now).Where(reader => due.Contains(reader.Person)))
            {
                letters.Count(person, task, countsOnly);
            }
        }
    }

    // What was lost on its way to somebody is the next in line's, as it is when it is told by itself. Whoever no mail reaches
    // still gets their own digest tried; but then it is somebody else's matter too.
    private static IEnumerable<(StaffId Person, bool CountsOnly)> Readers(
        OpenTask task, Walls walls, HashSet<StaffId> lost, HashSet<StaffId> unreachable, DutyRoster roster, DateTimeOffset now)
    {
        List<Told> told = [task.Resolve(walls, new HashSet<StaffId>(), roster, now)];
        if (lost.Count > 0)
        {
            told.Add(task.Resolve(walls, lost, roster, now));
        }

        if (unreachable.Count > 0 && told.TrueForAll(one => one.People.All(person => lost.Contains(person) || unreachable.Contains(person))))
        {
            told.Add(task.Resolve(walls, unreachable.Union(lost).ToHashSet(), roster, now));
        }

        return told.SelectMany(one => one.People.Select(person => (Person: person, one.CountsOnly))).DistinctBy(reader => reader.Person);
    }

    private async Task DecideAsync(List<UntoldTask> waiting, Letters letters, CancellationToken cancellationToken)
    {
        if (waiting.Count == 0)
        {
            return;
        }

        var open = await tasks.OfAsync(waiting, cancellationToken);
        var (cases, ids) = (waiting.Select(untold => untold.CaseId).Distinct().ToList(), waiting.ConvertAll(untold => untold.Task));
        var walls = await tasks.WallsAsync(cases, letters.Now, cancellationToken);
        var told = await db.ToldTasks.Where(one => EF.Parameter(cases).Contains(one.CaseId) && EF.Parameter(ids).Contains(one.Task))
            .Join(db.StaffMails, one => one.Mail, mail => mail.Id, (one, mail) => new { one.Task, one.Staff, one.Danger, Mail = mail })
            .ToListAsync(cancellationToken);
        foreach (var untold in waiting)
        {
            var next = open.GetValueOrDefault((untold.CaseId, untold.Task)) is { } task
                ? Decide(
                    task,
                    walls,
                    [.. told.Where(one => one.Task == task.Task).Select(one => new Telling(one.Staff, one.Danger, one.Mail))],
                    letters)
                : null;
            if (next is null)
            {
                db.UntoldTasks.Remove(untold);
            }
            else
            {
                // What nobody can be told stays late, until a page or somebody who was alarmed brings about that it can.
                untold.Look(next.Value.At, next.Value.IsLate ? untold.Since : next.Value.At);
            }
        }
    }

    private (DateTimeOffset At, bool IsLate)? Decide(OpenTask task, Walls walls, IReadOnlyList<Telling> told, Letters letters)
    {
        var (house, now) = (letters.House, letters.Now);
        var unreachable = told.Where(one => one.Mail.IsLost).Select(one => one.Staff).ToHashSet();
        var whom = task.Resolve(walls, unreachable, house.Roster, now);
        Log.Resolved(
            logger, task.Task.Value, whom.As, whom.People.Count, string.Join(' ', whom.PassedOver.Select(one => $"{one.Person.Value}:{one.Reason}")));
        if (whom.As == ToldAs.Nobody)
        {
            // What certainly did not arrive may be sent again without anybody getting it twice.
            told.ToList().ForEach(one => one.Mail.TryAgain(now + OutboxPace.WaitAfter(Math.Max(1, one.Mail.Attempts))));
            return (now + LookAgain, true);
        }

        var (counts, tells) = (told.Where(one => one.Danger || !task.IsDanger).ToList(), false);
        DateTimeOffset? next = null;
        foreach (var person in whom.People.Where(person => !counts.Exists(one => one.Staff == person)))
        {
            var when = house.Plan(person).When(
                task.Telling, task.Severity, task.DueAt, task.RaisedAt, house.Tellings.GetValueOrDefault(person)?.LastMailAt, now);
            if (when.IsNow(now))
            {
                letters.Tell(person, task, whom.CountsOnly);
                tells = true;
            }
            else if (when.Mode == TellingMode.ByItself)
            {
                next = next is { } other && other < when.At ? other : when.At;
            }
        }

        if (next is { } at)
        {
            return (at, false);
        }

        // Another attempt that is under way has told nobody yet: what was late stays so until it has.
        return !tells && !counts.Exists(one => one.Mail.State == StaffMailState.Sent)
            && counts.Exists(one => one.Mail is { State: StaffMailState.Sending, Attempts: > 1 })
            ? (now + LookAgain, true)
            : null;
    }

    private int Write(Letters letters)
    {
        var written = 0;
        foreach (var letter in letters.All)
        {
            var telling = letters.House.Tellings[letter.Staff];
            if (letter.DigestDay is { } day)
            {
                telling.Digest(day);
            }

            if (letter.Counts.All == 0)
            {
                continue;
            }

            var mail = new StaffMail(
                Guid.CreateVersion7(letters.Now), letter.Staff, letter.DigestDay, letter.CountsOnly, letter.Counts, letters.Now);
            db.StaffMails.Add(mail);
            telling.Write(letters.Now);
            db.ToldTasks.AddRange(letter.Told.Values.Select(task => new ToldTask(task.CaseId, task.Task, letter.Staff, task.IsDanger, mail.Id)));
            written++;
        }

        return written;
    }

    private sealed record Telling(StaffId Staff, bool Danger, StaffMail Mail);

    private static partial class Log
    {
        [LoggerMessage(1070, LogLevel.Debug, "Task {Task} is for {Place}, {Count} people; passed over: {Passed}")]
        public static partial void Resolved(ILogger logger, Guid task, ToldAs place, int count, string passed);
    }
}
