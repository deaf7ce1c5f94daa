using Microsoft.Extensions.Options;
using TakedownCases.Data;

namespace TakedownCases.Web.Hosting;

/// <summary>Which database, and for PostgreSQL where; the connection string is the setting <c>ConnectionStrings__Takedown</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Whether the start brings the database up to date; in Development it always does.</summary>
    public bool MigrateAtStart { get; set; }

    /// <summary>PostgreSQL: the role the app runs under, to which 'migrate' and 'restore' grant what it may do.</summary>
    public string? AppRole { get; set; }
}

internal sealed class DatabaseOptionsCheck(IConfiguration configuration) : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        List<string> problems = [];
        if (!Enum.IsDefined(options.Provider))
        {
            problems.Add("Database__Provider must be Sqlite or Postgres.");
        }

        if (options.Provider == DatabaseProvider.Postgres
            && string.IsNullOrWhiteSpace(configuration.GetConnectionString("Takedown")))
        {
            problems.Add("ConnectionStrings__Takedown is not set. With Database__Provider=Postgres, give the connection string of the app's role.");
        }

        if (!string.IsNullOrEmpty(options.AppRole)
            && !(options.AppRole.Length <= 63 && options.AppRole.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')))
        {
            problems.Add("Database__AppRole may hold small letters, digits and underscores only.");
        }

        return Settings.Result(problems);
    }
}
