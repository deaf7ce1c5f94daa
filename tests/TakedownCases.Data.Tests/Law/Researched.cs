namespace TakedownCases.Data.Tests.Law;

/// <summary>
/// The records of the research of 2026-11-22: id, jurisdiction, track, length, confidence, how it was checked, and where the rule stands. A copy, so that
/// none can be lost from the file unseen.
/// </summary>
internal static class Researched
{
    public static readonly string[] Records =
    [
        "us-tida-removal | US | both | PT48H | high | seen-text | in force",
        "us-dmca-512c | US | adult | none | high | seen-secondary | in force",
        "us-dmca-counter-notice | US | adult | P10D..P14D | high | seen-secondary | in force",
        "us-2258a-report | US | minor | none | high | seen-text | in force",
        "us-2258a-preserve | US | minor | P1Y | high | seen-text | in force",
        "uk-osa-ncii-removal | UK | adult | PT48H | high | seen-text | in force",
        "uk-osa-ncii-search | UK | adult | PT48H | medium | seen-secondary | in force per Act; commencement for search not separately seen",
        "uk-osa-csea-nca | UK | minor | none | high | seen-text | in force",
        "uk-csea-preserve | UK | minor | P1Y | high | seen-text | in force",
        "eu-dsa-16-notice | EU | both | none | high | seen-text | in force",
        "eu-dsa-20-complaint-window | EU | both | P6M | high | seen-text | in force",
        "eu-dsa-21-dispute | EU | both | P90D | high | seen-text | in force",
        "eu-dsa-22-trusted-flagger | EU | both | none | high | seen-secondary | in force",
        "eu-dsa-22-annual-report | EU | both | P1Y | high | seen-secondary | in force",
        "eu-dsa-9-order | EU | both | none | high | seen-secondary | in force",
        "eu-dsa-18-suspicion | EU | both | none | high | seen-text | in force",
        "eu-gdpr-17-erasure | EU/EEA (UK GDPR alike) | both | P1M | high | seen-text | in force",
        "eu-vaw-directive-23 | EU | adult | none | medium | seen-text | adopted; national transposition pending",
        "it-garante-144bis | Italy | both | PT48H | high | seen-secondary | in force",
        "it-cyberbullying-71-2017 | Italy | minor | PT48H | low | general-knowledge-not-verified | in force",
        "fr-lcen-csam-ofac | France | minor | PT24H | medium | seen-secondary | in force",
        "fr-ncii-none | France | adult | none | medium | seen-secondary | no fixed clock found",
        "de-none | Germany | both | none | medium | seen-secondary | no fixed clock found",
        "nl-atkm-csam | Netherlands | minor | PT12H | medium | seen-secondary | in force",
        "au-osa-77-ncii | Australia | both | PT24H | high | seen-text | in force",
        "au-osa-88-wait | Australia | adult | PT48H | high | seen-text | in force",
        "au-osa-88-removal | Australia | adult | PT24H | high | seen-text | in force",
        "au-osa-65-wait | Australia | minor | PT48H | high | seen-text | in force",
        "au-osa-65-removal | Australia | minor | PT24H | high | seen-text | in force",
        "au-osa-109-class1 | Australia | minor | PT24H | medium | general-knowledge-not-verified | in force",
        "in-it-rules-ncii | India | both | PT2H | medium-high | seen-secondary | in force",
        "in-meity-sop-ncii | India | adult | PT24H | medium | seen-secondary | issued; hours overtaken by r.3(2)(b) amendment",
        "in-it-rules-order | India | both | PT3H | medium-high | seen-secondary | in force",
        "in-it-rules-grievance | India | both | P7D | medium | seen-secondary | in force",
        "kr-tba-22-5 | South Korea | both | none | medium-high | seen-secondary | in force",
        "kr-regulator-24h | South Korea | both | PT24H | low | seen-secondary | announced Nov 2024; present state not verified",
        "ca-bc-crt | Canada (BC) | both | none | medium-high | seen-secondary | in force",
        "ca-c16-48h | Canada (federal) | adult | PT48H | low | seen-secondary | bill, not law on 2026-09-11",
        "org-iwf-report-remove | UK | minor | none | low | seen-secondary | service practice",
    ];
}
