using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TakedownCases.Data.Law;

/// <summary>Records of rules as text that people read.</summary>
public static class RuleJson
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(JsonNode record) => record.ToJsonString(Readable);

    /// <summary>The record; null, with the reason, where the text is none.</summary>
    public static JsonObject? Read(string text, out string? fault)
    {
        fault = null;
        try
        {
            if (JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) is JsonObject record)
            {
                return record;
            }

            fault = "one record is expected, in braces.";
        }
        catch (JsonException e)
        {
            fault = e.Message;
        }

        return null;
    }

    /// <summary>Whether two records say the same, their versions aside.</summary>
    public static bool SaysTheSame(JsonObject one, JsonObject other) => JsonNode.DeepEquals(Unversioned(one), Unversioned(other));

    private static JsonObject Unversioned(JsonObject record)
    {
        var copy = record.DeepClone().AsObject();
        copy.Remove("version");
        return copy;
    }
}
