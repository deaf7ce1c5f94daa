using System.Globalization;
using TakedownCases.Data;

namespace TakedownCases.Benchmarks;

/// <summary>What one run was asked to do.</summary>
internal sealed record BenchOptions
{
    public const string Usage =
        """
        TakedownCases.Benchmarks COMMAND [--provider sqlite|postgres] [--out PLACE] [--cases N] [--seed S] [--at INSTANT] [--items N] [--program FILE] [--strict]
          seed      fills the database with N cases (default 10000)
          filing    files requests, and writes the same rows in raw SQL
          verify    verifies the ledger, and reads and hashes the same rows
          queue     the first page of the queue and pages behind it
          sweep     nothing due, then --items due clocks (default 1000)
          clocks    how many clocks run under each basis: what a changed rule would have counted again
          recount   a changed promise, and its open clocks counted again: the commonest one's
          compose   composes and freezes notices of 100 places, and writes rows of the same sizes in raw SQL
          startup   the built program, until its first page
          memory    the built program at rest
        FILE is a published TakedownCases.Web.dll; without it, what the project built in this configuration.
        PLACE is a file (sqlite) or the name of a database (postgres; server and role from TDC_TEST_POSTGRES).
        It is migrated when it is new. The installation key stands beside it, in PLACE.key.
        """;

    public required string Command { get; init; }

    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    public string Place { get; init; } = "takedown-bench";

    public int Cases { get; init; } = 10_000;

    public int Items { get; init; } = 1_000;

    public int Seed { get; init; } = 1;

    /// <summary>The instant the seeded database is made for: nothing is due at it that was not done.</summary>
    public DateTimeOffset At { get; init; } = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The program that <c>startup</c> and <c>memory</c> run; null for the one its project builds.</summary>
    public string? Program { get; init; }

    public bool Strict { get; init; }

    public static BenchOptions? Read(string[] args)
    {
        if (args.Length == 0)
        {
            return null;
        }

        var options = new BenchOptions { Command = args[0] };
        for (var at = 1; at < args.Length; at++)
        {
            if (args[at] == "--strict")
            {
                options = options with { Strict = true };
                continue;
            }

            if (at + 1 >= args.Length)
            {
                return null;
            }

            var value = args[++at];
            options = args[at - 1] switch
            {
                "--provider" => options with { Provider = Enum.Parse<DatabaseProvider>(value, ignoreCase: true) },
                "--out" => options with { Place = value },
                "--cases" => options with { Cases = int.Parse(value, CultureInfo.InvariantCulture) },
                "--items" => options with { Items = int.Parse(value, CultureInfo.InvariantCulture) },
                "--seed" => options with { Seed = int.Parse(value, CultureInfo.InvariantCulture) },
                "--program" => options with { Program = Path.GetFullPath(value) },
                "--at" => options with { At = DateTimeOffset.Parse(value, CultureInfo.InvariantCulture).ToUniversalTime() },
                _ => options with { Command = "" },
            };
        }

        return options;
    }
}
