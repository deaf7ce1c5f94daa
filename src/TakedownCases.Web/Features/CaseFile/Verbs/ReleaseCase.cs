using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.CaseFile.Verbs;

/// <summary>Gives the case back: its holder does, or a supervisor.</summary>
public sealed class ReleaseCase(CaseChange change, StaffSession session)
{
    public Task<VerbResult> HandleAsync(string number, CaseInput input, CancellationToken cancellationToken)
    {
        var viewer = session.Viewer;
        return change.RunAsync(
            number,
            input,
            CaseAction.Release,
            (subject, by, now) => subject.Assignee is { } holder && holder != viewer.Staff && viewer.Role != StaffRole.Supervisor
                ? CaseRefusals.AlreadyClaimed
                : subject.Release(by, now),
            cancellationToken);
    }
}
