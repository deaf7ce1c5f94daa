using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Testing;
using TakedownCases.Verify;
using TakedownCases.Web.Commands;
using TakedownCases.Web.Jobs;

namespace TakedownCases.Browser.Tests;

/// <summary>Time passes and the house works by itself; afterwards, what it left behind is proved.</summary>
internal static class HouseTime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The clock moves on, the sweeps do what is due, and that is over when the case says so.</summary>
    public static async Task PassAsync(this TestApp app, string number, TimeSpan time, Func<IReadOnlyList<Notice>, TakedownCase, bool> until)
    {
        app.Clock.Advance(time);
        using var patience = new CancellationTokenSource(Patience);
        var runner = app.Services.GetRequiredService<SweepRunner>();
        while (!await HoldsAsync(app, number, until))
        {
            patience.Token.ThrowIfCancellationRequested();
            foreach (var job in JobTable.All)
            {
                Assert.True(await runner.RunAsync(job, patience.Token), $"{job.Id} broke off: {app.Logs.LastOrDefault(line => line.Message.Contains(job.Id, StringComparison.Ordinal))?.Message}");
            }
        }
    }

    /// <summary>The notices that the server has are what was frozen, byte for byte and once each: the bytes are opened from the database.</summary>
    public static async Task CheckFrozenAsync(this TestApp app, string number, RealMailServer server)
        => Assert.Equal(
            (await FrozenAsync(app, number)).Order(StringComparer.Ordinal),
            server.Notices().Select(mail => mail.Raw).Order(StringComparer.Ordinal));

    private static async Task<IReadOnlyList<string>> FrozenAsync(TestApp app, string number)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (found, notices) = await ReadAsync(scope.ServiceProvider, number);
        var reading = await scope.ServiceProvider.GetRequiredService<ReadLog>().OpenAsync(found.Id, Actor.Console, "test", null, CancellationToken.None);
        return [.. notices.Where(notice => notice.State == NoticeState.Sent)
            .Select(notice => reading.Open(SealedFields.NoticeMime(notice.Id), notice.Mime)!)];
    }

    /// <summary>An operator verifies the ledger and exports the case; a stranger's program verifies the export, and names these kinds of entries.</summary>
    public static async Task ProveAsync(this TestApp app, string number, params string[] kinds)
    {
        var file = Path.Combine(Scratch.NewFolder("export"), $"{number}.json");
        await using var said = new StringWriter();
        Assert.True(await CommandLine.RunAsync(app.Services, ["verify-ledger"], said, CancellationToken.None) == 0, said.ToString());
        Assert.True(await CommandLine.RunAsync(app.Services, ["export-case", number, file], said, CancellationToken.None) == 0, said.ToString());
        await using var verdict = new StringWriter();
        Assert.True(VerifyExports.Run([file], verdict, verdict) == VerifyExports.Valid, verdict.ToString());
        Assert.All(kinds, kind => Assert.Contains($"  {kind} ", verdict.ToString(), StringComparison.Ordinal));
    }

    private static async Task<bool> HoldsAsync(TestApp app, string number, Func<IReadOnlyList<Notice>, TakedownCase, bool> until)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (found, notices) = await ReadAsync(scope.ServiceProvider, number);
        return until(notices, found);
    }

    private static async Task<(TakedownCase Case, List<Notice> Notices)> ReadAsync(IServiceProvider services, string number)
    {
        var db = services.GetRequiredService<TakedownDbContext>();
        var parsed = CaseNumber.Parse(number);
        var found = await db.Cases.AsNoTracking().AsSplitQuery().Include(one => one.Places).Include(one => one.Tasks).Include(one => one.Clocks)
            .SingleAsync(one => one.Number == parsed);
        return (found, await db.Notices.AsNoTracking().Include(one => one.Places).Where(one => one.CaseId == found.Id).ToListAsync());
    }
}
