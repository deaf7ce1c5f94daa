using Microsoft.Extensions.Options;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Commands;

/// <summary>Writes one case's chains for <c>TakedownCases.Verify</c>. No word is in it: order and completeness only.</summary>
internal sealed class ExportCaseCommand(CaseExporter exporter, IOptions<InstallationOptions> installation, IServiceProvider scope) : Command
{
    public override async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (!CaseNumber.TryParse(call.Arguments[0], out var number))
        {
            throw new OperatorException("That is not a case number. One looks like TD-XXXX-XXXX.");
        }

        var file = Path.GetFullPath(call.Arguments.Count > 1 ? call.Arguments[1] : $"{number.Value}.json");
        await Storage.OpenAsync(scope, cancellationToken);
        var export = await exporter.ExportAsync(
            number, installation.Value.Name, ExportOpening.None, Actor.Console, "export-case", cancellationToken)
            ?? throw new OperatorException("There is no case with that number.");
        await using (var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write))
        {
            CaseExportWriter.Write(export, stream);
        }

        call.Say($"Wrote {file}: {export.Streams.Sum(one => one.Entries.Count)} entries, no words. Verify it with TakedownCases.Verify.");
    }
}
