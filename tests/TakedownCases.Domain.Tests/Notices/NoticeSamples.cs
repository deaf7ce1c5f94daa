using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TrackScope = TakedownCases.Domain.Deadlines.TrackScope;

namespace TakedownCases.Domain.Tests.Notices;

/// <summary>Facts about invented people and reserved names, complete unless a test takes something away.</summary>
internal static class NoticeSamples
{
    public static DateTimeOffset Now { get; } = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public static NoticeReference Reference { get; } = NoticeReference.FromRandom("0123456789abcdef"u8);

    public static NoticeReference EarlierReference { get; } = NoticeReference.FromRandom("fedcba9876543210"u8);

    public static LegalBasis TakeItDown { get; } = Basis(
        "us-tida-removal", "US", "America/New_York", TrackScope.Both, "PT48H", "TAKE IT DOWN Act s.3(a)(3), Pub. L. 119-12; 47 U.S.C. 223a");

    public static LegalBasis OnlineSafety { get; } = Basis(
        "uk-osa-ncii-removal", "GB", "Europe/London", TrackScope.Adult, "PT48H", "Online Safety Act 2023 s.10(3A)-(3B), s.20A");

    public static LegalBasis DigitalServices { get; } = Basis(
        "eu-dsa-16-notice", "EU", "Europe/Brussels", TrackScope.Both, null, "Regulation (EU) 2022/2065 Art. 16(2), (4)-(6)");

    public static LegalBasis India { get; } = Basis(
        "in-it-rules-ncii", "IN", "Asia/Kolkata", TrackScope.Both, "PT2H", "IT Rules 2021 r.3(2)(b)") with { Confidence = BasisConfidence.MediumHigh };

    public static SignedStatement Statement { get; } = new()
    {
        Statement = "I am the person shown at these places. I did not agree to this being shared.\nI believe in good faith that this is true.",
        Name = "Mara Lindqvist",
        Signature = "Mara Lindqvist",
        SignedAt = Now.AddDays(-1),
    };

    public static NoticeFacts Adult { get; } = new()
    {
        Kind = NoticeKind.Removal,
        Reference = Reference,
        Track = Track.Adult,
        Language = "en",
        Date = Now,
        PlatformName = "Example Social",
        Recipient = "abuse@example.com",
        Channel = ChannelKind.Mail,
        Places =
        [
            PlaceAt(1, "https://www.example.com/p/1?utm_source=x", "https://example.com/p/1"),
            PlaceAt(2, "https://example.com/p/2", "https://example.com/p/2", "the third picture of the album"),
            PlaceAt(5, "@mara.leaks", null) with { Kind = nameof(PlaceKind.Profile) },
        ],
        Harms = [HarmKind.SharedWithoutConsent, HarmKind.Blackmail],
        Edited = true,
        Statement = Statement,
        Signer = NoticeSigner.Survivor,
        Sender = new NoticeSender("Harbour Advice", "notices@example.org", "12 Quay Street, Exampleton"),
        Bases = [TakeItDown, OnlineSafety, DigitalServices, India],
        RemindAfter = TimeSpan.FromHours(48),
    };

    public static NoticeFacts Minor { get; } = Adult with
    {
        Track = Track.Minor,
        Places =
        [
            PlaceAt(1, "https://www.example.com/p/1?utm_source=x", "https://example.com/p/1"),
            PlaceAt(2, "#sample-tag", null) with { Kind = nameof(PlaceKind.Hashtag) },
        ],
        Harms = [HarmKind.SharedWithoutConsent, HarmKind.Sale],
        Edited = false,
        MadeAsChild = true,
        Statement = null,
        HasAuthority = true,
        Signer = NoticeSigner.Organisation,
        Bases = [TakeItDown, DigitalServices],
    };

    /// <summary>The organisation signs for an adult, with recorded authority.</summary>
    public static NoticeFacts ByOrganisation { get; } = Adult with
    {
        Signer = NoticeSigner.Organisation,
        HasAuthority = true,
        AuthorityNote = "written authority of 28 February 2027",
        Statement = null,
    };

    public static LegalBasis Basis(string id, string jurisdiction, string zone, TrackScope track, string? hours, string citation) => new()
    {
        Id = id,
        Version = "2026-11-22",
        Jurisdiction = jurisdiction,
        JurisdictionName = jurisdiction,
        JurisdictionTimeZone = zone,
        Track = track,
        Kind = BasisKind.Statutory,
        Status = BasisStatus.InForce,
        StatusText = "in force",
        InForceFrom = new DateOnly(2026, 6, 29),
        Obligor = "platform",
        ObligorKind = ObligorKind.Platform,
        Trigger = ClockTrigger.NoticeReceived,
        ClockStart = "receipt of the notice",
        Clock = ClockKind.Removal,
        Duration = hours is null ? null : BasisDuration.Parse(hours, ClockUnit.Elapsed),
        TimeBasis = "calendar",
        Citation = citation,
        NoticeElements = [],
        EscalationIfMissed = "Invented Authority",
        Verification = BasisVerification.SeenText,
        Confidence = BasisConfidence.High,
        Notes = "",
        ReviewState = BasisReviewState.Unreviewed,
    };

    public static NoticedPlace PlaceAt(int ordinal, string address, string? canonical, string? words = null)
        => new(new PlaceId(new Guid(ordinal, 0, 0, new byte[8])), ordinal, nameof(PlaceKind.Url), address, canonical, words);

    public static IReadOnlyList<NoticedPlace> ManyPlaces(int count)
        => [.. Enumerable.Range(1, count).Select(number => PlaceAt(number, $"https://www.example.com/p/{number}", $"https://example.com/p/{number}"))];

    /// <summary>The same facts as another kind of notice, with what that kind needs.</summary>
    public static NoticeFacts As(NoticeFacts facts, NoticeKind kind) => facts with
    {
        Kind = kind,
        Date = kind == NoticeKind.Removal ? Now : Now.AddDays(3),
        Earlier = kind == NoticeKind.Removal ? null : new EarlierNotice(EarlierReference, Now, "250 2.0.0 Ok: queued as 4XyZ"),
        MissedBasis = kind == NoticeKind.Complaint ? TakeItDown : null,
        Authority = kind == NoticeKind.Complaint ? "Example Trade Authority" : null,
        PreserveUntil = kind == NoticeKind.Preservation ? new DateOnly(2028, 3, 1) : null,
        Bases = NoticeKinds.IsBesidePlatform(kind) ? [DigitalServices] : facts.Bases,
        ProviderName = NoticeKinds.IsBesidePlatform(kind) ? "Example Hosting" : null,
        History = !NoticeKinds.TellsHistory(kind) ? [] :
        [
            new(Now, ContactCode.NoticeSent, EarlierReference.Value),
            new(Now.AddSeconds(2), ContactCode.ServerAccepted, null),
            new(Now.AddHours(5), ContactCode.Acknowledged, "EX-4711"),
            new(Now.AddHours(48), ContactCode.DeadlinePassed, null),
            new(Now.AddHours(49), ContactCode.ReminderSent, EarlierReference.Value),
        ],
    };

    public static NoticeText Composed(NoticeFacts facts)
    {
        var approved = NoticeValidity.Approve(facts);
        Assert.True(approved.IsDone, approved.Refusal?.Message);
        return NoticeComposer.Compose(approved.Value);
    }

    public static NoticeEnvelope Envelope { get; } = new()
    {
        From = "notices@example.org",
        FromName = "Harbour Advice",
        To = "abuse@example.com",
        ReplyTo = "reply+tn@example.org",
        MessageId = "<01995b6e.tn@example.org>",
        Date = Now,
    };

    /// <summary>All that could leave the house for these facts, as one text.</summary>
    public static string Everything(NoticeFacts facts)
    {
        var text = Composed(facts);
        var mail = MimeReader.Read(NoticeMime.Write(text, Envelope));
        return string.Join('\n', [text.Subject, text.Body, text.Json, .. text.Fields.Select(field => field.Name + field.Value), mail.Text, mail.Json, mail.Head]);
    }
}
