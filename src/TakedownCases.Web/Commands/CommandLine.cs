using Microsoft.Extensions.Options;
using Npgsql;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Vault;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Commands;

/// <summary>Finds and runs a command: progress on the console, 0 when done, a clear message and 1 when not.</summary>
internal static class CommandLine
{
    private static readonly CommandRow[] Rows =
    [
        new("migrate", "migrate", "bring the database up to date", typeof(MigrateCommand)),
        new("create-admin", "create-admin EMAIL", "make an administrator, or give one a new start", typeof(CreateAdminCommand), 1, 1),
        new("check-config", "check-config", "check settings, database and keys", typeof(CheckConfigCommand)),
        new("rotate-key", "rotate-key", "replace the installation key", typeof(RotateKeyCommand)),
        new("backup", "backup FILE", "write a copy of the database, without the key", typeof(BackupCommand), 1, 1),
        new("restore", "restore FILE", "put a copy back, and erase again what was erased since", typeof(RestoreCommand), 1, 1),
        new("verify-ledger", "verify-ledger", "check every chain of the ledger", typeof(VerifyLedgerCommand)),
        new("export-case", "export-case NUMBER [FILE]", "write one case's history for TakedownCases.Verify", typeof(ExportCaseCommand), 1, 2),
    ];

    public static IServiceCollection AddCommands(this IServiceCollection services)
    {
        foreach (var row in Rows)
        {
            services.AddScoped(row.Type);
        }

        return services.AddScoped<ServerGuard>().AddScoped<PostgresTools>();
    }

    /// <summary>True when the first word is not a setting: then nothing is served.</summary>
    public static bool IsCommand(IReadOnlyList<string> args) => args.Count > 0 && !args[0].StartsWith('-');

    /// <summary>Settings may follow as <c>--Name:Part=value</c>; the words before them are the command and its arguments.</summary>
    public static async Task<int> RunAsync(
        IServiceProvider services, IReadOnlyList<string> args, TextWriter output, CancellationToken cancellationToken)
    {
        var words = args.TakeWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToList();
        if (Array.Find(Rows, row => row.Name == words[0]) is not { } row)
        {
            output.WriteLine($"There is no command '{words[0]}'. There are:");
            Array.ForEach(Rows, known => output.WriteLine($"  {known.Usage,-26} {known.Purpose}"));
            return 1;
        }

        if (words.Count - 1 < row.LeastArguments || words.Count - 1 > row.MostArguments)
        {
            output.WriteLine($"Usage: {row.Usage}");
            return 1;
        }

        try
        {
            services.GetService<IStartupValidator>()?.Validate();
            await using var scope = services.CreateAsyncScope();
            var command = (Command)scope.ServiceProvider.GetRequiredService(row.Type);
            await command.RunAsync(new CommandCall([.. words.Skip(1)], output), cancellationToken);
            return 0;
        }
        catch (Exception exception) when (Explain(exception) is { } messages)
        {
            foreach (var message in messages)
            {
                output.WriteLine(message);
            }

            return 1;
        }
    }

    private static IEnumerable<string> Explain(Exception exception) => exception switch
    {
        OperatorException or InstallationKeyException => [exception.Message],
        OptionsValidationException invalid => invalid.Failures,
        AggregateException several => several.InnerExceptions.SelectMany(Explain),
        PostgresException refused => [$"PostgreSQL refused ({refused.SqlState}). The role may lack a right, or the name or password is wrong."],
        _ when DatabaseErrors.IsUnavailable(exception) || exception is NpgsqlException => ["The database cannot be reached, is locked, or its disk is full."],
        IOException or UnauthorizedAccessException => [$"A file cannot be read or written: {exception.Message}"],
        _ => [$"It failed: {exception.GetType().Name}", exception.StackTrace ?? ""],
    };
}
