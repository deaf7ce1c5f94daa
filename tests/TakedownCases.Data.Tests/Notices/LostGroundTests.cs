using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Notices;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Notices;

/// <summary>What a notice stood on, or can be read by, is gone before it left: nothing is sent, and a person is asked once.</summary>
public sealed class LostGroundTests
{
    private readonly ManualTimeProvider _clock = new();

    private Task OnAsync(DatabaseKind kind, Func<OutboxSamples, ServiceProvider, Task> test) => OutboxSamples.OnAsync(kind, _clock, test);

    [Theory, DatabaseData]
    public Task After_a_restore_no_refused_try_says_when_it_left(DatabaseKind kind) => OnAsync(kind, async (outbox, services) =>
    {
        var queued = await outbox.QueueAsync();
        await outbox.SettleAsync(await outbox.TakeToSendAsync(), SendEnd.Deferred, "451 busy");
        _clock.Advance(TimeSpan.FromHours(40));
        await using (var scope = services.CreateAsyncScope())
        {
            Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<RestoredOutbox>().DoubtAsync(Actor.Console, CancellationToken.None));
        }

        Assert.True(await outbox.SettleAsync(await outbox.TakeAsync(), ArchiveSays.Found));
        Assert.Equal(_clock.Now(), (await outbox.LookAsync(queued)).Notice.LeftAt);
    });

    [Theory, DatabaseData]
    public Task What_is_gone_is_not_asked_for_at_the_next_try(DatabaseKind kind) => OnAsync(kind, async (outbox, services) =>
    {
        var queued = await outbox.QueueAsync();
        var turn = await outbox.TakeToSendAsync();
        await Samples.ChangeAsync(services, queued.Case, it => Assert.True(it.TellOutcome(
            it.Places[0].Id, new PlaceOutcome(PlaceState.RemovedConfirmed, OutcomeSource.Platform, _clock.Now()), Samples.StartClock, Samples.ByAda, _clock.Now()).IsDone));
        await outbox.SettleAsync(turn, SendEnd.Deferred, "451 busy");
        _clock.Advance(OutboxPace.WaitAfter(1));
        Assert.IsType<DecidedTurn>(await outbox.TakeAsync());
        Assert.Equal((NoticeState.Stopped, StopReason.PlaceGone), ((await outbox.LookAsync(queued)).Notice.State, (await outbox.LookAsync(queued)).Notice.StoppedBecause));
    });

    [Theory, DatabaseData]
    public Task What_is_stopped_asks_nobody_for_anything_but_a_look(DatabaseKind kind) => OnAsync(kind, async (outbox, services) =>
    {
        var queued = await outbox.QueueAsync();
        await outbox.SettleAsync(await outbox.TakeToSendAsync(), SendEnd.Rejected, "550 no such user");
        await Samples.ChangeAsync(services, queued.Case, it => it.WithdrawConsent(ConsentAction.NotifyPlatforms, Actor.Survivor, _clock.Now()));
        var (takedownCase, notice, _) = await outbox.LookAsync(queued);
        Assert.Equal((NoticeState.Stopped, StopReason.ConsentWithdrawn), (notice.State, notice.StoppedBecause));
        Assert.Equal([TaskKind.NoticeStopped], takedownCase.Tasks.Where(task => task.IsOpen).Select(task => task.Kind));
    });
}
