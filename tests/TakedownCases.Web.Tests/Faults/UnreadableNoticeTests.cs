using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Testing;
using TakedownCases.Testing.Mail;
using TakedownCases.Web.Jobs;
using TakedownCases.Web.Tests.Jobs;

namespace TakedownCases.Web.Tests.Faults;

/// <summary>The bytes of one notice cannot be opened any more: nothing of it leaves, a person is told, and all others go out.</summary>
public sealed class UnreadableNoticeTests
{
    [Theory, DatabaseData]
    public async Task It_is_left_to_a_person_and_keeps_no_other_back(DatabaseKind kind)
    {
        await using var server = new FaultySmtpServer();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = TestApp.StartOn(database, SendingWorld.Options(server, hasArchive: true, ManualTimeProvider.DefaultStart));
        await app.QueueAsync(1);
        var broken = await app.ReadAsync(db => db.Outbox.Select(item => item.Notice).SingleAsync());
        await ConfuseAsync(database);
        await app.QueueAsync(2);

        await app.EmptyOutboxAsync();

        var notices = await app.ReadAsync(db => db.Notices.AsNoTracking().ToListAsync());
        Assert.All(notices, notice => Assert.Equal(notice.Id == broken ? NoticeState.Rejected : NoticeState.Sent, notice.State));
        Assert.Equal(2, server.Received.Count);
        var task = await app.ReadAsync(db => db.Tasks.AsNoTracking().SingleAsync(task => task.Notice == broken && task.EndedAt == null));
        Assert.Equal(TaskKind.SendingRejected, task.Kind);
        Assert.Equal([], await app.VerifyAsync());
    }

    // As if the disk had mixed something up: what is sealed for one column opens in no other.
    private static async Task ConfuseAsync(TestDatabase database)
    {
        await using DbConnection connection = database.Kind == DatabaseKind.Sqlite
            ? new SqliteConnection(database.ConnectionString)
            : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE notice SET mime = frozen";
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }
}
