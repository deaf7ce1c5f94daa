using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Commands;

/// <summary>A case that was erased, and whether its proof was kept.</summary>
internal sealed record ErasedCase(CaseId Id, bool KeepsProof);

/// <summary>
/// The cases erased so far, in a file beside each backup. A restored copy is older than some erasures; these lists, and the
/// database being replaced, say which to do again (security 2.5). They hold ids only.
/// </summary>
internal static class ErasureList
{
    public const string Ending = ".erased";

    private const string ProofKept = "keep-proof";
    private const string Everything = "everything";

    public static Task<List<ErasedCase>> OfAsync(TakedownDbContext db, CancellationToken cancellationToken)
        => db.Cases.AsNoTracking().Where(takedownCase => takedownCase.State == CaseState.Erased)
            .Select(takedownCase => new ErasedCase(takedownCase.Id, takedownCase.ErasureKeepsProof))
            .ToListAsync(cancellationToken);

    public static Task WriteAsync(string path, IEnumerable<ErasedCase> erased, CancellationToken cancellationToken)
        => File.WriteAllLinesAsync(
            path, erased.Select(one => $"{one.Id.Value:D} {(one.KeepsProof ? ProofKept : Everything)}"), cancellationToken);

    /// <summary>All lists in a folder together: a later backup knows of later erasures. The stricter line wins.</summary>
    public static async Task<IReadOnlyCollection<ErasedCase>> ReadFolderAsync(string folder, CancellationToken cancellationToken)
    {
        var all = new List<ErasedCase>();
        foreach (var path in Directory.EnumerateFiles(folder, "*" + Ending))
        {
            var lines = await File.ReadAllLinesAsync(path, cancellationToken);
            all.AddRange(lines.Select(line => Read(path, line)));
        }

        return Merge(all);
    }

    public static IReadOnlyCollection<ErasedCase> Merge(IEnumerable<ErasedCase> erased)
        => [.. erased.GroupBy(one => one.Id).Select(same => new ErasedCase(same.Key, same.All(one => one.KeepsProof)))];

    private static ErasedCase Read(string path, string line)
    {
        var parts = line.Split(' ');
        return parts is [var id, ProofKept or Everything] && Guid.TryParseExact(id, "D", out var value)
            ? new ErasedCase(new CaseId(value), parts[1] == ProofKept)
            : throw new OperatorException($"The list of erasures {path} has a line that cannot be read. Nothing was restored.");
    }
}
