using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Law;
using TakedownCases.Data.Vault;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Law;

/// <summary>What waits for a second person, what was decided lately, and what is still counted again.</summary>
public sealed record ChangesPage(
    IReadOnlyList<RuleEdition> Open, IReadOnlyList<RuleEdition> Decided, IReadOnlyList<RuleRecount> Recounts, IReadOnlyDictionary<Guid, string> Names)
{
    public string NameOf(Guid id) => Names.GetValueOrDefault(id, id.ToString());
}

/// <summary>One proposal beside what holds.</summary>
public sealed record ProposalPage(
    RuleEdition Edition, ReachOfRule? Reach, IReadOnlyList<ComparedRow> Rows, bool IsNew, bool IsMine, IReadOnlyDictionary<Guid, string> Names, RuleRecount? Recount)
{
    /// <summary>Why not, as it was typed and not kept.</summary>
    public string? Typed { get; init; }

    public string? Reason { get; init; }

    public string? Answer { get; init; }

    public string NameOf(Guid id) => Names.GetValueOrDefault(id, id.ToString());
}

/// <summary>Lists changes, and shows one.</summary>
public sealed class ShowChanges(
    TakedownDbContext db, RuleVersions versions, LawInForce law, RuleReach reach, HouseWords words, StaffSession session, TimeProvider clock)
{
    private const int MostDecided = 50;

    public async Task<ChangesPage> HandleAsync(CancellationToken cancellationToken)
    {
        var open = await db.RuleEditions.AsNoTracking().Where(edition => edition.State == RuleEditionState.Proposed)
            .OrderBy(edition => edition.Id).ToListAsync(cancellationToken);
        var decided = await db.RuleEditions.AsNoTracking().Where(edition => edition.State != RuleEditionState.Proposed)
            .OrderByDescending(edition => edition.DecidedAt).ThenByDescending(edition => edition.Id).Take(MostDecided).ToListAsync(cancellationToken);
        var recounts = await db.RuleRecounts.AsNoTracking().OrderByDescending(recount => recount.CreatedAt).Take(MostDecided).ToListAsync(cancellationToken);
        return new ChangesPage(open, decided, recounts, await NamesAsync([.. open, .. decided], cancellationToken));
    }

    public async Task<ProposalPage?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.RuleEditions.AsNoTracking().SingleOrDefaultAsync(edition => edition.Id == id, cancellationToken) is not { } edition)
        {
            return null;
        }

        var before = RuleVersions.Holding(
            [.. (await versions.OfAsync(edition.Kind, edition.RuleId, cancellationToken)).Where(version => version.Edition?.Id != id && IsBefore(version, edition))],
            law.Bases,
            clock.Now());
        return new ProposalPage(
            edition,
            edition.State == RuleEditionState.Proposed ? await reach.OfAsync(session.Viewer, edition.Kind, edition.RuleId, cancellationToken) : null,
            RuleRows.Compare(before?.Json ?? new JsonObject().ToJsonString(), edition.Json),
            before is null,
            edition.ProposedBy == session.Viewer.Staff,
            await NamesAsync([edition], cancellationToken),
            await db.RuleRecounts.AsNoTracking().SingleOrDefaultAsync(recount => recount.Id == id, cancellationToken))
        {
            Reason = words.Open(RuleEdition.ReasonOf(id), edition.Reason),
            Answer = words.Open(RuleEdition.AnswerTo(id), edition.Answer),
        };
    }

    private static bool IsBefore(RuleVersion version, RuleEdition edition)
        => string.CompareOrdinal(version.Version, edition.Version) < 0;

    private async Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyList<RuleEdition> editions, CancellationToken cancellationToken)
    {
        var ids = editions.SelectMany(edition => new[] { edition.ProposedBy.Value, edition.DecidedBy?.Value ?? edition.ProposedBy.Value }).Distinct().ToList();
        return await db.Users.AsNoTracking().Where(user => ids.Contains(user.Id))
            .ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);
    }
}
