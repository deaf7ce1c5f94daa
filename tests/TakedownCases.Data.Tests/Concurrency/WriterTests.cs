using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Concurrency;

public sealed class WriterTests
{
    private const int Writers = 50;

    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [DatabaseData]
    public async Task Fifty_writers_of_one_case_lose_nothing_and_leave_no_gap(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, _clock);
        var id = (await Samples.FileAsync(services)).Id;

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(number => Task.Run(() => Samples.ChangeAsync(
            services, id, it => it.WriteNote(NoteKind.Operational, $"note {number}", Samples.ByAda, _clock.Now())))));

        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        Assert.Equal(Writers, await db.Notes.CountAsync());
        var sequence = await db.LedgerEntries.Where(row => row.Scope == id.Value && row.Lane == LedgerLane.Case)
            .OrderBy(row => row.Seq).Select(row => row.Seq).ToListAsync();
        Assert.Equal(Enumerable.Range(1, sequence.Count).Select(number => (long)number), sequence);
        Assert.Equal([], await Samples.VerifyAsync(db));
    }

    [Fact]
    public async Task Writers_of_different_cases_never_wait_for_each_other_on_PostgreSQL()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var services = await TestData.OpenAsync(database, _clock);
        var held = (await Samples.FileAsync(services)).Id;
        var free = (await Samples.FileAsync(services)).Id;
        await using var connection = new NpgsqlConnection(database.AppConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var hold = connection.CreateCommand();
        hold.CommandText = "SELECT seq FROM ledger_head WHERE scope = $1 FOR UPDATE";
        hold.Parameters.AddWithValue(held.Value);
        await hold.ExecuteScalarAsync();

        var waiting = Task.Run(() => ReviewAsync(services, held));
        await ReviewAsync(services, free);
        await Samples.FileAsync(services);

        Assert.False(waiting.IsCompleted);
        await transaction.RollbackAsync();
        await waiting;
    }

    [Theory]
    [DatabaseData]
    public async Task A_filing_that_arrives_twenty_times_at_once_is_one_case(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, _clock);
        var request = Samples.Request();

        var filed = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Samples.FileAsync(services, request))));

        Assert.Single(filed.Distinct());
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        Assert.Equal(1, await db.Cases.CountAsync());
        Assert.Equal(1, await db.CaseDataKeys.CountAsync());
        Assert.Equal([], await Samples.VerifyAsync(db));
    }

    private Task<int> ReviewAsync(ServiceProvider services, CaseId id)
        => Samples.ChangeAsync(services, id, it => it.Review(Samples.StartClock, Samples.ByAda, _clock.Now()));
}
