using TakedownCases.Data;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Background;

/// <summary>
/// How each sweep stands. Times for everybody who may look; counts only for whoever is cleared for the minor track, since they
/// count both tracks in one (design law 1).
/// </summary>
public sealed class ShowBackground(SweepReport report, IServiceProvider scope, StaffSession session, TimeProvider clock, T texts)
{
    public async Task<BackgroundPage> HandleAsync(CancellationToken cancellationToken)
    {
        var standings = await report.ReadAsync(scope, cancellationToken);
        return new BackgroundPage(
            [.. standings.Select(standing => new BackgroundLine(
                texts["staff-jobs.sweep." + standing.Sweep],
                texts["staff-jobs.does." + standing.Sweep],
                texts["staff-jobs.trouble." + Codes.Of(standing.Trouble)],
                standing,
                standing.Late > TimeSpan.Zero ? Span(standing.Late) : null,
                Span(standing.Every)))],
            session.Viewer,
            clock.Now());
    }

    // @keys staff-jobs.sweep.*
    // @keys staff-jobs.does.*
    // @keys staff-jobs.trouble.*
    private string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 120 } => texts.Plural("staff-jobs.seconds", (long)span.TotalSeconds, ("count", texts.Number((long)span.TotalSeconds))),
        { TotalMinutes: < 120 } => texts.Plural("staff-jobs.minutes", (long)span.TotalMinutes, ("count", texts.Number((long)span.TotalMinutes))),
        { TotalHours: < 48 } => texts.Plural("staff-jobs.hours", (long)span.TotalHours, ("count", texts.Number((long)span.TotalHours))),
        _ => texts.Plural("staff-jobs.days", (long)span.TotalDays, ("count", texts.Number((long)span.TotalDays))),
    };
}

/// <summary>The page as its view draws it.</summary>
public sealed record BackgroundPage(IReadOnlyList<BackgroundLine> Lines, Viewer Viewer, DateTimeOffset Now)
{
    public bool IsWell => Lines.All(line => line.Standing.Trouble == SweepTrouble.None);

    public bool IsPutOff => Lines.Any(line => line.Standing.Trouble == SweepTrouble.Deferred);
}

/// <summary>One sweep: its name, what it does, how it stands, and its times in words.</summary>
public sealed record BackgroundLine(string Name, string Does, string Trouble, SweepStanding Standing, string? Late, string Every)
{
    public string Look => Standing.Trouble == SweepTrouble.None ? "ok" : "late";
}
