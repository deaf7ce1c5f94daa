using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Access;

/// <summary>Looks for words in everything a database keeps, as somebody would who stole it.</summary>
internal static class DatabaseText
{
    /// <summary>Where any of the words stands: a file on SQLite, a table on PostgreSQL, whose bytes are looked at in hexadecimal too.</summary>
    public static Task<List<string>> FindAsync(TestDatabase database, IReadOnlyList<string> words)
        => database.Kind == DatabaseKind.Sqlite ? Task.FromResult(InFiles(database, words)) : InTablesAsync(database, words);

    private static List<string> InFiles(TestDatabase database, IReadOnlyList<string> words)
    {
        var path = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        var found = new List<string>();
        foreach (var file in new[] { path, path + "-wal" }.Where(File.Exists))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var text = Encoding.Latin1.GetString(bytes);
            found.AddRange(words.SelectMany(word => new[] { word, Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(word)) })
                .Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
                .Select(word => $"'{word}' in {Path.GetExtension(file)}"));
        }

        return found;
    }

    private static async Task<List<string>> InTablesAsync(TestDatabase database, IReadOnlyList<string> words)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        var tables = new List<string>();
        await using (var command = source.CreateCommand(
            "SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables"
            + " WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')"))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var found = new List<string>();
        var patterns = words.SelectMany(word => new[] { $"%{word}%", $"%{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(word))}%" }).ToArray();
        foreach (var table in tables)
        {
            await using var command = source.CreateCommand($"SELECT count(*) FROM {table} AS one WHERE one::text ILIKE ANY ($1)");
            command.Parameters.Add(new NpgsqlParameter { Value = patterns });
            if ((long)(await command.ExecuteScalarAsync())! is var hits and > 0)
            {
                found.Add($"{hits} rows of {table}");
            }
        }

        return tables.Count > 0 ? found : throw new InvalidOperationException("There are no tables to look through.");
    }
}
