using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TakedownCases.Domain.Notices.Texts;

namespace TakedownCases.Domain.Notices;

/// <summary>
/// <c>takedown-notice/1</c> (docs/schemas/takedown-notice-1.json): what the text says, for machines. Members stand in
/// one order, absent ones are left out, and it carries no personal data that the text does not.
/// </summary>
internal static class NoticeJson
{
    public const string Format = "takedown-notice/1";

    private static readonly JsonWriterOptions Written = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
    };

    public static string Write(NoticeSentences sentences)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Written))
        {
            json.WriteStartObject();
            WriteHead(json, sentences.Facts);
            WriteSigner(json, sentences);
            WritePlaces(json, sentences);
            WriteReasons(json, sentences);
            WriteLaws(json, sentences);
            WriteList(json, "requests", sentences.Requests());
            WriteHistory(json, sentences.Facts);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void WriteHead(Utf8JsonWriter json, NoticeFacts facts)
    {
        json.WriteString("format", Format);
        json.WriteString("kind", Code(facts.Kind));
        json.WriteString("reference", facts.Reference.Value);
        json.WriteString("date", Instant(facts.Date));
        json.WriteString("language", facts.Language);
        json.WriteString("track", Code(facts.Track));
        json.WriteString("platform", facts.PlatformName);
        WriteOptional(json, "provider", facts.ProviderName);
        json.WriteStartObject("sender");
        json.WriteString("organisation", facts.Sender.Organisation);
        json.WriteString("mail", facts.Sender.Address);
        WriteOptional(json, "contact", facts.Sender.Contact);
        json.WriteEndObject();
        if (facts.Earlier is { } earlier)
        {
            json.WriteStartObject("earlier");
            json.WriteString("reference", earlier.Reference.Value);
            json.WriteString("sentAt", Instant(earlier.SentAt));
            WriteOptional(json, "serverReply", earlier.Reply);
            json.WriteEndObject();
        }
    }

    private static void WriteSigner(Utf8JsonWriter json, NoticeSentences sentences)
    {
        var facts = sentences.Facts;
        json.WriteStartObject("signer");
        json.WriteString("role", sentences.IsSigned ? "statement" : facts.HasAuthority ? "authorised-person" : "sender");
        if (sentences.IsSigned && facts.Statement is { } signed)
        {
            json.WriteString("name", signed.Name);
            json.WriteString("signature", signed.Signature);
            json.WriteString("signedOn", signed.SignedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        WriteOptional(json, "authority", sentences.IsSigned ? null : facts.AuthorityNote);
        json.WriteEndObject();
        WriteOptional(json, "statement", sentences.CarriesStatement ? facts.Statement?.Statement : null);
    }

    private static void WritePlaces(Utf8JsonWriter json, NoticeSentences sentences)
    {
        json.WriteStartArray("places");
        foreach (var place in sentences.Facts.Places)
        {
            json.WriteStartObject();
            json.WriteNumber("number", place.Ordinal);
            json.WriteString("kind", JsonNamingPolicy.KebabCaseLower.ConvertName(place.Kind));
            if (sentences.NamesAddresses)
            {
                WriteOptional(json, "address", place.Address);
                WriteOptional(json, "canonical", place.Canonical);
                WriteOptional(json, "words", place.Words);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteReasons(Utf8JsonWriter json, NoticeSentences sentences)
    {
        var facts = sentences.Facts;
        WriteList(json, "harms", [.. facts.Harms.Select(Code)]);
        json.WriteBoolean("edited", facts.Edited);
        if (sentences.IsMinor)
        {
            json.WriteString("madeAsChild", facts.MadeAsChild == true ? "yes" : "possible");
        }

        WriteList(json, "explanation", sentences.Reasons());
        WriteOptional(json, "added", facts.AddedWords);
    }

    private static void WriteLaws(Utf8JsonWriter json, NoticeSentences sentences)
    {
        json.WriteStartArray("laws");
        foreach (var basis in sentences.Laws)
        {
            json.WriteStartObject();
            json.WriteString("basis", basis.Id);
            json.WriteString("version", basis.Version);
            json.WriteString("jurisdiction", basis.Jurisdiction);
            json.WriteString("citation", basis.Citation);
            WriteOptional(json, "within", sentences.SpanOf(basis) is null ? null : basis.Duration?.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        var isRequest = sentences.Facts.Kind is not (NoticeKind.Preservation or NoticeKind.Complaint);
        WriteList(json, "declarations", isRequest ? sentences.Declarations() : []);
    }

    private static void WriteHistory(Utf8JsonWriter json, NoticeFacts facts)
    {
        if (facts.Kind == NoticeKind.Preservation && facts.PreserveUntil is { } day)
        {
            json.WriteString("preserveUntil", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        if (facts.Kind != NoticeKind.Complaint && facts.History.Count == 0)
        {
            return;
        }

        json.WriteStartArray("history");
        foreach (var line in facts.History)
        {
            json.WriteStartObject();
            json.WriteString("at", Instant(line.At));
            json.WriteString("what", Code(line.What));
            WriteOptional(json, "reference", line.Reference);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }

    private static string Code<TEnum>(TEnum value)
        where TEnum : struct, Enum
        => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static string Instant(DateTimeOffset instant)
        => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
