using TakedownCases.Data;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Web.Demo;

/// <summary>Every invented case. Hosts of platforms are real so that they are recognised; what follows them is not.</summary>
internal static class DemoStories
{
    public static IReadOnlyList<DemoStory> All { get; } = [.. DemoAdults.All, .. DemoMinors.All];

    /// <summary>An address on a platform, with an invented path.</summary>
    public static TypedPlace At(string host, string path, long? views = null, long? reposts = null, PlaceKind? kind = null)
        => new($"https://{host}/{path}", kind, Views: views, Reposts: reposts);

    public static TypedPlace Tag(string tag) => new(tag, PlaceKind.Hashtag);

    public static TypedPlace ThreatOnly() => new("", PlaceKind.ThreatOnly);

    public static SafeContact ByMail(string who, string? when = null)
        => new() { Channel = ContactChannel.Mail, Address = $"{who}@example.net", SafeWhen = when };

    public static CaseDetails Adult(string words, params HarmKind[] harms)
        => new() { AdultToday = true, Words = words, Harms = harms, RecoveryAnswer = "an invented blue bicycle" };

    public static CaseDetails Minor(string words, string? ageRange, params HarmKind[] harms)
        => new() { AdultToday = false, AgeRange = ageRange, Words = words, Harms = harms, RecoveryAnswer = "an invented grey cat" };
}
