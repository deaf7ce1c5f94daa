using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TakedownCases.Browser.Tests;

/// <summary>One mail as the server has it: its bytes, and what was said before them (our name, the envelope).</summary>
internal sealed partial record ArrivedMail(byte[] Bytes, string Envelope)
{
    public string Raw { get; } = Encoding.Latin1.GetString(Bytes);

    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));

    public string To => Header("To");

    public string Subject => Header("Subject");

    /// <summary>What a person reads.</summary>
    public string Body => FromQuotedPrintable(PartWith("text/plain"));

    /// <summary>What a machine reads.</summary>
    public string Json => Encoding.UTF8.GetString(Convert.FromBase64String(PartWith("application/json").ReplaceLineEndings("")));

    /// <summary>
    /// Every form in which a word could have left: as it stands on the wire, each transfer encoding undone wherever it could
    /// stand, headers, attachment, and each string of its JSON with the escapes undone.
    /// </summary>
    public IEnumerable<string> EveryForm()
    {
        yield return Envelope;
        yield return Raw;
        yield return Raw.Replace("\r\n ", "", StringComparison.Ordinal).Replace("\r\n", "", StringComparison.Ordinal);
        yield return FromQuotedPrintable(Raw);
        foreach (Match block in Base64().Matches(Raw))
        {
            var text = block.Value.ReplaceLineEndings("");
            yield return Encoding.UTF8.GetString(Convert.FromBase64String(text[..(text.Length / 4 * 4)]));
        }

        using var json = JsonDocument.Parse(Json);
        foreach (var text in Strings(json.RootElement))
        {
            yield return text;
        }
    }

    private string Header(string name) => Regex.Match(Raw, $"^{name}: (.*)\r$", RegexOptions.Multiline, TimeSpan.FromSeconds(5)).Groups[1].Value;

    private string PartWith(string type)
    {
        var boundary = Regex.Match(Raw, "boundary=\"(?<boundary>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["boundary"].Value;
        var part = Raw.Split($"--{boundary}").Single(part => part.Contains($"Content-Type: {type}", StringComparison.Ordinal));
        return part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].TrimEnd();
    }

    private static string FromQuotedPrintable(string text)
    {
        var bytes = new List<byte>(text.Length);
        var joined = text.Replace("=\r\n", "", StringComparison.Ordinal);
        for (var at = 0; at < joined.Length; at++)
        {
            var isEscape = joined[at] == '=' && at + 2 < joined.Length && char.IsAsciiHexDigit(joined[at + 1]) && char.IsAsciiHexDigit(joined[at + 2]);
            bytes.Add(isEscape ? Convert.FromHexString(joined.AsSpan(at + 1, 2))[0] : (byte)joined[at]);
            at += isEscape ? 2 : 0;
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Strings(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        _ => [element.ToString()],
    };

    // Encoded words in headers as well as whole bodies; a line of prose has blanks long before that many characters.
    [GeneratedRegex("[A-Za-z0-9+/]{16,}(\r\n[A-Za-z0-9+/]+)*={0,2}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Base64();
}
