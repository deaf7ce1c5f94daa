using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.CaseFile;

/// <summary>
/// Who reads and writes which note (practice P22): privileged ones are for legal and supervisors, supervision for
/// supervisors, legal and whoever wrote them.
/// </summary>
public static class NoteReaders
{
    public static bool MayRead(Viewer viewer, NoteKind kind, StaffId? author) => kind switch
    {
        NoteKind.Operational => true,
        NoteKind.Supervision => viewer.Role is StaffRole.Supervisor or StaffRole.Legal || author == viewer.Staff,
        _ => viewer.Role is StaffRole.Supervisor or StaffRole.Legal,
    };

    public static bool MayWrite(Viewer viewer, NoteKind kind) => kind switch
    {
        NoteKind.Operational => true,
        NoteKind.Supervision => viewer.Role is StaffRole.Supervisor or StaffRole.Advocate,
        NoteKind.Privileged => viewer.Role is StaffRole.Supervisor or StaffRole.Legal,
        _ => false,
    };
}
