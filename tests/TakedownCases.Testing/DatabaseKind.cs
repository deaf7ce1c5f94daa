namespace TakedownCases.Testing;

/// <summary>The two databases the product runs on; the names are those of the setting <c>Database__Provider</c>.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
