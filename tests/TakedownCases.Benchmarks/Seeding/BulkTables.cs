using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;

namespace TakedownCases.Benchmarks.Seeding;

/// <summary>The tables of the model by the type of their rows.</summary>
internal sealed class BulkTables
{
    private readonly Dictionary<Type, BulkTable> _byType;

    public BulkTables(DbContext db)
        => _byType = db.Model.GetEntityTypes()
            .Where(type => type.ClrType.Namespace!.StartsWith("TakedownCases", StringComparison.Ordinal))
            .ToDictionary(type => type.ClrType, type => new BulkTable(type));

    public BulkTable Of(object row) => _byType[row.GetType()];

    /// <summary>Rows of many cases by table, parents before children.</summary>
    public List<(BulkTable Table, List<object?[]> Rows)> Group(IEnumerable<MadeCase> cases)
    {
        var groups = new Dictionary<BulkTable, List<object?[]>>();
        foreach (var row in cases.SelectMany(made => made.Rows()))
        {
            var table = Of(row);
            if (!groups.TryGetValue(table, out var rows))
            {
                groups[table] = rows = [];
            }

            rows.Add(table.Row(row));
        }

        return [.. groups.OrderBy(group => group.Key.Type == typeof(Domain.Cases.TakedownCase) ? 0 : 1).Select(group => (group.Key, group.Value))];
    }
}
