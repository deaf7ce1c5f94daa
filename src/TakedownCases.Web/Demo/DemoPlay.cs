using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Demo;

/// <summary>
/// Plays the stories in the order of time, with the handlers and the sweeps that real cases go through, all of them reading
/// the demo's clock.
/// </summary>
internal sealed class DemoPlay(
    TakedownDbContext db,
    CaseVault vault,
    InstallationVault installation,
    PlaceReader places,
    CaseClockBook clocks,
    IServiceScopeFactory scopes,
    DemoClock clock,
    DemoHouse house)
{
    private readonly Dictionary<DemoStory, CaseNumber> _numbers = [];
    private readonly Dictionary<DemoStory, CaseId> _ids = [];

    public async Task RunAsync(
        IReadOnlyList<DemoStory> stories, IReadOnlyDictionary<string, Viewer> staff, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var acts = stories.Select(story => (story.Ago, Story: story, Step: (DemoStep?)null))
            .Concat(stories.SelectMany(story => story.Steps.Select(step => (step.Ago, Story: story, Step: (DemoStep?)step))))
            .OrderByDescending(act => act.Ago).ToList();
        foreach (var (ago, story, step) in acts)
        {
            await house.WorkUntilAsync(now - ago, cancellationToken);
            await (step is null ? FileAsync(story, cancellationToken) : StepAsync(story, step, staff, cancellationToken));
            db.ChangeTracker.Clear();
        }

        await house.WorkUntilAsync(now, cancellationToken);
        await house.LeaveSignAsync(cancellationToken);
    }

    private async Task FileAsync(DemoStory story, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var filing = new CaseFiling(db, vault, places, clocks, clock);
        var isBystander = story.Details.Filer == FilerKind.Bystander;
        var outcome = await filing.FileAsync(
            new FilingRequest
            {
                Command = CommandId.New(now),
                Track = story.Track,
                Language = story.Language,
                Country = story.Country,
                Details = story.Details,
                Contact = isBystander ? null : story.Contact ?? new SafeContact(),
                Statement = Statement(story, now),
                Places = story.Places,
                Consents = story.Consents,
                Key = isBystander ? null : story.Key is { } key ? DemoKeys.Make(installation, key) : CaseKey.NewRandom(),
                By = Holder(story),
            },
            cancellationToken);
        if (!outcome.IsDone)
        {
            throw Refused(story, outcome.Refusal);
        }

        (_ids[story], _numbers[story]) = (outcome.Value.Id, outcome.Value.Number);
    }

    private async Task StepAsync(
        DemoStory story, DemoStep step, IReadOnlyDictionary<string, Viewer> staff, CancellationToken cancellationToken)
    {
        var store = new CaseStore(db, clock);
        var viewer = step.By is { } name ? staff[name] : null;
        var by = viewer?.AsActor() ?? Holder(story);
        var found = viewer is null
            ? await store.LoadAsync(_ids[story], cancellationToken)
            : await store.LoadAsync(viewer, _numbers[story], cancellationToken);
        if (found is null)
        {
            throw new InvalidOperationException($"{step.By} may not see the case of {story.Ago} ago.");
        }

        // Nobody acts on a case they did not open.
        var reading = await new ReadLog(scopes, new CurrentAct(), clock).OpenAsync(found.Id, by, "details", purpose: null, cancellationToken);
        var ids = staff.ToDictionary(pair => pair.Key, pair => pair.Value.Staff, StringComparer.Ordinal);
        var turn = new DemoTurn(found, reading, by, clock.Now(), clocks.Start, places, house.Desk, ids);
        var outcome = await step.Act(turn, cancellationToken);
        if (!outcome.IsDone)
        {
            throw Refused(story, outcome.Refusal);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static Actor Holder(DemoStory story) => story.Details.Filer == FilerKind.Survivor ? Actor.Survivor : Actor.Filer;

    private static SignedStatement? Statement(DemoStory story, DateTimeOffset now)
        => story.SignedBy is not { } name ? null : new SignedStatement
        {
            Statement = story.Language == "fr"
                ? "Je suis la personne montrée. Je n’ai pas accepté ce partage. Ce que je dis ici est vrai. (inventé)"
                : "I am the person shown. I did not agree to this. What I say here is true. (invented)",
            Name = name,
            Signature = name,
            SignedAt = now,
        };

    private static InvalidOperationException Refused(DemoStory story, Refusal refusal)
        => new($"The story filed {story.Ago} ago was refused: {refusal.Code}.");
}
