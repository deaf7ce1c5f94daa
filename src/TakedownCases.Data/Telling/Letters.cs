using TakedownCases.Data.Identity;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation.Telling;

namespace TakedownCases.Data.Telling;

/// <summary>Everybody who may be told, and how far telling each has come.</summary>
internal sealed class House(IReadOnlyList<StaffUser> people, DutyRoster roster, Dictionary<StaffId, StaffTelling> tellings)
{
    private readonly Dictionary<StaffId, TellingPlan> _plans = people.ToDictionary(person => person.StaffId, person => person.TellingPlan());

    public DutyRoster Roster { get; } = roster;

    public Dictionary<StaffId, StaffTelling> Tellings { get; } = tellings;

    public IEnumerable<StaffId> People => _plans.Keys;

    public TellingPlan Plan(StaffId person) => _plans[person];
}

/// <summary>The mails that one look at the house comes to: at most one a person, however much there is to tell.</summary>
internal sealed class Letters(House house, DateTimeOffset now)
{
    private readonly Dictionary<StaffId, Letter> _letters = [];

    public House House { get; } = house;

    public DateTimeOffset Now { get; } = now;

    public IEnumerable<Letter> All => _letters.Values;

    /// <summary>Whether anybody is told of imminent danger by itself.</summary>
    public bool AreUrgent => _letters.Values.Any(letter => letter.Told.Values.Any(task => task.IsDanger));

    /// <summary>Notes everybody new: they begin with their next digest.</summary>
    public void Welcome(Action<StaffTelling> note)
    {
        foreach (var person in House.People.Where(person => !House.Tellings.ContainsKey(person)))
        {
            House.Tellings[person] = new StaffTelling(person, House.Plan(person).LastDigestDay(Now));
            note(House.Tellings[person]);
        }
    }

    /// <summary>Begins the digests whose hour has come.</summary>
    public HashSet<StaffId> DigestsDue()
    {
        var due = new HashSet<StaffId>();
        foreach (var person in House.People)
        {
            var (plan, day) = (House.Plan(person), House.Plan(person).LastDigestDay(Now));
            if (day > House.Tellings[person].DigestDay && !plan.IsQuiet(Now))
            {
                Of(person).DigestDay = day;
                due.Add(person);
            }
        }

        return due;
    }

    /// <summary>One task in a digest, unless the same mail tells of it anyway.</summary>
    public void Count(StaffId person, OpenTask task, bool countsOnly)
    {
        if (!Of(person).Told.ContainsKey((task.CaseId, task.Task)))
        {
            Add(Of(person), task, countsOnly);
        }
    }

    /// <summary>Something that is told by itself. What a mail tells it counts, so that nobody passes for told who was not.</summary>
    public void Tell(StaffId person, OpenTask task, bool countsOnly)
    {
        Of(person).Told.Add((task.CaseId, task.Task), task);
        Add(Of(person), task, countsOnly);
    }

    private void Add(Letter letter, OpenTask task, bool countsOnly)
    {
        letter.Counts = letter.Counts.With(
            task.Kind, task.Severity, task.RaisedAt, task.DueAt, Now, House.Plan(letter.Staff).EndOfDay(Now));
        letter.CountsOnly |= countsOnly;
    }

    private Letter Of(StaffId person)
        => _letters.TryGetValue(person, out var letter) ? letter : _letters[person] = new Letter(person);
}

/// <summary>One mail in the making.</summary>
internal sealed class Letter(StaffId staff)
{
    public StaffId Staff { get; } = staff;

    public DateOnly? DigestDay { get; set; }

    public bool CountsOnly { get; set; }

    public TaskCounts Counts { get; set; } = TaskCounts.None;

    /// <summary>The tasks of which they count as told from now on.</summary>
    public Dictionary<(CaseId Case, TaskId Task), OpenTask> Told { get; } = [];
}
