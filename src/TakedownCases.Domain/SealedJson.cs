using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TakedownCases.Domain;

/// <summary>How small sealed records are written: enums as words, nothing for what is absent, room for new members.</summary>
public static class SealedJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.General)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static T Read<T>(string json)
        where T : class
        => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("A sealed record was empty.");
}
