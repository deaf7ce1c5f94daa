using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace TakedownCases.Data.Seed;

/// <summary>
/// Reads a seed file, an object with "notice" and "records", record by record, so that an error names the record it is
/// in. Unknown, missing and repeated properties are errors. Throws InvalidDataException.
/// </summary>
internal static class SeedFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The text of a file embedded from this folder.</summary>
    public static string Embedded(string fileName)
    {
        using var stream = typeof(SeedFile).Assembly.GetManifestResourceStream($"{typeof(SeedFile).Namespace}.{fileName}")
            ?? throw new InvalidDataException($"{fileName} is not embedded in {typeof(SeedFile).Assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static List<T> Read<TRecord, T>(string json, string fileName, Func<TRecord, T> convert)
    {
        var result = new List<T>();
        foreach (var (node, index) in Records(json, fileName).Select((node, index) => (node, index)))
        {
            try
            {
                var record = node.Deserialize<TRecord>(Options) ?? throw new JsonException("The record is null.");
                result.Add(convert(record));
            }
            catch (Exception e) when (e is JsonException or FormatException or ArgumentException or TimeZoneNotFoundException)
            {
                throw new InvalidDataException($"{fileName}, record {NameOf(node, index)}: {e.Message}", e);
            }
        }

        return result;
    }

    private static JsonArray Records(string json, string fileName)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false })
                is JsonObject root && root["records"] is JsonArray records
                    ? records
                    : throw new InvalidDataException($"{fileName} has no list named 'records'.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{fileName} is not valid JSON: {e.Message}", e);
        }
    }

    private static string NameOf(JsonNode? node, int index)
        => node is JsonObject record && record["id"] is JsonValue id && id.TryGetValue<string>(out var name)
            ? $"'{name}'"
            : $"number {index + 1}";
}
