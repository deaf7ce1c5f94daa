using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Domain.Tests.Referrals;

internal static class ReferralSamples
{
    public const string Address = "https://site.example.org/v/1";

    public static readonly DateTimeOffset Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public static readonly StaffId Ada = StaffId.New(Now);
    public static readonly StaffId Ben = StaffId.New(Now);

    public static readonly Actor ByAda = Actor.OfStaff(Ada, "advocate");
    public static readonly Actor ByBen = Actor.OfStaff(Ben, "supervisor");

    public static Authority Body(AuthorityKind kind, string id = "somebody", PackForm? pack = null) => new()
    {
        Id = id,
        Name = "An Invented Office",
        Kind = kind,
        Country = "FR",
        Tracks = [Track.Adult, Track.Minor],
        Purposes = [AuthorityPurpose.LawMissed],
        Languages = ["en"],
        Channel = new AuthorityChannel("form", "office.example.org"),
        OnlyByPerson = false,
        Pack = pack,
        ComplaintsUnder = [],
        ClocksUnder = [],
        Doubts = "invented",
    };

    public static ReferralFacts Facts(Authority to, Track track, string language = "en") => new()
    {
        Reference = ReferralReference.FromRandom(new byte[ReferralReference.RandomBytes]),
        Authority = to,
        Track = track,
        Language = language,
        Now = Now,
        Organisation = "Invented Helpers",
        OrganisationMail = "desk@example.org",
        Places = [new ReferredPlace(PlaceId.New(Now), 1, "Url", "Example", Address), new ReferredPlace(PlaceId.New(Now), 2, "Hashtag", null, "#invented")],
        Harms = [HarmKind.SharedWithoutConsent, HarmKind.Blackmail],
        Edited = true,
        FiledAt = Now.AddDays(-2),
        Notices = [new ReferredNotice("TN-2222-2222", "Example", Now.AddDays(-1))],
        Country = "FR",
        OwnWords = "canary words\nof the person",
        Name = "Canary Name",
        Contact = "canary@example.net",
    };

    public static ReferralDraft Draft(
        Authority to, Track track, ReferralGround ground = ReferralGround.Consent, ReferralDuty? duty = null, params PassedItem[] items)
        => new(CaseId.New(Now), Facts(to, track), items.Length == 0 ? PassedItems.Least(to, track) : items, ground, duty, FilerKind.Survivor)
        {
            Reason = ground == ReferralGround.Consent ? null : "a reason",
        };

    public static ReferralDuty Duty(int people = 1, string country = "FR", params AuthorityKind[] kinds) => new("a-duty", country, kinds, [], people);

    public static PackFacts Pack(PackForm form, Track track, string language = "en") => new()
    {
        Authority = Body(AuthorityKind.Regulator, "office", form),
        Track = track,
        Language = language,
        MadeAt = Now,
        Organisation = "Invented Helpers",
        OrganisationMail = "desk@example.org",
        PlatformName = "Example",
        Law = Law,
        LawIsCited = true,
        Elements = [new PackElement("signature", true), new PackElement("location", true), new PackElement("contact", false)],
        Places =
        [
            new PackPlace(1, "url", Address, PlaceState.Refused, Now.AddHours(-3), HasAnswered: true, "We see no violation.", Clock()),
            new PackPlace(2, "url", Address + "/2", PlaceState.RemovedConfirmed, Now.AddHours(-50), HasAnswered: false, null, Clock(Now.AddHours(-50), wasDone: true)),
        ],
        QuotesAnswers = true,
        Proof = new PackProof("TN-2222-2222", Now.AddHours(-74), "server-acceptance", "<invented@example.org>", new string('a', 64), "250 2.0.0 Ok", null),
        Timeline = [new PackEvent(Now.AddHours(-74), "notice-sent", "TN-2222-2222"), new PackEvent(Now.AddHours(-26), "deadline-passed", null)],
    };

    /// <summary>Due a day and two hours ago.</summary>
    public static PackClock Clock(DateTimeOffset? endedAt = null, bool wasDone = false, bool isPolicy = false)
        => new(Now.AddHours(-74), "server-acceptance", Now.AddHours(-26), endedAt, wasDone, isPolicy);

    public static LegalBasis Law { get; } = new()
    {
        Id = "invented-law",
        Version = "1",
        Jurisdiction = "FR",
        JurisdictionName = "France",
        JurisdictionTimeZone = "Europe/Paris",
        Track = TrackScope.Both,
        Kind = BasisKind.Statutory,
        Status = BasisStatus.InForce,
        StatusText = "in force",
        Obligor = "platform",
        ObligorKind = ObligorKind.Platform,
        Trigger = ClockTrigger.NoticeReceived,
        ClockStart = "receipt",
        Clock = ClockKind.Removal,
        Duration = BasisDuration.Parse("PT48H", ClockUnit.Elapsed),
        TimeBasis = "calendar",
        Citation = "Invented Act s.1",
        NoticeElements = [],
        EscalationIfMissed = "the office",
        Verification = BasisVerification.SeenText,
        Confidence = BasisConfidence.High,
        Notes = "",
        ReviewState = BasisReviewState.Unreviewed,
    };
}
