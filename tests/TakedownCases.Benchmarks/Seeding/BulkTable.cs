using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TakedownCases.Benchmarks.Seeding;

/// <summary>One table as the model maps it: rows come out with the values that the app itself would have saved.</summary>
internal sealed class BulkTable
{
    private readonly (Func<object, object?> Get, Func<object?, object?>? Convert)[] _columns;

    public BulkTable(IEntityType type)
    {
        Type = type.ClrType;
        Name = type.GetTableName()!;
        var properties = type.GetProperties().ToList();
        Columns = properties.ConvertAll(property => property.GetColumnName());
        _columns = [.. properties.Select(property
            => ((Func<object, object?>)property.GetGetter().GetClrValue, property.GetTypeMapping().Converter?.ConvertToProvider))];
    }

    public Type Type { get; }

    public string Name { get; }

    public IReadOnlyList<string> Columns { get; }

    public string ColumnList => string.Join(", ", Columns.Select(column => $"\"{column}\""));

    public object?[] Row(object entity)
    {
        var values = new object?[_columns.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var value = _columns[i].Get(entity);
            values[i] = value is not null && _columns[i].Convert is { } convert ? convert(value) : value;
        }

        return values;
    }
}
