using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TakedownCases.Data.Mappings;

/// <summary>Tables and columns are named in snake case, singular, as their class and property: plain to read in SQL.</summary>
internal static class SnakeCaseNames
{
    public static void Apply(IMutableModel model)
    {
        foreach (var entity in model.GetEntityTypes())
        {
            if (entity.IsMappedToJson())
            {
                continue;
            }

            entity.SetTableName(Of(TableName(entity)));
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Of(property.Name));
            }
        }
    }

    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    private static string TableName(IMutableEntityType entity)
    {
        var name = entity.ClrType.Name;
        var generic = name.IndexOf('`', StringComparison.Ordinal);
        name = generic < 0 ? name : name[..generic];
        name = name.EndsWith("Row", StringComparison.Ordinal) ? name[..^3] : name;
        return name.StartsWith("IdentityUser", StringComparison.Ordinal) ? "Staff" + name["IdentityUser".Length..] : name;
    }
}
