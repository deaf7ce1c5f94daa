using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Tests.Deadlines;

/// <summary>The laws of the scenarios, by the id of the shipped record, each as its citation gives it.</summary>
public static class ScenarioLaws
{
    private const string NewYork = "America/New_York";
    private const string London = "Europe/London";
    private const string Brussels = "Europe/Brussels";
    private const string Sydney = "Australia/Sydney";
    private const string Kolkata = "Asia/Kolkata";

    public static IReadOnlyDictionary<string, ScenarioLaw> All { get; } = new Dictionary<string, ScenarioLaw>(StringComparer.Ordinal)
    {
        ["us-tida-removal"] = new(
            "TAKE IT DOWN Act s.3(a)(3), 47 U.S.C. 223a: not later than 48 hours after receiving a valid request",
            TrackScope.Both, ClockTrigger.NoticeReceived, "PT48H", ClockUnit.Elapsed, NewYork, "2026-05-19"),
        ["uk-osa-ncii-removal"] = new(
            "Online Safety Act 2023 s.10(3A): within 48 hours of an intimate image content report",
            TrackScope.Adult, ClockTrigger.NoticeReceived, "PT48H", ClockUnit.Elapsed, London, "2026-06-29"),
        ["in-it-rules-ncii"] = new(
            "IT Rules 2021 r.3(2)(b) as amended 2026: within two hours of the complaint",
            TrackScope.Both, ClockTrigger.NoticeReceived, "PT2H", ClockUnit.Elapsed, Kolkata, "2026-02-20"),
        ["in-it-rules-order"] = new(
            "IT Rules 2021 r.3(1)(d) as amended 2026: within three hours of the order",
            TrackScope.Both, ClockTrigger.AuthorityRequest, "PT3H", ClockUnit.Elapsed, Kolkata, "2026-02-20", Clock: ClockKind.Authority),
        ["in-it-rules-grievance"] = new(
            "IT Rules 2021 r.3(2)(a)(i) as amended 2026: seven days; described at second hand",
            TrackScope.Both, ClockTrigger.NoticeReceived, "P7D", ClockUnit.Calendar, Kolkata, "2026-02-20", IsSure: false),
        ["au-osa-77-ncii"] = new(
            "Online Safety Act 2021 (Cth) s.77: within 24 hours after the removal notice was given",
            TrackScope.Both, ClockTrigger.AuthorityRequest, "PT24H", ClockUnit.Elapsed, Sydney, "2022-01-23", Clock: ClockKind.Authority),
        ["au-osa-88-wait"] = new(
            "Online Safety Act 2021 (Cth) s.88(1)(d): 48 hours after the complaint to the provider",
            TrackScope.Adult, ClockTrigger.NoticeReceived, "PT48H", ClockUnit.Elapsed, Sydney, "2022-01-23"),
        ["au-osa-88-removal"] = new(
            "Online Safety Act 2021 (Cth) s.88(1)(g): within 24 hours after the removal notice was given",
            TrackScope.Adult, ClockTrigger.AuthorityRequest, "PT24H", ClockUnit.Elapsed, Sydney, "2022-01-23", Clock: ClockKind.Authority),
        ["au-osa-65-wait"] = new(
            "Online Safety Act 2021 (Cth) s.65(1)(c): 48 hours after the complaint to the provider",
            TrackScope.Minor, ClockTrigger.NoticeReceived, "PT48H", ClockUnit.Elapsed, Sydney, "2022-01-23"),
        ["au-osa-65-removal"] = new(
            "Online Safety Act 2021 (Cth) s.65(1)(g): within 24 hours after the removal notice was given",
            TrackScope.Minor, ClockTrigger.AuthorityRequest, "PT24H", ClockUnit.Elapsed, Sydney, "2022-01-23", Clock: ClockKind.Authority),
        ["au-osa-109-class1"] = new(
            "Online Safety Act 2021 (Cth) s.109: 24 hours; the section was not opened",
            TrackScope.Minor, ClockTrigger.AuthorityRequest, "PT24H", ClockUnit.Elapsed, Sydney, "2022-01-23", IsSure: false),
        ["it-garante-144bis"] = new(
            "Codice privacy Art. 144-bis: the Garante decides within 48 hours of the report",
            TrackScope.Both, ClockTrigger.ComplaintToAuthority, "PT48H", ClockUnit.Elapsed, "Europe/Rome", "2021-12-08", Clock: ClockKind.Authority),
        ["it-cyberbullying-71-2017"] = new(
            "Law 71/2017 Art. 2: 48 hours; low confidence",
            TrackScope.Minor, ClockTrigger.NoticeReceived, "PT48H", ClockUnit.Elapsed, "Europe/Rome", IsSure: false),
        ["eu-gdpr-17-erasure"] = new(
            "GDPR Art. 12(3): within one month of receipt; counted by Regulation 1182/71 Art. 3",
            TrackScope.Both, ClockTrigger.NoticeReceived, "P1M", ClockUnit.Calendar, Brussels, "2018-05-25"),
        ["eu-dsa-16-notice"] = new(
            "Regulation (EU) 2022/2065 Art. 16(6): timely, no number",
            TrackScope.Both, ClockTrigger.NoticeReceived, null, ClockUnit.Elapsed, Brussels, "2024-02-17"),
        ["eu-dsa-20-complaint-window"] = new(
            "Regulation (EU) 2022/2065 Art. 20(1)-(2): at least six months from the day of being told",
            TrackScope.Both, ClockTrigger.DecisionReceived, "P6M", ClockUnit.Calendar, Brussels, "2024-02-17",
            Kind: BasisKind.RightWindow, Clock: ClockKind.RightWindow),
        ["eu-dsa-21-dispute"] = new(
            "Regulation (EU) 2022/2065 Art. 21(4): 90 calendar days from receipt of the complaint",
            TrackScope.Both, ClockTrigger.ComplaintToAuthority, "P90D", ClockUnit.Calendar, Brussels, "2024-02-17", Clock: ClockKind.Authority),
        ["us-2258a-preserve"] = new(
            "18 U.S.C. 2258A(h)(1): one year after the report to the CyberTipline",
            TrackScope.Minor, ClockTrigger.ProviderReported, "P1Y", ClockUnit.Calendar, NewYork, "2024-05-07",
            Kind: BasisKind.Preservation, Clock: ClockKind.Preservation),
        ["uk-csea-preserve"] = new(
            "S.I. 2026/268 reg. 8: one year after the report",
            TrackScope.Minor, ClockTrigger.ProviderReported, "P1Y", ClockUnit.Calendar, London, "2026-04-07",
            Kind: BasisKind.Preservation, Clock: ClockKind.Preservation),
        ["us-dmca-counter-notice"] = new(
            "17 U.S.C. 512(g)(2)(C): not less than 10, nor more than 14, business days; the shorter end is ours to keep",
            TrackScope.Adult, ClockTrigger.CounterNoticeReceived, "P10D..P14D", ClockUnit.Business, NewYork,
            Kind: BasisKind.WarningWindow, Clock: ClockKind.RightWindow, Calendar: "us-federal"),
        ["fr-lcen-csam-ofac"] = new(
            "LCEN Art. 6-1: 24 hours from the request; medium confidence",
            TrackScope.Minor, ClockTrigger.AuthorityRequest, "PT24H", ClockUnit.Elapsed, "Europe/Paris", "2025-02-19", IsSure: false),
        ["nl-atkm-csam"] = new(
            "Wet bestuursrechtelijke aanpak online kinderpornografisch materiaal: at most 12 hours; medium confidence",
            TrackScope.Minor, ClockTrigger.AuthorityRequest, "PT12H", ClockUnit.Elapsed, "Europe/Amsterdam", "2024-07-01", IsSure: false),
        ["kr-regulator-24h"] = new(
            "announced 6 November 2024; low confidence",
            TrackScope.Both, ClockTrigger.AuthorityRequest, "PT24H", ClockUnit.Elapsed, "Asia/Seoul", IsSure: false),
        ["ca-c16-48h"] = new(
            "Bill C-16: no law",
            TrackScope.Adult, ClockTrigger.NoticeReceived, "PT48H", ClockUnit.Elapsed, "America/Toronto", IsSure: false),
    };
}
