using TakedownCases.Data.Desk;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Escalations;

/// <summary>"Next for me" as its view draws it.</summary>
public sealed record TasksPage(
    Viewer Viewer, IReadOnlyList<TaskRow> Rows, int Count, string? Previous, string? Next, DateTimeOffset Now)
{
    /// <summary>How what came of a form is shown.</summary>
    public static string LookOf(string note) => note is "done" or "over" ? "ok" : "warn";

    /// <summary>Made with the page, one for each form: the same form sent twice is done once.</summary>
    public Guid NextCommand() => CommandId.New(Now).Value;
}
