using Npgsql;

namespace TakedownCases.Data.Postgres;

/// <summary>
/// Has PostgreSQL keep the plans of what is asked often. The queue's queries have many parts, and planning one takes longer
/// than answering it (docs/benchmarks.md).
/// </summary>
internal static class PreparedStatements
{
    // Plans kept on each connection; above what the app's own queries come to.
    private const string Setting = "Max Auto Prepare=200;";

    /// <summary>The connection string with that many; what it says itself comes later and stands: some poolers allow none.</summary>
    public static string In(string connectionString) => new NpgsqlConnectionStringBuilder(Setting + connectionString).ConnectionString;
}
