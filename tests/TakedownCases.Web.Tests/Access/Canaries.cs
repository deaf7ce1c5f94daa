using System.Collections.Concurrent;
using System.Text;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Tests.Access;

/// <summary>What is sealed in a case, as this proof names it; each gets a word of its own in each case.</summary>
internal enum Secret
{
    Words,
    Relation,
    ContactAddress,
    ContactWho,
    SafeWhen,
    AdultAround,
    Statement,
    SignedName,
    Signature,
    Address,
    Hashtag,
    Recovery,
    Witness,
    SurvivorMessage,
    FilerMessage,
    StaffMessage,
    EarlyStaffMessage,
    SurvivorPlace,
    OperationalNote,
    SupervisionNote,
    PrivilegedNote,
    Authority,
    GlassReason,
    ApprovalReason,

    /// <summary>What somebody chose and wrote for a notice.</summary>
    NoticeWords,

    /// <summary>How far it has spread: a number nobody else has.</summary>
    Reach,

    /// <summary>The words of a letter that left.</summary>
    NoticeText,

    /// <summary>The address to which it went.</summary>
    NoticeRecipient,

    /// <summary>What proves that it left.</summary>
    NoticeReceipt,
}

/// <summary>One word that stands in one sealed field of one case and nowhere else.</summary>
internal sealed record Canary(string Case, Secret Secret, StaffId? Author);

/// <summary>Makes the words and finds them again, plain or in the disguises that a careless program gives them.</summary>
internal sealed class Canaries
{
    /// <summary>Every word begins so; letters alone, so that no encoding of addresses or pages changes it.</summary>
    public const string Mark = "zqcanary";

    /// <summary>What the walk types into forms begins so: it may come back to who typed it, but never rests or is logged plain.</summary>
    public const string Typed = "zqtypedin";

    private const int TailLength = 4;
    private const int FirstReach = 834_500_000;

    private readonly ConcurrentDictionary<string, Canary> _known = new(StringComparer.OrdinalIgnoreCase);
    private int _count;

    /// <summary>Parts of the marks in base64, whatever stands before them, and in hexadecimal.</summary>
    public static IReadOnlyList<string> Disguises { get; } =
        [.. new[] { Mark, Typed }.SelectMany(mark => Base64(mark).Append(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(mark))))];

    public IReadOnlyCollection<Canary> All => [.. _known.Values];

    public string New(string inCase, Secret secret, StaffId? author = null)
    {
        var word = Mark + Tail(_count++);
        _known[word] = new Canary(inCase, secret, author);
        return word;
    }

    public long NewReach(string inCase)
    {
        var number = FirstReach + (_count++ * 1_013);
        _known[number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)] = new Canary(inCase, Secret.Reach, null);
        return number;
    }

    public IEnumerable<Canary> FindIn(string text)
    {
        for (var at = text.IndexOf(Mark, StringComparison.OrdinalIgnoreCase); at >= 0;
            at = text.IndexOf(Mark, at + Mark.Length, StringComparison.OrdinalIgnoreCase))
        {
            var end = Math.Min(text.Length, at + Mark.Length + TailLength);
            yield return _known.GetValueOrDefault(text[at..end]) ?? new Canary("?", Secret.Words, null);
        }

        for (var at = text.IndexOf("834,", StringComparison.Ordinal); at >= 0; at = text.IndexOf("834,", at + 4, StringComparison.Ordinal))
        {
            if (at + 11 <= text.Length && _known.TryGetValue(text[at..(at + 11)], out var reach))
            {
                yield return reach;
            }
        }
    }

    /// <summary>Whether any word, or what was typed, stands in the text at all, also in disguise. For places where none may be.</summary>
    public static bool AnyIn(string text)
        => text.Contains(Mark, StringComparison.OrdinalIgnoreCase) || text.Contains(Typed, StringComparison.OrdinalIgnoreCase)
            || text.Contains("8345", StringComparison.Ordinal) && text.Contains("834500", StringComparison.Ordinal)
            || Disguises.Any(disguise => text.Contains(disguise, StringComparison.Ordinal));

    private static string Tail(int number)
    {
        Span<char> tail = stackalloc char[TailLength];
        for (var at = TailLength - 1; at >= 0; at--, number /= 26)
        {
            tail[at] = (char)('a' + (number % 26));
        }

        return new string(tail);
    }

    private static IEnumerable<string> Base64(string mark)
    {
        for (var before = 0; before < 3; before++)
        {
            var bytes = Encoding.UTF8.GetBytes(new string(' ', before) + mark);
            var (from, to) = (((before * 8) + 5) / 6, bytes.Length * 8 / 6);
            yield return Convert.ToBase64String(bytes)[from..to];
        }
    }
}
