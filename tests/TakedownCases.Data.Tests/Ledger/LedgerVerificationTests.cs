using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Tests.Notices;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Ledger;

public sealed class LedgerVerificationTests
{
    private readonly ManualTimeProvider _clock = new();

    [Theory, DatabaseData]
    public async Task An_honest_database_verifies_and_the_run_is_logged(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, _clock);
        await CaseSamples.WorkedAsync(services, _clock);
        await CaseSamples.FileAsync(services, Track.Minor);

        var first = await VerifyAsync(services);
        var second = await VerifyAsync(services);

        Assert.Empty(first.Findings);
        Assert.True(first.IsValid);
        Assert.Equal(2, first.Cases);
        Assert.True(first.Opened >= 12, $"{first.Opened} values were opened.");
        Assert.Equal(first.Entries + 1, second.Entries);
        Assert.Equal(first.Streams + 1, second.Streams);
    }

    [Theory, DatabaseData]
    public async Task A_changed_byte_is_named(DatabaseKind kind)
        => await NamesAsync(kind, $"UPDATE ledger_entry SET {Tamper.OneByte(kind, "body")} WHERE scope = {{id}} AND lane = 1 AND seq = 3", 3,
            LedgerFindingCode.HashMismatch);

    [Theory, DatabaseData]
    public async Task A_deleted_row_is_named(DatabaseKind kind)
        => await NamesAsync(kind, "DELETE FROM ledger_entry WHERE scope = {id} AND lane = 1 AND seq = 4", 5, LedgerFindingCode.Gap);

    [Theory, DatabaseData]
    public async Task A_deleted_end_is_named(DatabaseKind kind)
        => await NamesAsync(
            kind,
            "DELETE FROM ledger_entry WHERE scope = {id} AND lane = 1 AND seq = (SELECT seq FROM ledger_head WHERE scope = {id} AND lane = 1)",
            null,
            LedgerFindingCode.TailMissing);

    [Theory, DatabaseData]
    public async Task A_swapped_pair_is_named(DatabaseKind kind)
        => await NamesAsync(
            kind,
            """
            UPDATE ledger_entry SET seq = 1000 WHERE scope = {id} AND lane = 1 AND seq = 3;
            UPDATE ledger_entry SET seq = 3 WHERE scope = {id} AND lane = 1 AND seq = 4;
            UPDATE ledger_entry SET seq = 4 WHERE scope = {id} AND lane = 1 AND seq = 1000;
            """,
            3,
            LedgerFindingCode.WrongSeq);

    [Theory]
    [DatabaseData("severity = 'Standard'", "severity")]
    [DatabaseData("track = 'Adult'", "track")]
    [DatabaseData("state = 'Closed'", "state")]
    [DatabaseData("next_due_at = next_due_at + 1", "next_due_at")]
    [DatabaseData("filed_at = filed_at - 1", "filed_at")]
    [DatabaseData("place_count = 9", "place_count")]
    public async Task A_changed_column_of_the_case_is_named(DatabaseKind kind, string change, string column)
    {
        var finding = await NamesAsync(
            kind, $"UPDATE takedown_case SET {change} WHERE id = {{id}}", null, LedgerFindingCode.ProjectionMismatch);

        Assert.EndsWith(": " + column + ".", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [DatabaseData("state = 'Sent'", "notice.state")]
    [DatabaseData("left_at = 1", "notice.left_at")]
    [DatabaseData("platform = 'another'", "notice.platform")]
    public async Task A_changed_column_of_a_notice_is_named(DatabaseKind kind, string change, string column)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, _clock);
        var (id, _) = await new OutboxSamples(services, _clock.Now()).QueueAsync();
        Assert.True((await VerifyAsync(services)).IsValid);

        await Tamper.RunAsync(database, id.Value, $"UPDATE notice SET {change} WHERE case_id = {{id}}");

        var finding = Assert.Single((await VerifyAsync(services)).Findings);
        Assert.Equal(LedgerFindingCode.ProjectionMismatch, finding.Code);
        Assert.EndsWith(": " + column + ".", finding.Message, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task A_changed_secret_is_named(DatabaseKind kind)
        => await NamesAsync(kind, $"UPDATE ledger_secret SET {Tamper.OneByte(kind, "sealed")} WHERE scope = {{id}} AND seq = 1 AND tag = 101", 1,
            LedgerFindingCode.SecretUnreadable);

    [Theory, DatabaseData]
    public async Task A_deleted_secret_is_named(DatabaseKind kind)
        => await NamesAsync(kind, "DELETE FROM ledger_secret WHERE scope = {id} AND seq = 1 AND tag = 101", 1, LedgerFindingCode.SecretMissing);

    [Theory, DatabaseData]
    public async Task A_case_whose_whole_history_was_deleted_is_named(DatabaseKind kind)
        => await NamesAsync(
            kind,
            "DELETE FROM ledger_secret WHERE scope = {id}; DELETE FROM ledger_entry WHERE scope = {id}; DELETE FROM ledger_head WHERE scope = {id}",
            0,
            LedgerFindingCode.ProjectionMissing);

    [Theory, DatabaseData]
    public async Task A_head_without_its_entries_is_named(DatabaseKind kind)
        => await NamesAsync(
            kind, "DELETE FROM ledger_entry WHERE scope = {id} AND lane = 1", 1, LedgerFindingCode.TailMissing);

    [Theory, DatabaseData]
    public async Task A_case_whose_key_is_destroyed_still_verifies(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, _clock);
        var filed = await CaseSamples.FileAsync(services);
        await Tamper.RunAsync(database, filed.Id.Value, "DELETE FROM case_data_key WHERE case_id = {id}");

        var verdict = await VerifyAsync(services);

        Assert.Empty(verdict.Findings);
        Assert.True(verdict.Erased > 0);
        Assert.Equal(0, verdict.Opened);
    }

    private async Task<LedgerFinding> NamesAsync(DatabaseKind kind, string sql, long? seq, string code)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, _clock);
        await CaseSamples.FileAsync(services);
        var filed = await CaseSamples.WorkedAsync(services, _clock);
        await CaseSamples.FileAsync(services);

        await Tamper.RunAsync(database, filed.Id.Value, sql);
        var verdict = await VerifyAsync(services);

        Assert.False(verdict.IsValid);
        Assert.All(verdict.Findings, finding => Assert.Equal(filed.Id.Value, finding.Stream.Scope));
        return Assert.Single(verdict.Findings, finding => finding.Code == code && (seq is null || finding.Seq == seq));
    }

    private static async Task<LedgerVerdict> VerifyAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LedgerVerification>()
            .RunAsync(Actor.Console, progress: null, CancellationToken.None);
    }
}
