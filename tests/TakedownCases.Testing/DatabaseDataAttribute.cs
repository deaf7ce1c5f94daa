using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace TakedownCases.Testing;

/// <summary>
/// One row per database: the <see cref="DatabaseKind"/>, then <paramref name="rest"/>. A test on PostgreSQL fails where
/// there is none, unless TDC_ALLOW_NO_POSTGRES=1, which shows it as skipped; the gate then fails for the skip.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class DatabaseDataAttribute(params object?[] rest) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var rows = Enum.GetValues<DatabaseKind>().Select(Row).ToArray();
        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(rows);
    }

    public override bool SupportsDiscoveryEnumeration() => true;

    private TheoryDataRow Row(DatabaseKind kind)
    {
        var row = new TheoryDataRow([kind, .. rest]);
        row.Skip = kind == DatabaseKind.Postgres && !PostgresServer.IsConfigured && PostgresServer.MayBeMissing
            ? PostgresServer.MissingMessage
            : null;
        return row;
    }
}
