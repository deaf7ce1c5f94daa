using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data;

/// <summary>
/// Which submissions of forms were done. A note is saved in the same transaction as what the form asked for; when two
/// arrivals race, the unique key lets one through.
/// </summary>
public sealed class CommandLog(TakedownDbContext db, TimeProvider clock)
{
    public Task<bool> WasDoneAsync(CommandId command, CancellationToken cancellationToken)
        => db.DoneCommands.AsNoTracking().AnyAsync(done => done.Id == command, cancellationToken);

    /// <summary>Written with the next save.</summary>
    public void Note(CommandId command) => db.DoneCommands.Add(new DoneCommand { Id = command, At = clock.Now() });
}
