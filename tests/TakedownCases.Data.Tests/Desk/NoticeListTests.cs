using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Desk;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Tests.Notices;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Desk;

public sealed class NoticeListTests
{
    [Theory]
    [DatabaseData]
    public async Task A_notice_lies_on_one_shelf_at_a_time_and_says_when_it_is_tried_next(DatabaseKind kind)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var me = await world.HireAsync(StaffRole.Supervisor);
        var outbox = new OutboxSamples(world.Services, world.Now);
        var (_, notice) = await outbox.QueueAsync();
        Assert.Equal((NoticeShelf.Waiting, notice, 0), await WhereAsync(world, me));

        var turn = await outbox.TakeToSendAsync();
        Assert.Equal((NoticeShelf.Sending, notice, 1), await WhereAsync(world, me));

        await outbox.SettleAsync(turn, SendEnd.Deferred);
        Assert.Equal((NoticeShelf.Deferred, notice, 1), await WhereAsync(world, me));
        var next = (await ReadAsync(world, me, NoticeShelf.Deferred)).Rows[0].NextAt;
        Assert.Equal(world.Now + OutboxPace.WaitAfter(1), next);

        world.Clock.Advance(OutboxPace.WaitAfter(1));
        Assert.Equal((NoticeShelf.Waiting, notice, 1), await WhereAsync(world, me));

        await outbox.SettleAsync(await outbox.TakeToSendAsync(), SendEnd.Unknown);
        Assert.Equal((NoticeShelf.Unknown, notice, 2), await WhereAsync(world, me));
        world.Clock.Advance(new OutboxPace().ArchiveLag);
        await outbox.SettleAsync(await outbox.TakeAsync(), ArchiveSays.Unavailable);
        Assert.Null((await ReadAsync(world, me, NoticeShelf.Unknown)).Rows[0].NextAt);
    }

    [Theory]
    [DatabaseData]
    public async Task What_left_was_refused_or_was_stopped_has_shelves_of_its_own(DatabaseKind kind)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var me = await world.HireAsync(StaffRole.Legal);
        var outbox = new OutboxSamples(world.Services, world.Now);
        var (_, sent) = await outbox.QueueAsync();
        await outbox.SettleAsync(await outbox.TakeToSendAsync(), SendEnd.Accepted);
        var (_, refused) = await outbox.QueueAsync();
        await outbox.SettleAsync(await outbox.TakeToSendAsync(), SendEnd.Rejected, "550 no");
        var (withdrawn, stopped) = await outbox.QueueAsync();
        await world.ChangeAsync(withdrawn, it => it.WithdrawConsent(ConsentAction.NotifyPlatforms, Actor.Survivor, world.Now));

        Assert.Equal(sent, Assert.Single((await ReadAsync(world, me, NoticeShelf.Sent)).Rows).Id);
        Assert.Equal(refused, Assert.Single((await ReadAsync(world, me, NoticeShelf.Rejected)).Rows).Id);
        var row = Assert.Single((await ReadAsync(world, me, NoticeShelf.Stopped)).Rows);
        Assert.Equal((stopped, StopReason.ConsentWithdrawn), (row.Id, row.StoppedBecause));
        var counts = await CountsAsync(world, me);
        Assert.Equal(3, counts.Values.Sum());
        Assert.Equal(1, counts[NoticeShelf.Stopped]);
    }

    [Theory]
    [DatabaseData]
    public async Task Who_sees_which_notice_follows_its_case_in_rows_and_counts(DatabaseKind kind)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var outbox = new OutboxSamples(world.Services, world.Now);
        var (holder, other) = (await world.HireAsync(StaffRole.Advocate), await world.HireAsync(StaffRole.Advocate, cleared: true));
        var (plain, cleared) = (await world.HireAsync(StaffRole.Supervisor), await world.HireAsync(StaffRole.Supervisor, cleared: true));
        var walled = await world.HireAsync(StaffRole.Supervisor, cleared: true);
        var (adult, _) = await outbox.QueueAsync();
        var (minor, _) = await outbox.QueueAsync(request: DeskWorld.Minor);
        await world.ChangeAsync(adult, it => it.Claim(holder.Staff, holder.AsActor(), world.Now));
        foreach (var id in new[] { adult, minor })
        {
            await world.ChangeAsync(id, it => it.Recuse(walled.Staff, Actor.Console, world.Now));
        }

        foreach (var (viewer, expected) in new (Viewer, CaseId[])[]
        {
            (holder, [adult]), (other, []), (plain, [adult]), (cleared, [adult, minor]), (walled, []),
        })
        {
            Assert.Equal(expected.Order(), (await ReadAsync(world, viewer, NoticeShelf.Waiting)).Rows.Select(row => row.CaseId).Order());
            Assert.Equal(expected.Length, (await CountsAsync(world, viewer))[NoticeShelf.Waiting]);
        }
    }

    [Theory]
    [DatabaseData]
    public async Task An_administrator_counts_on_their_tracks_and_reads_no_row(DatabaseKind kind)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var outbox = new OutboxSamples(world.Services, world.Now);
        var (plain, cleared) = (await world.HireAsync(StaffRole.Admin), await world.HireAsync(StaffRole.Admin, cleared: true));
        await outbox.QueueAsync();
        await outbox.QueueAsync(request: DeskWorld.Minor);

        Assert.Equal(1, (await CountsAsync(world, plain))[NoticeShelf.Waiting]);
        Assert.Equal(2, (await CountsAsync(world, cleared))[NoticeShelf.Waiting]);
        Assert.Empty((await ReadAsync(world, cleared, NoticeShelf.Waiting)).Rows);
    }

    [Theory]
    [DatabaseData]
    public async Task Pages_of_fifty_show_each_notice_once_both_ways(DatabaseKind kind)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var me = await world.HireAsync(StaffRole.Supervisor);
        var outbox = new OutboxSamples(world.Services, world.Now);
        var all = new List<NoticeId>();
        for (var n = 0; n < 55; n++)
        {
            all.Add((await outbox.QueueAsync()).Notice);
        }

        var first = await ReadAsync(world, me, NoticeShelf.Waiting);
        var second = await world.WithAsync((NoticeList list) => list.ReadAsync(me, NoticeShelf.Waiting, first.Next, backwards: false, CancellationToken.None));
        var back = await world.WithAsync((NoticeList list) => list.ReadAsync(me, NoticeShelf.Waiting, second.Previous, backwards: true, CancellationToken.None));

        Assert.Equal((50, 5), (first.Rows.Count, second.Rows.Count));
        Assert.Equal(all.Order(), first.Rows.Concat(second.Rows).Select(row => row.Id));
        Assert.Null(second.Next);
        Assert.Equal(first.Rows, back.Rows);
    }

    [Theory]
    [DatabaseData]
    public async Task No_sealed_column_and_no_recipient_leaves_the_database_for_a_list(DatabaseKind kind)
    {
        await using var world = await DeskWorld.StartAsync(kind);
        var me = await world.HireAsync(StaffRole.Supervisor, cleared: true);
        await using var scope = world.Services.CreateAsyncScope();
        var (notices, tasks, overdue) = (scope.ServiceProvider.GetRequiredService<NoticeList>(),
            scope.ServiceProvider.GetRequiredService<TaskList>(), scope.ServiceProvider.GetRequiredService<OverdueList>());

        foreach (var query in Enum.GetValues<NoticeShelf>().Select(shelf => notices.Rows(me, shelf, null, false).ToQueryString())
            .Append(tasks.Rows(me, DeskWorld.NobodyAway, [], null, false).ToQueryString())
            .Append(overdue.Rows(me, OverdueFilter.None, danger: false, null, backwards: false).ToQueryString()))
        {
            foreach (var column in new[] { "recipient", "mime", "choices", "frozen", "receipt", "details", "contact", "statement", "blind_index", "reach" })
            {
                Assert.DoesNotContain(column, query, StringComparison.Ordinal);
            }
        }
    }

    private static async Task<(NoticeShelf Shelf, NoticeId Notice, int Attempts)> WhereAsync(DeskWorld world, Viewer viewer)
    {
        var found = new List<(NoticeShelf, NoticeId, int)>();
        foreach (var shelf in Enum.GetValues<NoticeShelf>())
        {
            found.AddRange((await ReadAsync(world, viewer, shelf)).Rows.Select(row => (shelf, row.Id, row.Attempts)));
        }

        return Assert.Single(found);
    }

    private static Task<DeskSlice<NoticeRow>> ReadAsync(DeskWorld world, Viewer viewer, NoticeShelf shelf)
        => world.WithAsync((NoticeList list) => list.ReadAsync(viewer, shelf, null, backwards: false, CancellationToken.None));

    private static Task<IReadOnlyDictionary<NoticeShelf, int>> CountsAsync(DeskWorld world, Viewer viewer)
        => world.WithAsync((DeskAround around) => around.OfOutboxAsync(viewer, CancellationToken.None));
}
