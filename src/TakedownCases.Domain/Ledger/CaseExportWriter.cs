using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TakedownCases.Domain.Ledger;

/// <summary>Writes a <see cref="CaseExport"/> as UTF-8 JSON, entry by entry.</summary>
public static class CaseExportWriter
{
    internal const string InstantForm = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private const int FlushAt = 1 << 20;

    // The relaxed encoder keeps every language readable in the file; a control character is still escaped.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(CaseExport export, Stream utf8)
    {
        using var json = new Utf8JsonWriter(utf8, Options);
        json.WriteStartObject();
        json.WriteString("format", CaseExport.Format);
        json.WriteString("installation", export.Installation);
        json.WriteString("made-at", export.MadeAt.UtcDateTime.ToString(InstantForm, CultureInfo.InvariantCulture));
        json.WriteString("case", export.CaseNumber);
        json.WriteStartArray("streams");
        foreach (var stream in export.Streams)
        {
            WriteStream(json, stream);
        }

        json.WriteEndArray();
        json.WriteStartArray("opened");
        foreach (var opened in export.Opened)
        {
            WriteOpened(json, opened);
            FlushWhenFull(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteStream(Utf8JsonWriter json, ExportedStream stream)
    {
        json.WriteStartObject();
        json.WriteString("stream", stream.Stream.ToString());
        json.WriteStartArray("entries");
        foreach (var entry in stream.Entries)
        {
            json.WriteStartObject();
            json.WriteNumber("seq", entry.Seq);
            json.WriteBase64String("body", entry.Body.Span);
            json.WriteString("hash", Convert.ToHexStringLower(entry.Hash.Span));
            json.WriteEndObject();
            FlushWhenFull(json);
        }

        json.WriteEndArray();
        json.WriteStartObject("head");
        json.WriteNumber("seq", stream.Head.Seq);
        json.WriteString("hash", Convert.ToHexStringLower(stream.Head.Hash));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteOpened(Utf8JsonWriter json, OpenedField opened)
    {
        json.WriteStartObject();
        json.WriteString("stream", opened.Stream.ToString());
        json.WriteNumber("seq", opened.Seq);
        json.WriteNumber("tag", opened.Tag);
        json.WriteString("name", LedgerTag.NameOf(opened.Tag));
        json.WriteBase64String("salt", opened.Salt.Span);
        if (LedgerText.Decode(opened.Value.Span) is { } text)
        {
            json.WriteString("value", text);
        }
        else
        {
            json.WriteBase64String("value-base64", opened.Value.Span);
        }

        json.WriteEndObject();
    }

    private static void FlushWhenFull(Utf8JsonWriter json)
    {
        if (json.BytesPending > FlushAt)
        {
            json.Flush();
        }
    }
}
