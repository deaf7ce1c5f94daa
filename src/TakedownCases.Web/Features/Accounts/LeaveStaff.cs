using TakedownCases.Data.Ledger;
using TakedownCases.Domain.Ledger;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>Signs out this browser.</summary>
public sealed class LeaveStaff(StaffSession session, StaffDoor door, ReadLog log)
{
    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        if (session.IsSignedIn)
        {
            var viewer = session.Viewer;
            await log.AppendAsync(
                new LedgerStream(viewer.Staff.Value, LedgerLane.Auth), "auth.signed-out", viewer.AsActor(), _ => { }, cancellationToken);
        }

        await door.CloseAsync();
    }
}
