using FsCheck;
using FsCheck.Fluent;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Tests.Deadlines;

/// <summary>What holds for every clock, whatever its history. A failure prints the seed that repeats it.</summary>
public sealed class DeadlineProperties
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Zones =
        ["Etc/UTC", "Europe/Paris", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Santiago", "Pacific/Kiritimati"];

    // Any second from 2026 to 2028: three years of weekends, holidays, changes of the clocks and a leap day.
    private static readonly Gen<DateTimeOffset> Starts =
        Gen.Choose(0, (int)TimeSpan.FromDays(1096).TotalSeconds).Select(seconds => From.AddSeconds(seconds));

    private static readonly Gen<WorkingCalendar?> WorkCalendars =
        Gen.Elements<WorkingCalendar?>(Calendars.Office, Calendars.Nights, Calendars.Always);

    private static readonly Gen<Sample> Pausable =
        from working in Gen.Elements(true, false)
        from calendar in WorkCalendars
        from minutes in Gen.Choose(1, 60 * 100)
        let time = TimeSpan.FromMinutes(minutes)
        from start in Starts
        select working
            ? new Sample(start, ClockSpan.Working(time), calendar, Zone: null)
            : new Sample(start, ClockSpan.Elapsed(time), Calendar: null, Zone: null);

    private static readonly Gen<Sample> Dated =
        from start in Starts
        from zone in Gen.Elements(Zones)
        from business in Gen.Elements(true, false)
        from months in Gen.Choose(0, 24)
        from days in Gen.Choose(1, 120)
        select business
            ? new Sample(start, ClockSpan.Business(days), Calendars.Office, "Europe/Paris")
            : new Sample(start, ClockSpan.Calendar(months, days), Calendar: null, zone);

    private static readonly Gen<Sample> Samples = Gen.OneOf(Pausable, Dated);

    private static readonly Gen<Pause> Pauses =
        from after in Gen.Choose(-60 * 24, 60 * 24 * 10)
        from minutes in Gen.Choose(0, 60 * 24 * 3)
        select new Pause(From.AddMinutes(after), From.AddMinutes(after + minutes));

    private static readonly Gen<(Sample Sample, IReadOnlyList<Pause> Pauses)> Paused =
        from sample in Pausable
        from count in Gen.Choose(0, 5)
        from pauses in Pauses.ArrayOf(count)
        select (sample, (IReadOnlyList<Pause>)[.. pauses.Select(sample.Shift)]);

    [Fact]
    public void A_clock_is_never_due_before_it_starts()
        => Holds(Samples, sample => sample.Due() > sample.Start);

    [Fact]
    public void Counting_again_from_the_same_history_gives_the_same_instant_and_the_same_trace()
        => Holds(
            Paused,
            pair =>
            {
                var shuffled = pair.Pauses.Reverse().ToList();
                return pair.Sample.Due(pair.Pauses) == pair.Sample.Due(shuffled)
                    && pair.Sample.Trace(pair.Pauses).ToText() == pair.Sample.Trace(shuffled).ToText();
            });

    [Fact]
    public void A_later_start_is_never_due_earlier()
        => Holds(
            Pairs(Samples, Gen.Choose(0, 60 * 24 * 40)),
            pair =>
            {
                var later = pair.First with { Start = pair.First.Start.AddMinutes(pair.Second) };

                // In the hour that happens twice the wall clock runs back, and dates follow the wall clock.
                return later.WallClock() < pair.First.WallClock() || later.Due() >= pair.First.Due();
            });

    [Fact]
    public void A_longer_time_is_never_due_earlier()
        => Holds(
            Pairs(Samples, Gen.Choose(0, 500)),
            pair => pair.First.Longer(pair.Second).Due() >= pair.First.Due());

    [Fact]
    public void One_more_pause_never_makes_a_clock_due_earlier()
        => Holds(
            Pairs(Paused, Pauses),
            triple =>
            {
                var (sample, pauses) = triple.First;
                Pause[] more = [.. pauses, sample.Shift(triple.Second)];
                return sample.Due(more) >= sample.Due(pauses);
            });

    [Fact]
    public void A_warning_lies_between_the_start_and_the_due_instant_and_rises_with_the_percentage()
        => Holds(
            Pairs(Paused, Gen.Choose(0, 99)),
            triple =>
            {
                var (sample, pauses) = triple.First;
                var due = sample.Due(pauses);
                var warn = DeadlineCalculator.WarnAt(sample.Start, due, triple.Second, sample.Calendar, pauses);
                var next = DeadlineCalculator.WarnAt(sample.Start, due, triple.Second + 1, sample.Calendar, pauses);
                return sample.Start <= warn && warn <= next && next <= due;
            });

    [Fact]
    public void Exactly_the_promised_working_time_lies_between_start_and_due()
        => Holds(
            Pausable.Where(sample => sample.Calendar is not null),
            sample => sample.Calendar!.WorkingTimeBetween(sample.Start, sample.Due()) == sample.Span.Time);

    [Fact]
    public void A_working_calendar_agrees_with_itself_about_when_it_works()
        => Holds(
            Pairs(Starts, WorkCalendars),
            pair =>
            {
                var (instant, calendar) = pair;
                var next = calendar!.NextWorkingInstant(instant);
                return next >= instant
                    && calendar.IsWorking(next)
                    && calendar.WorkingTimeBetween(instant, next) == TimeSpan.Zero
                    && calendar.IsWorking(instant) == (next == instant);
            });

    private static Gen<(TFirst First, TSecond Second)> Pairs<TFirst, TSecond>(Gen<TFirst> first, Gen<TSecond> second)
        => from a in first
           from b in second
           select (a, b);

    private static void Holds<T>(Gen<T> values, Func<T, bool> property)
        => Check.One(Properties.Config(500), Prop.ForAll(Arb.From(values), property));

    private sealed record Sample(DateTimeOffset Start, ClockSpan Span, WorkingCalendar? Calendar, string? Zone)
    {
        public ClockTrace Trace(IReadOnlyList<Pause>? pauses = null)
            => DeadlineCalculator.Compute(Start, "filing", Span, Calendar, Zone, pauses);

        public DateTimeOffset Due(IReadOnlyList<Pause>? pauses = null) => Trace(pauses).Due;

        // Pauses are made near the first instant; they only matter near this clock's start.
        public Pause Shift(Pause pause) => new(pause.From + (Start - From), pause.To + (Start - From));

        public DateTime WallClock() => Zone is null
            ? Start.UtcDateTime
            : TimeZoneInfo.ConvertTime(Start, TimeZoneInfo.FindSystemTimeZoneById(Zone)).DateTime;

        public Sample Longer(int by) => this with
        {
            Span = Span.Unit switch
            {
                ClockUnit.Elapsed => ClockSpan.Elapsed(Span.Time + TimeSpan.FromMinutes(by)),
                ClockUnit.Working => ClockSpan.Working(Span.Time + TimeSpan.FromMinutes(by)),
                ClockUnit.Calendar => ClockSpan.Calendar(Span.Months, Span.Days + by),
                ClockUnit.Business => ClockSpan.Business(Span.Days + by),
                _ => throw new InvalidOperationException(),
            },
        };
    }
}
