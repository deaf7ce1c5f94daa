using System.Globalization;
using System.Text.Json;

namespace TakedownCases.Domain.Ledger;

/// <summary>Pieces of a JSON reader that takes one form only and throws <see cref="JsonException"/> for any other.</summary>
internal static class StrictJson
{
    public static string? NextName(ref Utf8JsonReader json)
    {
        Expect(json.Read(), "It ends too early.");
        return json.TokenType == JsonTokenType.EndObject ? null : json.GetString();
    }

    public static void StartArray(ref Utf8JsonReader json)
        => Expect(json.Read() && json.TokenType == JsonTokenType.StartArray, "A list is missing in it.");

    public static bool NextObject(ref Utf8JsonReader json)
    {
        Expect(json.Read() && json.TokenType is JsonTokenType.StartObject or JsonTokenType.EndArray, "A list holds something else.");
        return json.TokenType == JsonTokenType.StartObject;
    }

    public static string ReadString(ref Utf8JsonReader json)
    {
        Expect(json.Read() && json.TokenType == JsonTokenType.String, "A text is missing in it.");
        return json.GetString() ?? throw Missing("text");
    }

    public static long ReadNumber(ref Utf8JsonReader json)
    {
        Expect(json.Read() && json.TokenType == JsonTokenType.Number, "A number is missing in it.");
        return json.TryGetInt64(out var number) ? number : throw new JsonException("A number in it is not a whole number.");
    }

    public static byte[] ReadBase64(ref Utf8JsonReader json)
    {
        Expect(json.Read() && json.TokenType == JsonTokenType.String, "A base64 text is missing in it.");
        return json.TryGetBytesFromBase64(out var bytes) ? bytes : throw new JsonException("A base64 text in it is not base64.");
    }

    public static byte[] ReadHash(ref Utf8JsonReader json)
    {
        var hex = ReadString(ref json);
        Expect(
            hex.Length == ChainHash.Length * 2 && hex.All(char.IsAsciiHexDigitLower),
            "A hash in it is not 64 lower-case hexadecimal digits.");
        return Convert.FromHexString(hex);
    }

    public static DateTimeOffset ReadInstant(ref Utf8JsonReader json)
        => DateTimeOffset.TryParseExact(
            ReadString(ref json),
            CaseExportWriter.InstantForm,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var instant)
            ? instant
            : throw new JsonException("Its made-at is not a time in UTC with six decimals.");

    public static void Once<T>(ref T? place, T value, string name)
        where T : class
    {
        Expect(place is null, $"'{name}' stands twice in one object.");
        place = value;
    }

    public static void OnceNumber(ref long? place, long value)
    {
        Expect(place is null, "A number stands twice in one object.");
        place = value;
    }

    public static void Expect(bool condition, string message)
    {
        if (!condition)
        {
            throw new JsonException(message);
        }
    }

    public static T Needed<T>(T? value, string name)
        where T : class => value ?? throw Missing(name);

    public static JsonException Missing(string name) => new($"'{name}' is missing.");

    public static JsonException Unknown(string name) => new($"It holds a name that the format does not know ({name.Length} letters).");
}
