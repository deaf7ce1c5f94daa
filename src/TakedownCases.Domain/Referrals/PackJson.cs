using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Referrals;

/// <summary>
/// <c>complaint-pack/1</c> (docs/schemas/complaint-pack-1.json): what the text says, for machines. Members stand in one order, absent
/// ones are left out.
/// </summary>
internal static class PackJson
{
    public const string Format = "complaint-pack/1";

    private static readonly JsonWriterOptions Written = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
    };

    public static string Write(PackFacts given)
    {
        var facts = given.Clean();
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Written))
        {
            json.WriteStartObject();
            WriteHead(json, facts);
            WriteLaw(json, facts);
            WriteProof(json, facts.Proof);
            WritePlaces(json, facts);
            WriteTimeline(json, facts);
            WriteList(json, "record", PackText.Record(facts));
            WriteList(json, "shows", PackText.Shows(facts));
            WriteList(json, "showsNot", PackText.ShowsNot(facts));
            WriteList(json, "asks", PackText.Asks(facts));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void WriteHead(Utf8JsonWriter json, PackFacts facts)
    {
        json.WriteString("format", Format);
        json.WriteString("form", Code(facts.Authority.Pack!.Value));
        json.WriteString("madeAt", Instant(facts.MadeAt));
        json.WriteString("language", facts.Language);
        json.WriteString("track", Codes.Of(facts.Track));
        json.WriteStartObject("authority");
        json.WriteString("id", facts.Authority.Id);
        json.WriteString("name", facts.Authority.Name);
        json.WriteString("country", facts.Authority.Country);
        WriteOptional(json, "where", facts.Authority.Channel.Where);
        json.WriteEndObject();
        json.WriteStartObject("sender");
        json.WriteString("organisation", facts.Organisation);
        WriteOptional(json, "mail", facts.OrganisationMail);
        json.WriteEndObject();
        json.WriteString("platform", PackText.Platform(facts));
    }

    private static void WriteLaw(Utf8JsonWriter json, PackFacts facts)
    {
        if (facts.Law is { } law)
        {
            json.WriteStartObject("law");
            json.WriteString("basis", law.Id);
            json.WriteString("version", law.Version);
            json.WriteString("jurisdiction", law.Jurisdiction);
            json.WriteString("citation", law.Citation);
            json.WriteBoolean("cited", facts.LawIsCited);
            WriteOptional(json, "within", law.RunsClocks && !facts.LawWaits ? law.Duration?.Text : null);
            WriteOptional(json, "waits", facts.LawWaits ? law.Duration?.Text : null);
            WriteOptional(json, "waited", facts.LawWaits ? Length(facts.Waited) : null);
            json.WriteEndObject();
        }

        json.WriteStartArray("elements");
        foreach (var element in facts.Elements)
        {
            json.WriteStartObject();
            json.WriteString("element", element.Code);
            json.WriteBoolean("given", element.Given);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProof(Utf8JsonWriter json, PackProof proof)
    {
        json.WriteStartObject("proof");
        json.WriteString("notice", proof.Reference);
        json.WriteString("leftAt", Instant(proof.LeftAt));
        json.WriteString("how", proof.How);
        WriteOptional(json, "messageId", proof.MessageId);
        WriteOptional(json, "sha256", proof.Sha256);
        WriteOptional(json, "serverAnswer", proof.ServerAnswer);
        WriteOptional(json, "formReference", proof.FormReference);
        json.WriteEndObject();
    }

    private static void WritePlaces(Utf8JsonWriter json, PackFacts facts)
    {
        json.WriteStartArray("places");
        foreach (var place in facts.Places)
        {
            json.WriteStartObject();
            json.WriteNumber("number", place.Number);
            json.WriteString("kind", place.Kind);
            WriteOptional(json, "address", place.Address);
            json.WriteString("state", JsonNamingPolicy.KebabCaseLower.ConvertName(place.State.ToString()));
            WriteOptional(json, "since", place.Since is { } since ? Instant(since) : null);
            json.WriteBoolean("answered", place.HasAnswered);
            WriteOptional(json, "answer", place.Answer);
            if (place.Clock is { } clock)
            {
                WriteClock(json, clock, facts.MadeAt);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteClock(Utf8JsonWriter json, PackClock clock, DateTimeOffset madeAt)
    {
        var late = clock.LateBy(madeAt);
        json.WriteStartObject("clock");
        json.WriteString("of", clock.IsPolicy ? "us" : "law");
        json.WriteString("startedAt", Instant(clock.StartedAt));
        json.WriteString("startedBy", clock.StartedBy);
        json.WriteString("dueAt", Instant(clock.DueAt));
        WriteOptional(json, "endedAt", clock.EndedAt is { } ended && ended <= madeAt ? Instant(ended) : null);
        json.WriteBoolean("met", clock.WasDone && late is null);
        json.WriteBoolean("done", clock.WasDone && clock.EndedAt <= madeAt);
        WriteOptional(json, "lateBy", late is { } by ? Length(by) : null);
        json.WriteEndObject();
    }

    private static void WriteTimeline(Utf8JsonWriter json, PackFacts facts)
    {
        json.WriteStartArray("timeline");
        foreach (var line in facts.Timeline)
        {
            json.WriteStartObject();
            json.WriteString("at", Instant(line.At));
            json.WriteString("what", line.What);
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

    private static string Length(TimeSpan span) => XmlConvert.ToString(PackSpans.WholeMinutes(span));

    private static string Code(PackForm form) => JsonNamingPolicy.KebabCaseLower.ConvertName(form.ToString());

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
