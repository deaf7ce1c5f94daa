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

    /// <summary>Begins the digests whose hour has come. Somebody new is noted and begins with the next one.</summary>
    public HashSet<StaffId> DigestsDue(Action<StaffTelling> note)
    {
        var due = new HashSet<StaffId>();
        foreach (var person in House.People)
        {
            var (plan, day) = (House.Plan(person), House.Plan(person).LastDigestDay(Now));
            if (!House.Tellings.TryGetValue(person, out var telling))
            {
                House.Tellings[person] = telling = new StaffTelling(person, day);
                note(telling);
            }

            if (day > telling.DigestDay && !plan.IsQuiet(Now))
            {
                Of(person).DigestDay = day;
                due.Add(person);
            }
        }

        return due;
    }

    /// <summary>One task more in a digest.</summary>
    public void Count(StaffId person, OpenTask task, bool countsOnly) => Add(Of(person), task, countsOnly);

    /// <summary>Something that is told by itself; in a digest that is written anyway it is counted already.</summary>
    public void Tell(StaffId person, OpenTask task, bool countsOnly)
    {
        var letter = Of(person);
        letter.Told.Add(task);
        if (letter.DigestDay is null)
        {
            Add(letter, task, countsOnly);
        }
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
    public List<OpenTask> Told { get; } = [];
}
