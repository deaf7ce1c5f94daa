using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using TakedownCases.Data.Sql;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Commands;

/// <summary>PostgreSQL's own programs for copies. The password travels in the environment, never on a command line.</summary>
internal sealed class PostgresTools(IConfiguration configuration)
{
    public Task DumpAsync(string file, CancellationToken cancellationToken)
        => RunProgramAsync(
            "pg_dump",
            ["--format=custom", "--no-owner", "--no-privileges", $"--exclude-schema={SchedulerTables.Schema}", $"--file={file}"],
            cancellationToken);

    /// <summary>Replaces the tables in one transaction: whole or not at all.</summary>
    public Task RestoreAsync(string file, CancellationToken cancellationToken)
        => RunProgramAsync(
            "pg_restore",
            ["--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", $"--dbname={Connection.Database}", file],
            cancellationToken);

    private NpgsqlConnectionStringBuilder Connection => new(configuration.GetConnectionString("Takedown"));

    private async Task RunProgramAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false };
        var connection = Connection;
        start.Environment["PGHOST"] = connection.Host;
        start.Environment["PGPORT"] = connection.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = connection.Username;
        start.Environment["PGPASSWORD"] = connection.Password;
        start.Environment["PGDATABASE"] = connection.Database;
        start.Environment["PGSSLMODE"] = connection.SslMode switch
        {
            SslMode.VerifyFull => "verify-full",
            SslMode.VerifyCA => "verify-ca",
            _ => connection.SslMode.ToString().ToLowerInvariant(),
        };
        using var process = Start(start);
        var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new OperatorException($"{program} ended with {process.ExitCode}. It says: {errors.Trim()}");
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new OperatorException($"{start.FileName} did not start.");
        }
        catch (Win32Exception)
        {
            throw new OperatorException(
                $"{start.FileName} is not on the PATH. Install PostgreSQL's client programs of the server's version, or use the backup of your database service and keep docs/operations.md's list of erasures.");
        }
    }
}
