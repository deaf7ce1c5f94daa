using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Tests.Deadlines;

/// <summary>Invented rules for the tests of this folder.</summary>
internal static class Bases
{
    public static LegalBasis Basis(string duration = "PT48H", ClockUnit unit = ClockUnit.Elapsed, string zone = "Europe/Paris") => new()
    {
        Id = "xx-invented",
        Version = "2026-01-01",
        Jurisdiction = "XX",
        JurisdictionName = "Nowhere",
        JurisdictionTimeZone = zone,
        Track = TrackScope.Both,
        Kind = BasisKind.Statutory,
        Status = BasisStatus.InForce,
        StatusText = "in force",
        Obligor = "platform",
        ObligorKind = ObligorKind.Platform,
        Trigger = ClockTrigger.NoticeReceived,
        ClockStart = "receipt of the notice",
        Clock = ClockKind.Removal,
        Duration = BasisDuration.Parse(duration, unit),
        TimeBasis = "calendar",
        Citation = "Invented Act s.1",
        NoticeElements = [],
        EscalationIfMissed = "Invented Authority",
        Verification = BasisVerification.SeenText,
        Confidence = BasisConfidence.High,
        Notes = "",
        ReviewState = BasisReviewState.Unreviewed,
    };

    public static SlaPolicy Policy() => new()
    {
        Id = "invented",
        Version = "2026-01-01",
        Clock = ClockKind.FirstReview,
        TrackCode = "adult",
        SeverityCode = "standard",
        Span = ClockSpan.Elapsed(TimeSpan.FromHours(2)),
        WarnPercents = [75],
        PausesWhileWaiting = false,
    };
}
