using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Jobs;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Notices;
using TakedownCases.Web.Jobs;
using TakedownCases.Web.Jobs.Sweeps;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Demo;

/// <summary>
/// What the house does by itself while the stories are played: deadlines and their rungs, drafts and the outbox. The sweeps
/// are the real ones; only their clock is the demo's, and the mail server an invented one.
/// </summary>
internal sealed class DemoHouse
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(20);

    private readonly TakedownDbContext _db;
    private readonly DemoClock _clock;
    private readonly Sweep[] _sweeps;

    public DemoHouse(IServiceProvider services, DemoClock clock)
    {
        (_db, _clock) = (services.GetRequiredService<TakedownDbContext>(), clock);
        T Make<T>(params object[] given) => ActivatorUtilities.CreateInstance<T>(services, given);
        var cases = new CaseStore(_db, clock);
        var notices = Make<NoticeStore>(cases);
        var freezer = Make<NoticeFreezer>(notices);
        var answers = Make<OutboxAnswers>(notices, clock);
        var log = Make<ReadLog>(new CurrentAct(), clock);
        Desk = Make<DemoDesk>(freezer, answers);
        _sweeps =
        [
            Make<ClockSweep>(cases, clock),
            Make<DraftingSweep>(Make<RungDrafts>(cases, log, freezer, clock), clock),
            Make<SendingSweep>(Make<Outbox>(notices, clock), answers, Make<DemoPost>(), new NoArchive(), clock),
        ];
    }

    public DemoDesk Desk { get; }

    /// <summary>Whatever is due until then, each at its time; afterwards it is that instant.</summary>
    public async Task WorkUntilAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        while (await NextAsync(cancellationToken) is { } next && next + Delay <= instant)
        {
            _clock.Set(next + Delay);
            var done = 0;
            foreach (var sweep in _sweeps)
            {
                done += (await sweep.RunAsync(cancellationToken)).Done;
                _db.ChangeTracker.Clear();
            }

            if (done == 0)
            {
                throw new InvalidOperationException($"What was due at {next:O} could not be done.");
            }
        }

        _clock.Set(instant);
    }

    /// <summary>The invented mail server works; only one site behind it is always busy, and that is no trouble of the house's.</summary>
    public async Task LeaveSignAsync(CancellationToken cancellationToken)
    {
        var (beat, now) = (new Heartbeat(JobTable.Sending.Id), _clock.Now());
        beat.Beat(now, now, TimeSpan.Zero, 0, delivered: true);
        _db.Heartbeats.Add(beat);
        await _db.SaveChangesAsync(cancellationToken);
    }

    private async Task<DateTimeOffset?> NextAsync(CancellationToken cancellationToken)
    {
        var clocks = await _db.Clocks.Where(clock => clock.NextAt != null).MinAsync(clock => clock.NextAt, cancellationToken);
        var mail = await _db.Outbox.Where(item => item.NextAt != null).MinAsync(item => item.NextAt, cancellationToken);
        return mail is null || clocks < mail ? clocks : mail;
    }
}
