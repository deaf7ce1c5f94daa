using TakedownCases.Data.Queue;
using TakedownCases.Domain.Access;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Queue;

/// <summary>Takes the most urgent free case; when a colleague is faster, the one after it.</summary>
public sealed class TakeNext(CaseQueue queue, ClaimCase claim, StaffSession session)
{
    private const string NothingFree = "queue.nothing-free";
    private const int MostRounds = 3;

    public async Task<QueueAnswer> HandleAsync(CancellationToken cancellationToken)
    {
        if (!CasePermissions.May(session.Viewer, CaseAction.Claim))
        {
            return QueueAnswer.Gone;
        }

        for (var round = 0; round < MostRounds; round++)
        {
            foreach (var number in await queue.NextAsync(session.Viewer, cancellationToken))
            {
                if (await claim.HandleAsync(number.Value, cancellationToken) is { IsDone: true } taken)
                {
                    return taken;
                }
            }
        }

        return new QueueAnswer(NothingFree);
    }
}
