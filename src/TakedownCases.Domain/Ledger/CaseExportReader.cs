using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using static TakedownCases.Domain.Ledger.StrictJson;

namespace TakedownCases.Domain.Ledger;

/// <summary>
/// Reads an export and refuses whatever is not exactly the format: unknown, missing or doubled names, other versions,
/// anything behind the end. Whether the entries are true is for <see cref="CaseExportCheck"/>.
/// </summary>
public static class CaseExportReader
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 8 };

    /// <summary>Never throws on bytes, whatever they are; <paramref name="why"/> says what is wrong in one sentence.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out CaseExport? export, [NotNullWhen(false)] out string? why)
    {
        export = null;
        if (utf8.IsEmpty || utf8.Length > CaseExport.MaxLength)
        {
            why = utf8.IsEmpty ? "The file is empty." : "The file is larger than 300 MB.";
            return false;
        }

        try
        {
            var json = new Utf8JsonReader(utf8, Options);
            json.Read();
            export = ReadExport(ref json);
            if (json.Read())
            {
                throw new JsonException("Something follows after its end.");
            }

            why = null;
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            export = null;
            why = $"The file is not an export of the format {CaseExport.Format}: {e.Message}";
            return false;
        }
    }

    private static CaseExport ReadExport(ref Utf8JsonReader json)
    {
        string? format = null, installation = null, number = null;
        DateTimeOffset? madeAt = null;
        List<ExportedStream>? streams = null;
        List<OpenedField>? opened = null;
        Expect(json.TokenType == JsonTokenType.StartObject, "It is not an object.");
        while (NextName(ref json) is { } name)
        {
            switch (name)
            {
                case "format":
                    Once(ref format, ReadString(ref json), name);
                    Expect(format == CaseExport.Format, "Its format is another one, or another version.");
                    break;
                case "installation":
                    Once(ref installation, ReadString(ref json), name);
                    break;
                case "made-at":
                    Expect(madeAt is null, "A name stands twice in it.");
                    madeAt = ReadInstant(ref json);
                    break;
                case "case":
                    Once(ref number, ReadString(ref json), name);
                    break;
                case "streams":
                    Once(ref streams, ReadStreams(ref json), name);
                    break;
                case "opened":
                    Once(ref opened, ReadAllOpened(ref json), name);
                    break;
                default:
                    throw Unknown(name);
            }
        }

        Needed(format, "format");
        return new CaseExport(
            Needed(installation, "installation"),
            madeAt ?? throw Missing("made-at"),
            Needed(number, "case"),
            Needed(streams, "streams"),
            Needed(opened, "opened"));
    }

    private static List<ExportedStream> ReadStreams(ref Utf8JsonReader json)
    {
        var streams = new List<ExportedStream>();
        StartArray(ref json);
        while (NextObject(ref json))
        {
            string? stream = null;
            List<(long Seq, byte[] Body, byte[] Hash)>? entries = null;
            (long Seq, byte[] Hash)? head = null;
            while (NextName(ref json) is { } name)
            {
                switch (name)
                {
                    case "stream":
                        Once(ref stream, ReadString(ref json), name);
                        break;
                    case "entries":
                        Once(ref entries, ReadEntries(ref json), name);
                        break;
                    case "head":
                        Expect(head is null, "A name stands twice in it.");
                        head = ReadHead(ref json);
                        break;
                    default:
                        throw Unknown(name);
                }
            }

            var id = LedgerStream.Parse(Needed(stream, "stream"));
            var (headSeq, headHash) = head ?? throw Missing("head");
            var rows = Needed(entries, "entries").ConvertAll(entry => new LedgerRow(id, entry.Seq, entry.Body, entry.Hash));
            streams.Add(new ExportedStream(id, rows, new LedgerHead(id, headSeq, headHash)));
        }

        return streams;
    }

    private static List<(long Seq, byte[] Body, byte[] Hash)> ReadEntries(ref Utf8JsonReader json)
    {
        var entries = new List<(long Seq, byte[] Body, byte[] Hash)>();
        StartArray(ref json);
        while (NextObject(ref json))
        {
            long? seq = null;
            byte[]? body = null, hash = null;
            while (NextName(ref json) is { } name)
            {
                switch (name)
                {
                    case "seq":
                        OnceNumber(ref seq, ReadNumber(ref json));
                        break;
                    case "body":
                        Once(ref body, ReadBase64(ref json), name);
                        break;
                    case "hash":
                        Once(ref hash, ReadHash(ref json), name);
                        break;
                    default:
                        throw Unknown(name);
                }
            }

            entries.Add((seq ?? throw Missing("seq"), Needed(body, "body"), Needed(hash, "hash")));
        }

        return entries;
    }

    private static (long Seq, byte[] Hash) ReadHead(ref Utf8JsonReader json)
    {
        long? seq = null;
        byte[]? hash = null;
        Expect(json.Read() && json.TokenType == JsonTokenType.StartObject, "A head is not an object.");
        while (NextName(ref json) is { } name)
        {
            switch (name)
            {
                case "seq":
                    OnceNumber(ref seq, ReadNumber(ref json));
                    break;
                case "hash":
                    Once(ref hash, ReadHash(ref json), name);
                    break;
                default:
                    throw Unknown(name);
            }
        }

        return (seq ?? throw Missing("seq"), Needed(hash, "hash"));
    }

    private static List<OpenedField> ReadAllOpened(ref Utf8JsonReader json)
    {
        var all = new List<OpenedField>();
        StartArray(ref json);
        while (NextObject(ref json))
        {
            all.Add(ReadOpened(ref json));
        }

        return all;
    }

    private static OpenedField ReadOpened(ref Utf8JsonReader json)
    {
        string? stream = null, field = null;
        long? seq = null, tag = null;
        byte[]? salt = null, value = null;
        while (NextName(ref json) is { } name)
        {
            switch (name)
            {
                case "stream":
                    Once(ref stream, ReadString(ref json), name);
                    break;
                case "seq":
                    OnceNumber(ref seq, ReadNumber(ref json));
                    break;
                case "tag":
                    OnceNumber(ref tag, ReadNumber(ref json));
                    break;
                case "name":
                    Once(ref field, ReadString(ref json), name);
                    break;
                case "salt":
                    Once(ref salt, ReadBase64(ref json), name);
                    break;
                case "value":
                    Once(ref value, Encoding.UTF8.GetBytes(ReadString(ref json)), name);
                    break;
                case "value-base64":
                    Once(ref value, ReadBase64(ref json), name);
                    break;
                default:
                    throw Unknown(name);
            }
        }

        // The name is what a reader sees and the tag is what was hashed: they must not be able to disagree.
        var known = tag is > 0 and <= ushort.MaxValue ? LedgerTag.Find((ushort)tag) : null;
        Expect(known is not null && known.Name == field, "The name of an opened field is not the name of its tag.");
        return new OpenedField(
            LedgerStream.Parse(Needed(stream, "stream")),
            seq ?? throw Missing("seq"),
            (ushort)(tag ?? throw Missing("tag")),
            Needed(salt, "salt"),
            Needed(value, "value"));
    }
}
