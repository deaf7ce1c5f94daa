using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.Jobs;

namespace TakedownCases.Web.Tests.Commands;

public sealed class LedgerCommandTests
{
    [Theory, DatabaseData]
    public async Task Verify_ledger_says_that_it_is_valid(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        await app.FileAsync();

        var (code, said) = await app.RunAsync("verify-ledger");

        Assert.True(code == 0, said);
        Assert.Contains("The ledger is valid.", said, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task Verify_ledger_ends_with_1_when_a_head_says_more_than_there_is(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var id = await app.FileAsync();
        await app.ReadAsync(async db =>
        {
            var head = await db.LedgerHeads.SingleAsync(head => head.Scope == id.Value && head.Lane == LedgerLane.Case);
            db.Entry(head).Property(row => row.Seq).CurrentValue++;
            return await db.SaveChangesAsync();
        });

        var (code, said) = await app.RunAsync("verify-ledger");

        Assert.Equal(1, code);
        Assert.Contains("NOT valid", said, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task Export_case_writes_a_file_that_verifies_and_holds_no_word(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var id = await app.FileAsync();
        var number = await app.ReadAsync(db => db.Cases.Where(one => one.Id == id).Select(one => one.Number).SingleAsync());
        var file = Path.Combine(Scratch.NewFolder("export"), "case.json");

        var (code, said) = await app.RunAsync("export-case", number.Value, file);

        Assert.True(code == 0, said);
        Assert.DoesNotContain(JobWorld.Canary, await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Equal(1, (await app.RunAsync("export-case", number.Value, file)).Code);
        Assert.Equal(1, (await app.RunAsync("export-case", "TD-0000-0000")).Code);
    }
}
