using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Sqlite;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.Filing;

namespace TakedownCases.Web.Tests.Faults;

/// <summary>No room left for SQLite: nothing typed is lost, nothing is half-written, reading goes on.</summary>
public sealed class FullDiskTests
{
    private static readonly string LongWords = string.Concat(Enumerable.Repeat("long words ", 900)).Trim();

    private readonly FullDisk _disk = new();

    [Fact]
    public async Task A_step_on_a_full_disk_keeps_what_was_typed_and_can_be_sent_again()
    {
        await using var app = await StartAsync();
        using var visitor = app.NewSession();
        var journey = await new Journey(visitor, "en").StartAsync();
        await journey.AnswerAsync(("Age", "adult"), ("Edited", "no"));
        await journey.AnswerAsync(("Danger", "no"), ("Threatened", "no"), ("Suicide", "skip"), ("Country", "FR"));
        await journey.AnswerAsync(("Where", "https://example.org/a"));
        await journey.AnswerAsync();
        _disk.IsFull = true;

        var full = await visitor.SubmitAsync(journey.Page, Journey.Form, ("Harms", "SharedWithoutConsent"), ("Words", LongWords));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, full.Status);
        Assert.Equal(LongWords, full.Find("form.card [name=Words]").GetAttribute("value"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.OpenAsync("/en/f/3")).Status);
        _disk.IsFull = false;
        var again = await visitor.SubmitAsync(full, "form.card");
        Assert.Equal("Statement", again.Find("form#ask [name=step]").GetAttribute("value"));
    }

    [Fact]
    public async Task Sending_on_a_full_disk_writes_nothing_and_sending_again_files_once()
    {
        await using var app = await StartAsync();
        using var visitor = app.NewSession();
        var journey = await new Journey(visitor, "en").AdultToCheckAsync(words: LongWords);
        _disk.IsFull = true;

        var full = await visitor.SubmitAsync(journey.Page, Journey.Form);

        Assert.Null(full.Document.QuerySelector(".key"));
        Assert.Contains("long words", full.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.OpenAsync("/en")).Status);
        await AssertNothingFiledAsync(app);
        _disk.IsFull = false;
        var sent = await visitor.SubmitAsync(full, Journey.Form);
        Assert.NotNull(sent.Find(".key"));
        Assert.Equal(LongWords, Assert.Single(await Filed.AllAsync(app)).Details.Words);
        await AssertLedgerAsync(app);
    }

    private Task<TestApp> StartAsync() => TestApp.StartAsync(DatabaseKind.Sqlite, new TestAppOptions
    {
        Services = services => services.ConfigureDbContext<SqliteTakedownDbContext>(options => options.AddInterceptors(_disk)),
    });

    private static async Task AssertNothingFiledAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        Assert.Equal(
            (0, 0, 0, 0, 0),
            (await db.Cases.CountAsync(), await db.Places.CountAsync(), await db.Clocks.CountAsync(), await db.CaseDataKeys.CountAsync(),
                await db.LedgerHeads.CountAsync(head => head.Lane == Domain.Ledger.LedgerLane.Case)));
    }

    private static async Task AssertLedgerAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var verdict = await scope.ServiceProvider.GetRequiredService<LedgerVerification>().RunAsync(Actor.Console, null, CancellationToken.None);
        Assert.Equal([], verdict.Findings);
    }
}
