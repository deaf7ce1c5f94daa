using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Notices;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Notices;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Notices;

/// <summary>What leaves, what is tried again, what is never sent twice: on both databases.</summary>
public sealed class OutboxTests
{
    private static readonly OutboxPace Pace = new();

    private readonly ManualTimeProvider _clock = new();

    private Task OnAsync(DatabaseKind kind, Func<OutboxSamples, ServiceProvider, Task> test) => OutboxSamples.OnAsync(kind, _clock, test);

    [Theory, DatabaseData]
    public Task What_the_server_took_starts_the_clocks_of_each_place(DatabaseKind kind) => OnAsync(kind, async (outbox, _) =>
    {
        var queued = await outbox.QueueAsync();
        var turn = await outbox.TakeToSendAsync();
        Assert.Equal(("abuse@example.com", OutboxSamples.Mime, 1), (turn.Recipient, Encoding.ASCII.GetString(turn.Bytes.Span), turn.Attempt));
        Assert.Null(await outbox.TakeAsync());
        Assert.True(await outbox.SettleAsync(turn, SendEnd.Accepted));
        var (takedownCase, notice, item) = await outbox.LookAsync(queued);
        Assert.Equal((NoticeState.Sent, _clock.Now(), null), (notice.State, item.SentAt!.Value, item.NextAt));
        Assert.All(takedownCase.Places, place => Assert.Equal(PlaceState.Noticed, place.State));
        Assert.Equal(2, takedownCase.Clocks.Count(clock => clock is { Kind: ClockKind.Removal, IsRunning: true, StartedBy: "server-acceptance" }));
        Assert.All(
            takedownCase.Clocks.Where(clock => clock.Kind == ClockKind.Removal), clock => Assert.Equal(_clock.Now().AddHours(48), clock.DueAt));
        Assert.Contains(takedownCase.Clocks, clock => clock is { Kind: ClockKind.Acknowledgement, IsRunning: true });
        Assert.DoesNotContain(takedownCase.Clocks, clock => clock is { Kind: ClockKind.NoticeOut, IsRunning: true });
        Assert.False(await outbox.SettleAsync(turn, SendEnd.Accepted));
    });

    [Theory, DatabaseData]
    public Task What_was_deferred_waits_and_is_tried_again_with_the_same_bytes(DatabaseKind kind) => OnAsync(kind, async (outbox, _) =>
    {
        var queued = await outbox.QueueAsync();
        var first = await outbox.TakeToSendAsync();
        await outbox.SettleAsync(first, SendEnd.Deferred, "451 greylisted");
        Assert.Null(await outbox.TakeAsync());
        _clock.Advance(OutboxPace.WaitAfter(1));
        var second = await outbox.TakeToSendAsync();
        Assert.Equal((2, first.MessageId), (second.Attempt, second.MessageId));
        Assert.True(first.Bytes.Span.SequenceEqual(second.Bytes.Span));
        Assert.False(await outbox.SettleAsync(first, SendEnd.Accepted), "An answer that comes too late is nobody's any more.");
        Assert.True(await outbox.SettleAsync(second, SendEnd.Accepted));
        Assert.Equal(NoticeState.Sent, (await outbox.LookAsync(queued)).Notice.State);
    });

    [Theory, DatabaseData]
    public Task A_server_that_cannot_take_it_for_two_days_is_left_to_a_person(DatabaseKind kind) => OnAsync(kind, async (outbox, _) =>
    {
        var queued = await outbox.QueueAsync();
        _clock.Advance(Pace.GiveUpAfter);
        await outbox.SettleAsync(await outbox.TakeToSendAsync(), SendEnd.Deferred, "451 busy");
        Assert.True((await outbox.LookAsync(queued)).Notice.State == NoticeState.Queued, "That we were away for two days is not the server's fault.");
        _clock.Advance(Pace.GiveUpAfter);
        await outbox.SettleAsync(await outbox.TakeToSendAsync(), SendEnd.Deferred, "451 busy");
        var (takedownCase, notice, item) = await outbox.LookAsync(queued);
        Assert.Equal((NoticeState.Rejected, null), (notice.State, item.NextAt));
        Assert.Contains(takedownCase.Tasks, task => task is { Kind: TaskKind.SendingRejected, IsOpen: true });
    });

    [Theory, DatabaseData]
    public Task What_the_archive_holds_left_when_the_lost_try_began(DatabaseKind kind) => OnAsync(kind, async (outbox, _) =>
    {
        var queued = await outbox.QueueAsync();
        var tried = (await outbox.TakeToSendAsync()).StartedAt;
        _clock.Advance(Pace.Lease);
        await outbox.TakeAsync();
        _clock.Advance(Pace.ArchiveLag);
        Assert.True(await outbox.SettleAsync(await outbox.TakeAsync(), ArchiveSays.Found));
        var (takedownCase, notice, _) = await outbox.LookAsync(queued);
        Assert.Equal(tried, notice.LeftAt);
        Assert.All(
            takedownCase.Clocks.Where(clock => clock.Kind == ClockKind.Removal),
            clock => Assert.Equal((tried, "sending"), (clock.StartedAt, clock.StartedBy)));
    });

    [Theory, DatabaseData]
    public Task A_case_erased_while_its_notice_was_on_the_way_stops_no_other(DatabaseKind kind) => OnAsync(kind, async (outbox, services) =>
    {
        var queued = await outbox.QueueAsync();
        var turn = await outbox.TakeToSendAsync();
        await Samples.ChangeAsync(services, queued.Case, it => it.RequestErasure(keepProof: false, _clock.Now(), Actor.Survivor, _clock.Now()));
        await using (var scope = services.CreateAsyncScope())
        {
            Assert.True(await scope.ServiceProvider.GetRequiredService<CaseErasure>().EraseAsync(queued.Case, CancellationToken.None));
        }

        Assert.False(await outbox.SettleAsync(turn, SendEnd.Accepted), "Where the answer would rest is destroyed.");
        var other = await outbox.QueueAsync("other@example.com");
        _clock.Advance(Pace.Lease + Pace.ArchiveLag);
        await outbox.SettleAsync(await outbox.TakeToSendAsync(), SendEnd.Accepted);
        Assert.Null(await outbox.TakeAsync());
        Assert.Equal(NoticeState.Sent, (await outbox.LookAsync(other)).Notice.State);
        Assert.Equal((NoticeState.Stopped, null), ((await outbox.LookAsync(queued)).Notice.State, (await outbox.LookAsync(queued)).Item.NextAt));
    });

    [Theory, DatabaseData]
    public Task A_worker_that_goes_silent_is_not_followed_by_a_blind_resend(DatabaseKind kind) => OnAsync(kind, async (outbox, _) =>
    {
        var queued = await outbox.QueueAsync();
        var lost = await outbox.TakeToSendAsync();
        _clock.Advance(Pace.Lease);
        Assert.IsType<DecidedTurn>(await outbox.TakeAsync());
        Assert.Equal(NoticeState.Unknown, (await outbox.LookAsync(queued)).Notice.State);
        Assert.Null(await outbox.TakeAsync());
        _clock.Advance(Pace.ArchiveLag);
        Assert.True(await outbox.SettleAsync(await outbox.TakeAsync(), ArchiveSays.NotFound));
        Assert.Null(await outbox.TakeAsync());
        _clock.Advance(Pace.ArchiveLag);
        Assert.True(await outbox.SettleAsync(await outbox.TakeAsync(), ArchiveSays.NotFound));
        var again = await outbox.TakeToSendAsync();
        Assert.Equal((2, lost.MessageId), (again.Attempt, again.MessageId));
        Assert.False(await outbox.SettleAsync(lost, SendEnd.Accepted));
        Assert.True(await outbox.SettleAsync(again, SendEnd.Accepted));
    });

    [Theory, DatabaseData]
    public Task A_copy_in_the_archive_says_that_it_left(DatabaseKind kind) => OnAsync(kind, async (outbox, _) =>
    {
        var queued = await outbox.QueueAsync();
        await outbox.SettleAsync(await outbox.TakeToSendAsync(), SendEnd.Unknown, "The line broke.");
        _clock.Advance(Pace.ArchiveLag);
        Assert.True(await outbox.SettleAsync(await outbox.TakeAsync(), ArchiveSays.Found));
        var (takedownCase, notice, _) = await outbox.LookAsync(queued);
        Assert.Equal(NoticeState.Sent, notice.State);
        Assert.All(takedownCase.Clocks.Where(clock => clock.Kind == ClockKind.Removal), clock => Assert.Equal("sending", clock.StartedBy));
        Assert.Null(await outbox.TakeAsync());
    });

    [Theory, DatabaseData]
    public Task Without_an_archive_a_person_decides(DatabaseKind kind) => OnAsync(kind, async (outbox, services) =>
    {
        var queued = await outbox.QueueAsync();
        await outbox.SettleAsync(await outbox.TakeToSendAsync(), SendEnd.Unknown, "The line broke.");
        _clock.Advance(Pace.ArchiveLag);
        Assert.True(await outbox.SettleAsync(await outbox.TakeAsync(), ArchiveSays.Unavailable));
        Assert.Null(await outbox.TakeAsync());
        Assert.Contains((await outbox.LookAsync(queued)).Case.Tasks, task => task is { Kind: TaskKind.UnknownSending, IsOpen: true });
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
            var loaded = (await scope.ServiceProvider.GetRequiredService<NoticeStore>().LoadAsync(queued.Case, queued.Notice, CancellationToken.None))!;
            var item = await db.Outbox.SingleAsync(item => item.Notice == queued.Notice);
            scope.ServiceProvider.GetRequiredService<OutboxAnswers>()
                .Decide(loaded, item, hasLeft: true, "They telephoned.", Samples.ByAda, _clock.Now());
            await db.SaveChangesAsync();
        }

        var (takedownCase, notice, _) = await outbox.LookAsync(queued);
        Assert.Equal(NoticeState.Sent, notice.State);
        Assert.DoesNotContain(takedownCase.Tasks, task => task is { Kind: TaskKind.UnknownSending, IsOpen: true });
    });

    [Theory]
    [DatabaseData("consent")]
    [DatabaseData("case")]
    [DatabaseData("place")]
    [DatabaseData("track")]
    [DatabaseData("close")]
    [DatabaseData("erase")]
    public Task What_loses_its_ground_is_stopped_in_the_same_moment(DatabaseKind kind, string ground) => OnAsync(kind, async (outbox, services) =>
    {
        var queued = await outbox.QueueAsync();
        var now = _clock.Now();
        await Samples.ChangeAsync(services, queued.Case, it => Assert.True((ground switch
        {
            "consent" => it.WithdrawConsent(ConsentAction.NotifyPlatforms, Actor.Survivor, now),
            "case" => it.Withdraw(Actor.Survivor, now),
            "place" => it.WithdrawPlace(it.Places[0].Id, Actor.Survivor, now),
            "track" => it.MoveToTrack(Track.Minor, Samples.StartClock, Samples.ByAda, null, now),
            "close" => it.Close(Samples.ByAda, now),
            _ => it.RequestErasure(keepProof: true, now.AddHours(72), Actor.Survivor, now),
        }).IsDone));
        var (_, notice, item) = await outbox.LookAsync(queued);
        Assert.Equal((NoticeState.Stopped, null), (notice.State, item.NextAt));
        Assert.Null(await outbox.TakeAsync());
    });

    [Theory, DatabaseData]
    public Task What_is_taken_back_while_it_is_being_sent_is_told_as_it_happened(DatabaseKind kind) => OnAsync(kind, async (outbox, services) =>
    {
        var queued = await outbox.QueueAsync();
        var turn = await outbox.TakeToSendAsync();
        await Samples.ChangeAsync(
            services, queued.Case, it => it.WithdrawConsent(ConsentAction.NotifyPlatforms, Actor.Survivor, _clock.Now()));
        Assert.Equal(NoticeState.Sending, (await outbox.LookAsync(queued)).Notice.State);
        await outbox.SettleAsync(turn, SendEnd.Deferred, "451 later");
        _clock.Advance(OutboxPace.WaitAfter(1));
        Assert.IsType<DecidedTurn>(await outbox.TakeAsync());
        Assert.Equal((NoticeState.Stopped, StopReason.ConsentWithdrawn), ((await outbox.LookAsync(queued)).Notice.State, (await outbox.LookAsync(queued)).Notice.StoppedBecause!.Value));
    });

    [Theory, DatabaseData]
    public Task A_recipient_gets_no_more_than_its_share_of_an_hour(DatabaseKind kind) => OnAsync(kind, async (outbox, services) =>
    {
        var pace = services.GetRequiredService<OutboxPace>();
        for (var sent = 0; sent < pace.PerRecipientAnHour; sent++)
        {
            await outbox.QueueAsync();
            await outbox.SettleAsync(await outbox.TakeToSendAsync(), SendEnd.Accepted);
        }

        var late = await outbox.QueueAsync();
        Assert.IsType<DecidedTurn>(await outbox.TakeAsync());
        Assert.Null(await outbox.TakeAsync());
        await outbox.QueueAsync("other@example.net");
        var other = await outbox.TakeToSendAsync();
        Assert.Equal("other@example.net", other.Recipient);
        await outbox.SettleAsync(other, SendEnd.Accepted);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(late.Notice, (await outbox.TakeToSendAsync()).Notice);
    });

    [Theory, DatabaseData]
    public Task Many_workers_take_each_notice_once(DatabaseKind kind) => OnAsync(kind, async (outbox, _) =>
    {
        for (var notice = 0; notice < 12; notice++)
        {
            await outbox.QueueAsync($"abuse{notice}@example.com");
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var mine = new List<NoticeId>();
            while (await outbox.TakeAsync() is { } turn)
            {
                var send = Assert.IsType<SendTurn>(turn);
                mine.Add(send.Notice);
                Assert.True(await outbox.SettleAsync(send, SendEnd.Accepted));
            }

            return mine;
        })));
        Assert.Equal(12, taken.SelectMany(mine => mine).Distinct().Count());
        Assert.Equal(12, taken.Sum(mine => mine.Count));
    });
}
