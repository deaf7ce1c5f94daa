using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Referrals;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Referrals;

/// <summary>Referrals on both databases: sealed, on their case's stream, and what happens when their ground goes.</summary>
public sealed class ReferralStoreTests
{
    private const string Words = "canary words of the person";

    private readonly ManualTimeProvider _clock = new();

    [Theory, DatabaseData]
    public Task A_referral_is_sealed_stands_on_the_cases_stream_and_reads_back(DatabaseKind kind) => OnAsync(kind, async (services, filed, database) =>
    {
        var reference = await MakeAsync(services, filed, ReferralGround.Consent);
        await using var scope = services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<ReferralStore>().FindAsync(filed, reference, CancellationToken.None);
        Assert.NotNull(found);
        Assert.Equal((ReferralState.Made, "office", 2), (found.State, found.Authority, found.Places.Count));
        var reading = await scope.ServiceProvider.GetRequiredService<ReadLog>().OpenAsync(filed, Samples.ByAda, "referral", null, CancellationToken.None);
        Assert.Contains(Words, reading.Open(SealedFields.ReferralText(found.Id), found.Text), StringComparison.Ordinal);
        Assert.Equal("T-1", reading.Open(SealedFields.ReferralTheirs(found.Id), found.Theirs));
        Assert.Empty(await Samples.VerifyAsync(scope.ServiceProvider.GetRequiredService<TakedownDbContext>()));
        Assert.Equal(1L, Convert.ToInt64(await Samples.SqlAsync(database, "SELECT count(*) FROM referral"), System.Globalization.CultureInfo.InvariantCulture));
    });

    [Theory, DatabaseData]
    public Task A_consent_taken_back_has_somebody_tell_whoever_was_told_under_it(DatabaseKind kind) => OnAsync(kind, async (services, filed, _) =>
    {
        await MakeAsync(services, filed, ReferralGround.Consent);
        await Samples.ChangeAsync(services, filed, it => it.WithdrawConsent(ConsentAction.NotifyPlatforms, Actor.Survivor, _clock.Now()));
        Assert.DoesNotContain(await OpenTasksAsync(services, filed), task => task == TaskKind.TellWithdrawal);
        await Samples.ChangeAsync(services, filed, it => it.WithdrawConsent(ConsentAction.TellAuthority, Actor.Survivor, _clock.Now()));
        Assert.Contains(TaskKind.TellWithdrawal, await OpenTasksAsync(services, filed));
    });

    [Theory, DatabaseData]
    public Task Of_two_who_were_told_each_is_to_hear_that_the_consent_is_gone_and_nobody_twice(DatabaseKind kind) => OnAsync(kind, async (services, filed, _) =>
    {
        await MakeAsync(services, filed, ReferralGround.Consent);
        await MakeAsync(services, filed, ReferralGround.Consent);
        await Samples.ChangeAsync(services, filed, it => it.WithdrawConsent(ConsentAction.TellAuthority, Actor.Survivor, _clock.Now()));
        Assert.Equal(2, (await OpenTasksAsync(services, filed)).Count(task => task == TaskKind.TellWithdrawal));
        await Samples.ChangeAsync(services, filed, it => it.Withdraw(Actor.Survivor, _clock.Now()));
        Assert.Equal(2, (await OpenTasksAsync(services, filed)).Count(task => task == TaskKind.TellWithdrawal));
    });

    [Theory, DatabaseData]
    public Task Who_was_told_that_the_consent_is_gone_is_not_told_again_when_everything_is_stopped(DatabaseKind kind) => OnAsync(kind, async (services, filed, _) =>
    {
        await MakeAsync(services, filed, ReferralGround.Consent);
        await MakeAsync(services, filed, ReferralGround.Consent);
        await Samples.ChangeAsync(services, filed, it => it.WithdrawConsent(ConsentAction.TellAuthority, Actor.Survivor, _clock.Now()));
        await Samples.ChangeAsync(services, filed, it => it.FinishTask(it.Tasks.First(task => task.Kind == TaskKind.TellWithdrawal).Id, Samples.ByAda, _clock.Now()));
        await Samples.ChangeAsync(services, filed, it => it.Withdraw(Actor.Survivor, _clock.Now()));
        Assert.Single(await OpenTasksAsync(services, filed), task => task == TaskKind.TellWithdrawal);
    });

    [Theory]
    [DatabaseData("withdrawn")]
    [DatabaseData("closed-before")]
    [DatabaseData("closed-after")]
    [DatabaseData("erasure")]
    public Task A_case_that_is_over_still_has_somebody_tell_them(DatabaseKind kind, string how) => OnAsync(kind, async (services, filed, _) =>
    {
        await MakeAsync(services, filed, ReferralGround.Consent);
        void TakeBack(TakedownCase it) => it.WithdrawConsent(ConsentAction.TellAuthority, Actor.Survivor, _clock.Now());
        void Close(TakedownCase it) => it.Close(Samples.ByAda, _clock.Now());
        Action<TakedownCase>[] steps = how switch
        {
            "withdrawn" => [it => it.Withdraw(Actor.Survivor, _clock.Now())],
            "closed-before" => [Close, TakeBack],
            "closed-after" => [TakeBack, Close],
            _ => [it => it.RequestErasure(keepProof: true, _clock.Now().AddHours(72), Actor.Survivor, _clock.Now())],
        };
        foreach (var step in steps)
        {
            await Samples.ChangeAsync(services, filed, step);
        }

        Assert.Equal([TaskKind.TellWithdrawal], await OpenTasksAsync(services, filed));
    });

    [Theory, DatabaseData]
    public Task Stopping_the_case_stops_what_only_one_person_wanted(DatabaseKind kind) => OnAsync(kind, async (services, filed, _) =>
    {
        var reference = await MakeAsync(services, filed, ReferralGround.TwoPeople);
        await Samples.ChangeAsync(services, filed, it => it.Withdraw(Actor.Survivor, _clock.Now()));
        Assert.Equal(ReferralState.Withdrawn, (await FindAsync(services, filed, reference)).State);
    });

    [Theory]
    [DatabaseData(true)]
    [DatabaseData(false)]
    public Task Erasing_the_case_takes_every_word_and_the_packs_unless_the_proof_is_kept(DatabaseKind kind, bool keepProof) => OnAsync(kind, async (services, filed, _) =>
    {
        var reference = await MakeAsync(services, filed, ReferralGround.Consent);
        await AddPackAsync(services, filed);
        await Samples.ChangeAsync(services, filed, it => it.RequestErasure(keepProof, _clock.Now(), Actor.Survivor, _clock.Now()));
        await using (var scope = services.CreateAsyncScope())
        {
            Assert.True(await scope.ServiceProvider.GetRequiredService<CaseErasure>().EraseAsync(filed, CancellationToken.None));
        }

        var referral = await FindAsync(services, filed, reference);
        Assert.Equal((null, null, null), (referral.Text, referral.Theirs, referral.Reason));
        await using var after = services.CreateAsyncScope();
        var pack = Assert.Single(await after.ServiceProvider.GetRequiredService<ReferralStore>().PacksAsync(filed, CancellationToken.None));
        Assert.True(pack is { Json: null, Text: null }, "A pack goes with the words, also where the proof is kept.");
        Assert.Empty(await Samples.VerifyAsync(after.ServiceProvider.GetRequiredService<TakedownDbContext>()));
    });

    [Theory, DatabaseData]
    public Task Who_may_not_see_the_case_finds_no_referral(DatabaseKind kind) => OnAsync(kind, async (services, filed, _) =>
    {
        var reference = await MakeAsync(services, filed, ReferralGround.Consent);
        await Samples.ChangeAsync(services, filed, it => it.Claim(Samples.Ben, Samples.ByAda, _clock.Now()));
        await using var scope = services.CreateAsyncScope();
        var number = await scope.ServiceProvider.GetRequiredService<TakedownDbContext>().Cases.Where(it => it.Id == filed).Select(it => it.Number).SingleAsync();
        var store = scope.ServiceProvider.GetRequiredService<ReferralStore>();
        Assert.Null(await store.LoadAsync(new Viewer(Samples.Ada, StaffRole.Advocate, true), number, reference, CancellationToken.None));
        Assert.NotNull(await store.LoadAsync(new Viewer(Samples.Ben, StaffRole.Advocate, true), number, reference, CancellationToken.None));
    });

    private async Task OnAsync(DatabaseKind kind, Func<ServiceProvider, CaseId, TestDatabase, Task> test)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = await TestData.OpenAsync(database, _clock);
        var filed = await Samples.FileAsync(services, Samples.Request() with { Consents = [ConsentAction.NotifyPlatforms, ConsentAction.TellAuthority] });
        await test(services, filed.Id, database);
    }

    private async Task<ReferralReference> MakeAsync(IServiceProvider services, CaseId filed, ReferralGround ground)
    {
        await using var scope = services.CreateAsyncScope();
        var takedownCase = (await scope.ServiceProvider.GetRequiredService<CaseStore>().LoadAsync(filed, CancellationToken.None))!;
        var facts = new ReferralFacts
        {
            Reference = ReferralReference.FromRandom(System.Security.Cryptography.RandomNumberGenerator.GetBytes(ReferralReference.RandomBytes)),
            Authority = Office,
            Track = Track.Adult,
            Language = "en",
            Now = _clock.Now(),
            Organisation = "Invented Helpers",
            OwnWords = Words,
            Places = [.. takedownCase.Places.Select(place => new ReferredPlace(place.Id, place.Ordinal, "url", null, "https://example.org"))],
        };
        var draft = new ReferralDraft(filed, facts, [PassedItem.OwnWords], ground, null, FilerKind.Survivor);
        var made = ground == ReferralGround.TwoPeople
            ? Referral.Propose(draft with { Reason = "a reason" }, tellPerson: true, Samples.ByAda, _clock.Now())
            : Referral.Make(draft, takedownCase.HasConsent(ConsentAction.TellAuthority), _clock.Now(), "T-1", Samples.ByAda, _clock.Now());
        Assert.True(made.IsDone, made.Refusal?.Message);
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        db.Referrals.Add(made.Value);
        await db.SaveChangesAsync();
        return facts.Reference;
    }

    private async Task AddPackAsync(IServiceProvider services, CaseId filed)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CaseStore>().LoadAsync(filed, CancellationToken.None);
        var pack = ComplaintPack.Make(filed, NoticeId.New(_clock.Now()), new PackFacts
        {
            Authority = Office with { Pack = PackForm.Ftc },
            Track = Track.Adult,
            Language = "en",
            MadeAt = _clock.Now(),
            Organisation = "Invented Helpers",
            PlatformName = "Example",
            Places = [new PackPlace(1, "url", "https://example.org", PlaceState.Noticed, null, HasAnswered: false, null, null)],
            Proof = new PackProof("TN-2222-2222", _clock.Now(), "sending", null, null, null, null),
        }, Actor.System);
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        db.ComplaintPacks.Add(pack.Value!);
        await db.SaveChangesAsync();
    }

    private static Authority Office { get; } = new()
    {
        Id = "office",
        Name = "An Invented Office",
        Kind = AuthorityKind.Regulator,
        Country = "FR",
        Tracks = [Track.Adult],
        Purposes = [AuthorityPurpose.LawMissed],
        Languages = ["en"],
        Channel = new AuthorityChannel("form", null),
        OnlyByPerson = false,
        ComplaintsUnder = [],
        ClocksUnder = [],
        Doubts = "invented",
    };

    private static async Task<Referral> FindAsync(IServiceProvider services, CaseId filed, ReferralReference reference)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ReferralStore>().FindAsync(filed, reference, CancellationToken.None))!;
    }

    private static async Task<List<TaskKind>> OpenTasksAsync(IServiceProvider services, CaseId filed)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TakedownDbContext>().Tasks
            .Where(task => task.CaseId == filed && task.EndedAt == null).Select(task => task.Kind).ToListAsync();
    }
}
