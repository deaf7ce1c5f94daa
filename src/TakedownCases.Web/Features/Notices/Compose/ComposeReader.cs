using System.Globalization;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Notices.Compose;

/// <summary>What was chosen, made ready for the aggregate.</summary>
public sealed record ReadChoices(NoticeChoices Choices, NoticeRoute Route);

/// <summary>Reads the form of a notice: every choice against the directory, the laws and the limits, nothing cut off.</summary>
public sealed class ComposeReader(PlatformDirectory directory, LegalBasisCatalogue bases, TimeProvider clock)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The choices, or the first field that needs another look.</summary>
    public (ReadChoices? Choices, VerbResult? Problem) Read(NoticeInput input, NoticeKind kind, string platformId, Track track, NoticeChoices? before)
    {
        var platform = directory.Find(new PlatformId(platformId));
        var (route, recipient, lost) = kind == NoticeKind.Complaint || NoticeKinds.IsToProvider(kind)
            ? (new NoticeRoute("authority", ChannelKind.Form, LanguageOf(input)), before?.Recipient, null)
            : RouteOf(input, platform, track);
        if (lost is not null || route is null)
        {
            return (null, lost ?? Problem("channel", nameof(NoticeInput.Channel)));
        }

        if (platform is null && kind != NoticeKind.Complaint && !NoticeKinds.IsToProvider(kind) && Line(input.PlatformName) is null)
        {
            return (null, Problem("platform-name", nameof(NoticeInput.PlatformName)));
        }

        if (input.Places.Count == 0)
        {
            return (null, Problem("no-places", nameof(NoticeInput.Places)));
        }

        if (WordsProblem(input, track) is { } words)
        {
            return (null, words);
        }

        var (until, isDay) = DayOf(input.PreserveUntil);
        if (!isDay || until <= DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
        {
            return (null, Problem("day", nameof(NoticeInput.PreserveUntil)));
        }

        return (new ReadChoices(
            new NoticeChoices(
                recipient,
                [.. input.Places.Distinct().Select(id => new PlaceId(id))],
                [.. input.Bases.Where(name => NoticeDeparture.Cited(name, bases).Count == 1).Distinct(StringComparer.Ordinal)],
                track == Track.Minor || NoticeKinds.IsBesidePlatform(kind) ? NoticeSigner.Organisation : input.Signer ?? NoticeSigner.Organisation,
                track == Track.Minor ? null : Lines(input.AddedWords),
                before?.MissedBasis,
                until,
                input.Channel == ComposePage.TypedChannel ? Lines(input.WhyThisRecipient) : null,
                NoticeKinds.IsBesidePlatform(kind) ? before?.PlatformName
                    : platform is null ? Line(input.PlatformName) ?? before?.PlatformName : null,
                [.. input.Harms.Where(Enum.IsDefined).Distinct()],
                before?.ProviderName),
            route), null);
    }

    /// <summary>A place that went while somebody wrote: the page comes back with all that was typed.</summary>
    internal static VerbResult OfPlaces(VerbResult result)
        => result.Status == VerbStatus.Refused && result.Code == CaseRefusals.NoSuchPlace.Code ? Problem("places-gone", nameof(NoticeInput.Places)) : result;

    internal static string Write(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static (NoticeRoute? Route, string? Recipient, VerbResult? Problem) RouteOf(NoticeInput input, Platform? platform, Track track)
    {
        var language = LanguageOf(input);
        if (input.Channel == ComposePage.TypedChannel && track == Track.Adult)
        {
            var address = input.Recipient?.Trim();
            return !MailboxAddress.IsValid(address) ? (null, null, Problem("recipient", nameof(NoticeInput.Recipient)))
                : Lines(input.WhyThisRecipient) is null ? (null, null, Problem("why-recipient", nameof(NoticeInput.WhyThisRecipient)))
                : (new NoticeRoute(ComposePage.TypedChannel, ChannelKind.Mail, language), address, null);
        }

        return NoticeChannels.Of(platform, track).FirstOrDefault(channel => channel.Id == input.Channel) is { } known
            ? (new NoticeRoute(known.Id, known.Kind, language), known.Where, null)
            : (null, null, Problem("channel", nameof(NoticeInput.Channel)));
    }

    private static VerbResult? WordsProblem(NoticeInput input, Track track)
        => TooMuch(input.PlatformName, NoticeLimits.ShortLength, nameof(NoticeInput.PlatformName))
            ?? TooMuch(input.WhyThisRecipient, NoticeLimits.PlaceWordsLength, nameof(NoticeInput.WhyThisRecipient))
            ?? (track == Track.Minor ? null : TooMuch(input.AddedWords, NoticeLimits.WordsLength, nameof(NoticeInput.AddedWords)));

    private static VerbResult? TooMuch(string? typed, int limit, string field)
        => PlainText.Clean(typed, limit, multiline: true) switch
        {
            { TooLong: true } => Problem("too-long", field),
            { ImageData: true } => Problem("image-data", field),
            _ => null,
        };

    private static (DateOnly? Day, bool IsDay) DayOf(string? typed)
        => string.IsNullOrWhiteSpace(typed) ? (null, true)
            : DateOnly.TryParseExact(typed.Trim(), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day, true)
            : (null, false);

    private static string LanguageOf(NoticeInput input) => input.Language == "fr" ? "fr" : "en";

    private static string? Line(string? typed) => Clean(typed, NoticeLimits.ShortLength, multiline: false);

    private static string? Lines(string? typed) => Clean(typed, NoticeLimits.WordsLength, multiline: true);

    private static string? Clean(string? typed, int limit, bool multiline)
        => PlainText.Clean(typed, limit, multiline).Text is { Length: > 0 } text ? text : null;

    private static VerbResult Problem(string code, string field) => new(VerbStatus.Refused, code, field);
}
