using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data;

/// <summary>
/// Which submissions of forms were done. <see cref="Note"/> joins the save of what was done, so that a second arrival
/// breaks the unique key, finds <see cref="WasDoneAsync"/> true when it looks again, and does nothing.
/// </summary>
public sealed class CommandLog(TakedownDbContext db, CurrentAct current, TimeProvider clock)
{
    public Task<bool> WasDoneAsync(CommandId command, CancellationToken cancellationToken)
        => db.DoneCommands.AsNoTracking().AnyAsync(done => done.Id == command, cancellationToken);

    /// <summary>Saved, and named in each ledger entry, with the next save of this request.</summary>
    public void Note(CommandId command)
    {
        db.DoneCommands.Add(new DoneCommand { Id = command, At = clock.Now() });
        current.Command = command;
    }
}
