using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Tests.Deadlines;

/// <summary>
/// Dated scenarios: jurisdiction, track and event. Every instant was worked out by hand from the citation above its group, as the
/// remark beside it says, and not copied from the program.
/// </summary>
public static class Scenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        // TAKE IT DOWN Act s.3(a)(3), 47 U.S.C. 223a: 48 elapsed hours; in force since 19 May 2026, midnight of New York.
        new("US first instant in force", "us-tida-removal", Track.Adult, "2026-05-19T04:00:00Z", "2026-05-21T04:00:00Z"), // 00:00 EDT is 04:00Z; two days on
        new("US a second before it was in force", "us-tida-removal", Track.Adult, "2026-05-19T03:59:59Z", null), // 23:59:59 EDT of the day before
        new("US over the end of summer time", "us-tida-removal", Track.Adult, "2026-10-31T16:00:00Z", "2026-11-02T16:00:00Z"), // 12:00 EDT Saturday; 48 h is 11:00 EST Monday
        new("US over the beginning of summer time", "us-tida-removal", Track.Adult, "2027-03-13T17:00:00Z", "2027-03-15T17:00:00Z"), // 12:00 EST Saturday; 48 h is 13:00 EDT Monday
        new("US a minor over Christmas", "us-tida-removal", Track.Minor, "2026-12-24T23:00:00Z", "2026-12-26T23:00:00Z"), // no holiday stops hours
        new("US over the new year", "us-tida-removal", Track.Adult, "2026-12-31T22:30:00Z", "2027-01-02T22:30:00Z"), // 31 December + 2 days
        new("US over the leap day", "us-tida-removal", Track.Minor, "2028-02-28T12:00:00Z", "2028-03-01T12:00:00Z"), // 29 February is the day between
        new("US to the microsecond", "us-tida-removal", Track.Adult, "2026-11-22T10:15:30.123456Z", "2026-11-24T10:15:30.123456Z"), // nothing is rounded

        // Online Safety Act 2023 s.10(3A), s.20A, S.I. 2026/689: 48 elapsed hours; in force since 29 June 2026, midnight of London.
        new("UK first instant in force", "uk-osa-ncii-removal", Track.Adult, "2026-06-28T23:00:00Z", "2026-06-30T23:00:00Z"), // 00:00 BST is 23:00Z
        new("UK a second before it was in force", "uk-osa-ncii-removal", Track.Adult, "2026-06-28T22:59:59Z", null), // 23:59:59 BST of the day before
        new("UK over the end of summer time", "uk-osa-ncii-removal", Track.Adult, "2026-10-24T12:00:00Z", "2026-10-26T12:00:00Z"), // 13:00 BST Saturday; 12:00 GMT Monday
        new("UK over the beginning of summer time", "uk-osa-ncii-removal", Track.Adult, "2027-03-27T20:00:00Z", "2027-03-29T20:00:00Z"), // 20:00 GMT Saturday; 21:00 BST Monday
        new("UK on Christmas Day", "uk-osa-ncii-removal", Track.Adult, "2026-12-25T00:00:00Z", "2026-12-27T00:00:00Z"), // no holiday stops hours
        new("UK a minor", "uk-osa-ncii-removal", Track.Minor, "2026-11-22T10:00:00Z", null), // s.20A is about adults; the minor track goes by hotlines

        // IT Rules 2021 r.3(2)(b) as amended, G.S.R. 120(E): 2 elapsed hours; in force since 20 February 2026, midnight of India.
        new("India first instant in force", "in-it-rules-ncii", Track.Adult, "2026-02-19T18:30:00Z", "2026-02-19T20:30:00Z"), // 00:00 IST is 18:30Z
        new("India a second before it was in force", "in-it-rules-ncii", Track.Adult, "2026-02-19T18:29:59Z", null), // the rule of 24 hours held then; its record runs none
        new("India over midnight", "in-it-rules-ncii", Track.Adult, "2026-11-22T18:00:00Z", "2026-11-22T20:00:00Z"), // 23:30 IST; 01:30 IST next day
        new("India a minor on Republic Day", "in-it-rules-ncii", Track.Minor, "2027-01-26T04:00:00Z", "2027-01-26T06:00:00Z"), // 09:30 IST; no holiday stops hours

        // IT Rules 2021 r.3(1)(d): 3 elapsed hours from an order of a court or the government.
        new("India an order on Independence Day", "in-it-rules-order", Track.Adult, "2026-08-15T03:00:00Z", "2026-08-15T06:00:00Z"), // 08:30 IST to 11:30 IST
        new("India the grievance officer", "in-it-rules-grievance", Track.Adult, "2026-11-22T10:00:00Z", null), // r.3(2)(a)(i), 7 days, medium confidence: shown, never counted

        // Online Safety Act 2021 (Cth) ss.65, 77, 88: 24 hours after eSafety gave its notice; 48 hours after a complaint to the provider.
        new("Australia s.77 on the day summer time begins", "au-osa-77-ncii", Track.Adult, "2026-10-03T14:00:00Z", "2026-10-04T14:00:00Z"), // 00:00 AEST Sunday; 24 h is 01:00 AEDT Monday
        new("Australia s.77 a minor on the day summer time ends", "au-osa-77-ncii", Track.Minor, "2026-04-04T13:00:00Z", "2026-04-05T13:00:00Z"), // 00:00 AEDT Sunday; 24 h is 23:00 AEST Sunday
        new("Australia s.88 the complaint to the provider", "au-osa-88-wait", Track.Adult, "2026-11-20T01:00:00Z", "2026-11-22T01:00:00Z"), // 12:00 AEDT Friday to 12:00 AEDT Sunday
        new("Australia s.88 the notice of eSafety", "au-osa-88-removal", Track.Adult, "2026-11-23T05:30:00Z", "2026-11-24T05:30:00Z"), // 16:30 AEDT to 16:30 AEDT
        new("Australia s.65 the complaint to the provider", "au-osa-65-wait", Track.Minor, "2026-12-24T20:00:00Z", "2026-12-26T20:00:00Z"), // 07:00 AEDT 25 December to 07:00 AEDT 27 December
        new("Australia s.65 the notice of eSafety", "au-osa-65-removal", Track.Minor, "2027-01-25T13:30:00Z", "2027-01-26T13:30:00Z"), // 00:30 AEDT on Australia Day to 00:30 AEDT
        new("Australia s.88 is not for a minor", "au-osa-88-removal", Track.Minor, "2026-11-23T05:30:00Z", null), // adult cyber-abuse; s.65 is for children
        new("Australia s.109", "au-osa-109-class1", Track.Minor, "2026-11-23T05:30:00Z", null), // medium confidence: shown, never counted

        // Codice privacy Art. 144-bis: the Garante decides within 48 hours of the report.
        new("Italy over the end of summer time", "it-garante-144bis", Track.Adult, "2026-10-24T10:00:00Z", "2026-10-26T10:00:00Z"), // 12:00 CEST Saturday; 11:00 CET Monday
        new("Italy a minor over Ferragosto", "it-garante-144bis", Track.Minor, "2026-08-14T22:30:00Z", "2026-08-16T22:30:00Z"), // 00:30 CEST 15 August; no holiday stops hours
        new("Italy Law 71/2017", "it-cyberbullying-71-2017", Track.Minor, "2026-11-22T10:00:00Z", null), // low confidence: shown, never counted

        // GDPR Art. 12(3): one month, by the calendar of Brussels, the day of receipt not counted (Regulation 1182/71 Art. 3).
        new("GDPR a plain month", "eu-gdpr-17-erasure", Track.Adult, "2026-11-22T09:00:00Z", "2026-12-22T09:00:00Z"), // 10:00 CET 22 November to 10:00 CET 22 December
        new("GDPR 31 January", "eu-gdpr-17-erasure", Track.Adult, "2027-01-31T09:00:00Z", "2027-02-28T23:00:00Z"), // no 31 February: 28 February to its end, 24:00 CET (Art. 3(2)(c))
        new("GDPR 31 January of a leap year", "eu-gdpr-17-erasure", Track.Adult, "2028-01-31T12:00:00Z", "2028-02-29T23:00:00Z"), // 29 February to its end, 24:00 CET
        new("GDPR 29 January of a leap year", "eu-gdpr-17-erasure", Track.Adult, "2028-01-29T12:00:00Z", "2028-02-29T12:00:00Z"), // 29 February exists: 13:00 CET to 13:00 CET
        new("GDPR 29 January of a common year", "eu-gdpr-17-erasure", Track.Adult, "2027-01-29T12:00:00Z", "2027-02-28T23:00:00Z"), // no 29 February: 28 February to its end
        new("GDPR over the end of summer time", "eu-gdpr-17-erasure", Track.Adult, "2026-10-10T08:00:00Z", "2026-11-10T09:00:00Z"), // 10:00 CEST to 10:00 CET
        new("GDPR over the beginning of summer time", "eu-gdpr-17-erasure", Track.Adult, "2027-03-10T09:00:00Z", "2027-04-10T08:00:00Z"), // 10:00 CET to 10:00 CEST
        new("GDPR the hour that is skipped", "eu-gdpr-17-erasure", Track.Adult, "2027-02-28T01:30:00Z", "2027-03-28T01:00:00Z"), // 02:30 CET; 28 March has no 02:30, so 03:00 CEST
        new("GDPR the hour that comes twice", "eu-gdpr-17-erasure", Track.Adult, "2026-09-25T00:30:00Z", "2026-10-25T01:30:00Z"), // 02:30 CEST; 25 October has two, the second is CET
        new("GDPR the local day is the next one", "eu-gdpr-17-erasure", Track.Adult, "2026-11-30T23:30:00Z", "2026-12-31T23:30:00Z"), // 00:30 CET 1 December to 00:30 CET 1 January
        new("GDPR 31 December", "eu-gdpr-17-erasure", Track.Adult, "2026-12-31T10:00:00Z", "2027-01-31T10:00:00Z"), // 11:00 CET to 11:00 CET
        new("GDPR 31 March", "eu-gdpr-17-erasure", Track.Adult, "2027-03-31T08:00:00Z", "2027-04-30T22:00:00Z"), // no 31 April: 30 April to its end, 24:00 CEST
        new("GDPR a minor, 31 August", "eu-gdpr-17-erasure", Track.Minor, "2026-08-31T06:00:00Z", "2026-09-30T22:00:00Z"), // no 31 September: 30 September to its end, 24:00 CEST

        // Regulation (EU) 2022/2065 Art. 20: six months from being told of the decision; in force for all since 17 February 2024.
        new("DSA window over the beginning of summer time", "eu-dsa-20-complaint-window", Track.Adult, "2026-11-22T09:00:00Z", "2027-05-22T08:00:00Z"), // 10:00 CET 22 November to 10:00 CEST 22 May
        new("DSA window from 31 August", "eu-dsa-20-complaint-window", Track.Adult, "2026-08-31T10:00:00Z", "2027-02-28T23:00:00Z"), // no 31 February: 28 February to its end, 24:00 CET
        new("DSA window from 31 March, a minor", "eu-dsa-20-complaint-window", Track.Minor, "2027-03-31T21:30:00Z", "2027-09-30T22:00:00Z"), // 23:30 CEST; no 31 September: 30 September to its end
        new("DSA window before the law", "eu-dsa-20-complaint-window", Track.Adult, "2024-02-16T22:59:59Z", null), // 23:59:59 CET of 16 February 2024

        // Regulation (EU) 2022/2065 Art. 21(4): 90 calendar days from receipt by the dispute body.
        new("DSA dispute in winter", "eu-dsa-21-dispute", Track.Adult, "2026-11-22T09:00:00Z", "2027-02-20T09:00:00Z"), // 8 days to 30 November, 31, 31, and 20: 20 February, 10:00 CET
        new("DSA dispute over the beginning of summer time", "eu-dsa-21-dispute", Track.Adult, "2027-01-10T11:00:00Z", "2027-04-10T10:00:00Z"), // 21 + 28 + 31 + 10 days: 10 April, 12:00 CET to 12:00 CEST
        new("DSA dispute over the leap day", "eu-dsa-21-dispute", Track.Minor, "2027-12-15T12:00:00Z", "2028-03-14T12:00:00Z"), // 16 + 31 + 29 + 14 days: 14 March, 13:00 CET

        // 18 U.S.C. 2258A(h)(1): one year after the report, by the calendar of New York.
        new("US preservation a plain year", "us-2258a-preserve", Track.Minor, "2026-11-22T15:00:00Z", "2027-11-22T15:00:00Z"), // 10:00 EST to 10:00 EST
        new("US preservation from the leap day", "us-2258a-preserve", Track.Minor, "2028-02-29T17:00:00Z", "2029-03-01T05:00:00Z"), // no 29 February 2029: 28 February to its end, 24:00 EST
        // 16:00 EDT, for it began that day; in 2027 it begins on the 14th: 16:00 EST
        new("US preservation where summer time begins another day", "us-2258a-preserve", Track.Minor, "2026-03-08T20:00:00Z", "2027-03-08T21:00:00Z"),
        new("US preservation is of the minor track", "us-2258a-preserve", Track.Adult, "2026-11-22T15:00:00Z", null), // 2258A is about children

        // S.I. 2026/268 reg. 8: one year after the report, by the calendar of London.
        new("UK preservation a plain year", "uk-csea-preserve", Track.Minor, "2026-11-22T10:00:00Z", "2027-11-22T10:00:00Z"), // 10:00 GMT to 10:00 GMT
        new("UK preservation in summer time both years", "uk-csea-preserve", Track.Minor, "2027-03-28T12:00:00Z", "2028-03-28T12:00:00Z"), // 13:00 BST, begun that day; in 2028 it begins on the 26th: 13:00 BST

        // 17 U.S.C. 512(g)(2)(C): 10 to 14 business days (US federal holidays); the shorter end, for it is we who must act.
        // Monday; 24, 25, 27, 30 Nov, 1, 2, 3, 4, 7, 8 Dec (26 Nov is the holiday); 10:00 EST
        new("US counter-notice over Thanksgiving", "us-dmca-counter-notice", Track.Adult, "2026-11-23T15:00:00Z", "2026-12-08T15:00:00Z"),
        // 30 Nov, 1, 2, 3, 4, 7, 8, 9, 10, 11 Dec; begun on a closed day: the 11th to its end, 24:00 EST
        new("US counter-notice on a Saturday", "us-dmca-counter-notice", Track.Adult, "2026-11-28T18:00:00Z", "2026-12-12T05:00:00Z"),
        new("US counter-notice over Christmas and New Year", "us-dmca-counter-notice", Track.Adult, "2026-12-21T16:00:00Z", "2027-01-06T16:00:00Z"), // 22, 23, 24, 28, 29, 30, 31 Dec, 4, 5, 6 Jan; 11:00 EST
        // the 4th is a Saturday, kept on the 3rd: 30 Jun, 1, 2, 6, 7, 8, 9, 10, 13, 14 Jul; 10:00 EDT
        new("US counter-notice over the Fourth of July", "us-dmca-counter-notice", Track.Adult, "2026-06-29T14:00:00Z", "2026-07-14T14:00:00Z"),
        new("US counter-notice is of the adult track", "us-dmca-counter-notice", Track.Minor, "2026-11-23T15:00:00Z", null), // copyright is never used on the minor track

        // No number in the law, not sure enough, or no law: nothing runs.
        new("EU Art. 16 gives no hours", "eu-dsa-16-notice", Track.Adult, "2026-11-22T10:00:00Z", null), // "timely", so any hour would be ours
        new("France OFAC", "fr-lcen-csam-ofac", Track.Minor, "2026-11-22T10:00:00Z", null), // medium confidence
        new("Netherlands ATKM", "nl-atkm-csam", Track.Minor, "2026-11-22T10:00:00Z", null), // medium confidence
        new("South Korea", "kr-regulator-24h", Track.Adult, "2026-11-22T10:00:00Z", null), // announced, present state unverified
        new("Canada C-16", "ca-c16-48h", Track.Adult, "2026-11-22T10:00:00Z", null), // a bill

        // Our own promises (sla-policies.json). The office: Paris, Monday to Friday 9 to 18, French holidays.
        new("Ours: review of Friday afternoon", "first-review", Track.Adult, "2026-11-20T15:00:00Z", "2026-11-23T14:00:00Z"), // 8 h working: 16 to 18 Friday, 9 to 15 Monday, CET
        new("Ours: review over 11 November, a minor", "first-review", Track.Minor, "2026-11-10T16:30:00Z", "2026-11-12T11:30:00Z"), // 4 h working: 17:30 to 18 Tuesday, holiday, 9 to 12:30 Thursday
        new("Ours: imminent danger on Christmas night", "first-review", Track.Adult, "2026-12-25T02:00:00Z", "2026-12-25T03:00:00Z", Severity.Imminent), // 1 h, any hour
        new("Ours: urgent, a minor, Sunday night", "first-review", Track.Minor, "2026-11-22T22:00:00Z", "2026-11-23T00:00:00Z", Severity.Urgent), // 2 h, any hour
        new("Ours: notice out over Christmas", "notice-out", Track.Adult, "2026-12-24T08:00:00Z", "2026-12-29T14:00:00Z"), // 24 h working: 9 h Thursday, Christmas, weekend, 9 h Monday, 6 h Tuesday: 15:00 CET
        // 24 h working: 9 h Monday, 3 h Tuesday, 6 h Thursday from 12:00, 6 h Friday: 15:00 CET
        new("Ours: notice out, two days of waiting", "notice-out", Track.Adult, "2026-11-23T08:00:00Z", "2026-11-27T14:00:00Z", PausedFrom: "2026-11-24T11:00:00Z", PausedTo: "2026-11-26T11:00:00Z"),
        // 4 h working: 14 to 15 Friday, then 10 to 13 Monday, CET
        new("Ours: notice out, a minor, waiting over a weekend", "notice-out", Track.Minor, "2026-11-20T13:00:00Z", "2026-11-23T12:00:00Z", Severity.Urgent, PausedFrom: "2026-11-20T14:00:00Z", PausedTo: "2026-11-23T09:00:00Z"),
        // 72 h, any hour, over the end of summer time
        new("Ours: keep informed does not pause", "keep-informed", Track.Adult, "2026-10-23T10:00:00Z", "2026-10-26T10:00:00Z", PausedFrom: "2026-10-24T10:00:00Z", PausedTo: "2026-10-25T10:00:00Z"),
        new("Ours: keep informed, imminent, a minor", "keep-informed", Track.Minor, "2026-12-31T20:00:00Z", "2027-01-01T08:00:00Z", Severity.Imminent), // 12 h, any hour
        new("Ours: acknowledgement", "acknowledgement", Track.Adult, "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z"), // 24 h, any hour, over the beginning of summer time
        new("Ours: next action from a holiday on a Saturday", "next-action", Track.Adult, "2026-08-15T10:00:00Z", "2026-08-17T15:00:00Z", Severity.Urgent), // 8 h working: Monday 9 to 17, CEST
        new("Ours: ask again to keep data", "preservation", Track.Adult, "2026-11-22T10:00:00Z", "2027-02-10T10:00:00Z"), // 80 days: 8 + 31 + 31 + 10: 10 February, 11:00 CET
        new("Ours: kept from a leap day", "retention", Track.Adult, "2028-02-29T09:00:00Z", "2031-02-28T23:00:00Z"), // 3 years: no 29 February 2031, the 28th to its end, 24:00 CET
        new("Ours: kept, a minor", "retention", Track.Minor, "2026-11-22T10:00:00Z", "2056-11-22T10:00:00Z"), // 30 years, 11:00 CET
    ];
}
