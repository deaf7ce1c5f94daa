using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;
using TakedownCases.Verify;

namespace TakedownCases.Data.Tests.Ledger;

public sealed class CaseExporterTests
{
    private readonly ManualTimeProvider _clock = new();

    [Theory, DatabaseData(ExportOpening.None), DatabaseData(ExportOpening.Full)]
    public async Task An_export_verifies_and_holds_its_own_entry(DatabaseKind kind, ExportOpening opening)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, _clock);
        var filed = await CaseSamples.WorkedAsync(services, _clock);

        var export = await ExportAsync(services, filed.Number, opening);

        Assert.Equal(VerifyExports.Valid, Verify(export!));
        var last = CanonicalForm.Read(export!.Streams[1].Entries[^1].Body.Span);
        Assert.Equal("case.exported", last.Kind);
        Assert.Equal("court", last.Find(LedgerTag.Purpose)!.AsText());
        Assert.Equal(opening == ExportOpening.None, export.Opened.Count == 0);
    }

    [Theory, DatabaseData]
    public async Task A_full_export_opens_words_but_no_privileged_note(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, _clock);
        var filed = await CaseSamples.WorkedAsync(services, _clock);

        var words = string.Join('\n', (await ExportAsync(services, filed.Number, ExportOpening.Full))!.Opened
            .Select(field => Encoding.UTF8.GetString(field.Value.Span)));

        Assert.Contains("canary words", words, StringComparison.Ordinal);
        Assert.Contains("canary operational", words, StringComparison.Ordinal);
        Assert.DoesNotContain("canary privileged", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_no_case_has_gives_nothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var services = await TestData.OpenAsync(database, _clock);

        Assert.Null(await ExportAsync(services, CaseNumber.NewRandom(), ExportOpening.Full));
    }

    private static int Verify(CaseExport export)
    {
        var file = Path.Combine(Scratch.NewFolder("export"), "case.json");
        using (var stream = File.Create(file))
        {
            CaseExportWriter.Write(export, stream);
        }

        return VerifyExports.Run([file], TextWriter.Null, TextWriter.Null);
    }

    private static async Task<CaseExport?> ExportAsync(IServiceProvider services, CaseNumber number, ExportOpening opening)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CaseExporter>()
            .ExportAsync(number, "example.org", opening, Actor.Console, "court", CancellationToken.None);
    }
}
