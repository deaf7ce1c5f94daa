using System.Reflection;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Tests.Cases;

/// <summary>
/// Law 3: there is no way to change a case that records nothing. Every public method of the aggregate stands in the table;
/// a new one that does not fails the first test.
/// </summary>
public sealed class CaseMutatorTests
{
    private static readonly DateTimeOffset Later = CaseSamples.Now.AddHours(1);

    private static readonly NoticeId OfNotice = NoticeId.New(Later);

    private static readonly ReferralId OfReferral = ReferralId.New(Later);

    private static readonly Dictionary<string, (Func<TakedownCase> Begin, Func<TakedownCase, object?> Act)> Verbs = new()
    {
        ["Accept"] = (Odd, it => it.Accept(CaseSamples.ByAda, Later)),
        ["AddPlaces"] = (Fresh, it => it.AddPlaces([CaseSamples.NewPlace(9)], CaseSamples.StartClock, Actor.Survivor, Later)),
        ["CheckPlace"] = (Fresh, it => it.CheckPlace(it.Places[0].Id, "example", CaseSamples.ByAda, Later)),
        ["WithdrawPlace"] = (Fresh, it => it.WithdrawPlace(it.Places[0].Id, Actor.Survivor, Later)),
        ["Claim"] = (Fresh, it => it.Claim(CaseSamples.Ada, CaseSamples.ByAda, Later)),
        ["Release"] = (Claimed, it => it.Release(CaseSamples.ByAda, Later)),
        ["Review"] = (Fresh, it => it.Review(CaseSamples.StartClock, CaseSamples.ByAda, Later)),
        ["ChangeSeverity"] = (Fresh, it => it.ChangeSeverity(Severity.Imminent, CaseSamples.StartClock, CaseSamples.ByAda, Later)),
        ["MoveToTrack"] = (Fresh, it => it.MoveToTrack(Track.Minor, CaseSamples.StartClock, CaseSamples.ByAda, null, Later)),
        ["WriteMessage"] = (Fresh, it => it.WriteMessage("hello", CaseSamples.ByAda, CaseSamples.StartClock, Later)),
        ["WriteNote"] = (Fresh, it => it.WriteNote(NoteKind.Operational, "note", CaseSamples.ByAda, Later)),
        ["WaitForSurvivor"] = (Fresh, it => it.WaitForSurvivor(CaseSamples.StartClock, CaseSamples.ByAda, Later)),
        ["StopWaiting"] = (Waiting, it => it.StopWaiting(CaseSamples.StartClock, CaseSamples.ByAda, Later)),
        ["AddContext"] = (Fresh, it => it.AddContext(new CaseDetails { Words = "more" }, CaseSamples.StartClock, Actor.Survivor, Later)),
        ["ChangeContact"] = (Fresh, it => it.ChangeContact(new SafeContact(), Actor.Survivor, Later)),
        ["GiveConsent"] = (Fresh, it => Done(() => it.GiveConsent(ConsentAction.TellPolice, Actor.Survivor, Later))),
        ["WithdrawConsent"] = (Fresh, it => it.WithdrawConsent(ConsentAction.NotifyPlatforms, Actor.Survivor, Later)),
        ["Withdraw"] = (Fresh, it => it.Withdraw(Actor.Survivor, Later)),
        ["Close"] = (Fresh, it => it.Close(CaseSamples.ByAda, Later)),
        ["Reopen"] = (CaseSamples.Closed, it => it.Reopen(CaseSamples.StartClock, CaseSamples.ByAda, Later)),
        ["RequestErasure"] = (Fresh, it => it.RequestErasure(true, Later.AddHours(72), Actor.Survivor, Later)),
        ["UndoErasure"] = (Leaving, it => it.UndoErasure(Actor.Survivor, Later)),
        ["Erase"] = (Leaving, it => it.Erase(Actor.System, Later)),
        ["ConfirmKey"] = (Fresh, it => it.ConfirmKey(Actor.Survivor, Later)),
        ["ReplaceKey"] = (Fresh, it => it.ReplaceKey([9], KeyHolder.Survivor, "lost", Actor.Survivor, null, Later)),
        ["CheckAuthority"] = (Fresh, it => it.CheckAuthority("seen", CaseSamples.ByAda, Later)),
        ["Recuse"] = (Fresh, it => it.Recuse(CaseSamples.Ben, CaseSamples.ByAda, Later)),
        ["BreakGlass"] = (Fresh, it => it.BreakGlass(CaseSamples.Ada, CaseSamples.ByBen, "why", Later.AddHours(1), Later)),
        ["StartClocks"] = (Fresh, it => it.StartClocks([CaseSamples.Start(ClockKind.Authority)], Later)),
        ["EnterLimitation"] = (Fresh, it => it.EnterLimitation(CaseSamples.Start(ClockKind.Limitation), "Invented Act s.2", CaseSamples.ByAda, Later)),
        ["EndClock"] = (Ordered, it => it.EndClock(it.Clocks[^1].Id, met: true, CaseSamples.ByAda, Later)),
        ["RecountClocks"] = (Fresh, it => it.RecountClocks(CaseSamples.DayLater, "basis-changed", Actor.System, Later)),
        ["Climb"] = (Fresh, it => it.Climb(it.Clocks[0].Id, [], null, it.Clocks[0].DueAt)),
        ["TellOutcome"] = (Fresh, it => it.TellOutcome(
            it.Places[0].Id, new PlaceOutcome(PlaceState.Refused, OutcomeSource.Platform, Later), CaseSamples.StartClock, CaseSamples.ByAda, Later)),
        ["NoticeLeft"] = (Fresh, it => it.NoticeLeft(
            NoticeId.New(Later), [it.Places[0].Id], [], CaseSamples.StartClock, Actor.System, Later)),
        ["ReminderLeft"] = (Fresh, it => it.ReminderLeft(NoticeId.New(Later), CaseSamples.StartClock, Actor.System, Later)),
        ["TellHotline"] = (Fresh, it => it.TellHotline("example", "R-1", "duty-example", CaseSamples.StartClock, CaseSamples.ByAda, Later)),
        ["Refer"] = (Fresh, it => it.Refer(
            new Handover(ConsentAction.TellHotline, "example", Later) { IsFirstStep = true, Reference = "R-1", Duty = "duty-example" },
            CaseSamples.StartClock, CaseSamples.ByAda, Later)),
        ["AskAfterwards"] = (CaseSamples.Closed, it => it.AskAfterwards(
            new NewTask(TaskKind.TellWithdrawal, TaskFor.Holder, Later, Referral: OfReferral), CaseSamples.ByAda, Later)),
        ["EndReferralTasks"] = (AskedOfReferral, it => Done(() => it.EndReferralTasks(OfReferral, CaseSamples.ByAda, Later))),
        ["RaiseTask"] = (Fresh, it => it.RaiseTask(new NewTask(TaskKind.NextStep, TaskFor.Holder, Later), CaseSamples.ByAda, Later)),
        ["EndTasksOf"] = (AskedOfNotice, it => Done(() => it.EndTasksOf(OfNotice, CaseSamples.ByAda, Later))),
        ["FinishTask"] = (Asked, it => it.FinishTask(it.Tasks is [var task, ..] ? task.Id : default, CaseSamples.ByAda, Later)),
        ["Hold"] = (Fresh, it => it.Hold(Asking, Later.AddDays(7), CaseSamples.ByAda, CaseSamples.Ben, Later)),
        ["EndHold"] = (Held, it => it.EndHold(CaseSamples.ByAda, Later)),
        ["GiveUpHost"] = (AskedForHost, it => it.GiveUpHost(it.Places[0].Id, CaseSamples.ByAda, Later)),
        ["AskProvider"] = (WithHost, it => it.AskProvider(it.Places[0].Id, ProviderRole.Host, OfNotice, CaseSamples.ByAda, Later)),
        ["RecordProvider"] = (OnASite, it => it.RecordProvider(
            it.Places[0].Id, ProviderRole.Host, new ProviderDetails("Example Hosting", "abuse@example.net", null, "FR", "rdap"), CaseSamples.ByAda, Later)),
    };

    private static InvestigationHold Asking => new("Police of Example", "P-1", "An inquiry is under way.");

    public static TheoryData<string> Names => [.. Verbs.Keys];

    [Fact]
    public void Every_public_method_of_a_case_stands_in_the_table()
    {
        var methods = typeof(TakedownCase).GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(method => !method.IsSpecialName && method.DeclaringType != typeof(object))
            .Select(method => method.Name).Where(name => name is not (nameof(TakedownCase.ForgetEvents) or nameof(TakedownCase.HasConsent) or nameof(TakedownCase.HadConsent) or nameof(TakedownCase.EndsByWord)
                or nameof(TakedownCase.IsOnHold) or nameof(TakedownCase.ProvidersOf) or nameof(TakedownCase.HasProvider) or nameof(TakedownCase.AreOnOneSite)));
        Assert.Equal(Verbs.Keys.Order(), methods.Order());
    }

    [Fact]
    public void Nothing_outside_can_set_anything_of_a_case_or_its_parts()
    {
        Type[] parts = [typeof(TakedownCase), typeof(Place), typeof(CaseClock), typeof(CaseMessage), typeof(CaseNote),
            typeof(Consent), typeof(AccessKey), typeof(Recusal), typeof(GlassGrant), typeof(StaffTask), typeof(ClimbedRung), typeof(SiteProvider)];
        var open = from part in parts
                   from property in part.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                   where property.SetMethod is { IsPublic: true } or { IsAssembly: true }
                   select $"{part.Name}.{property.Name}";
        Assert.Empty(open);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_changes_a_case_records_it(string verb)
    {
        var (begin, act) = Verbs[verb];
        var takedownCase = begin();
        var before = State(takedownCase);
        act(takedownCase);
        Assert.NotEqual(before, State(takedownCase));
        Assert.NotEmpty(takedownCase.Events);
        Assert.All(takedownCase.Events, happened => Assert.Matches("^[a-z]+\\.[a-z-]+$", happened.Kind));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_erased_case_takes_nothing_more(string verb)
    {
        var erased = CaseSamples.Erased();
        var before = State(erased);
        // Walls go up and consents come down at any time: neither writes a word into the case.
        var isAllowed = verb is "Recuse" or "WithdrawConsent";
        try
        {
            Verbs[verb].Act(erased);
        }
        catch (InvalidOperationException) when (verb == "WriteNote")
        {
            Assert.Empty(erased.Notes);
        }

        Assert.Equal(CaseState.Erased, erased.State);
        Assert.Equal(isAllowed ? 1 : 0, erased.Events.Count);
        Assert.Equal(isAllowed, before != State(erased));
    }

    private static TakedownCase Odd() => CaseSamples.Loaded(CaseSamples.Facts() with { IsUnchecked = true });

    private static TakedownCase Fresh() => CaseSamples.Loaded();

    private static TakedownCase Waiting()
    {
        var asked = Fresh();
        asked.WaitForSurvivor(CaseSamples.StartClock, CaseSamples.ByAda, Later);
        asked.ForgetEvents();
        return asked;
    }

    private static TakedownCase Held()
    {
        var takedownCase = CaseSamples.Loaded();
        takedownCase.Hold(Asking, Later.AddDays(7), CaseSamples.ByAda, CaseSamples.Ben, CaseSamples.Now);
        takedownCase.ForgetEvents();
        return takedownCase;
    }

    private static TakedownCase OnASite()
        => CaseSamples.Loaded(CaseSamples.Facts() with { Places = [CaseSamples.NewPlace(1) with { Site = [7] }] });

    private static TakedownCase WithHost()
    {
        var takedownCase = OnASite();
        takedownCase.RecordProvider(
            takedownCase.Places[0].Id, ProviderRole.Host, new ProviderDetails("Example Hosting", "abuse@example.net", null, "FR", "rdap"), CaseSamples.ByAda, CaseSamples.Now);
        takedownCase.ForgetEvents();
        return takedownCase;
    }

    private static TakedownCase AskedForHost()
    {
        var takedownCase = OnASite();
        takedownCase.RaiseTask(new NewTask(TaskKind.FindHost, TaskFor.Holder, Later, Place: takedownCase.Places[0].Id), CaseSamples.ByAda, CaseSamples.Now);
        takedownCase.ForgetEvents();
        return takedownCase;
    }

    private static TakedownCase Asked()
    {
        var takedownCase = CaseSamples.Loaded();
        takedownCase.RaiseTask(new NewTask(TaskKind.NextStep, TaskFor.Holder, Later), CaseSamples.ByAda, CaseSamples.Now);
        takedownCase.ForgetEvents();
        return takedownCase;
    }

    private static TakedownCase AskedOfReferral()
    {
        var takedownCase = Fresh();
        takedownCase.RaiseTask(new NewTask(TaskKind.DecideReferral, TaskFor.Supervisors, Later, Referral: OfReferral), CaseSamples.ByAda, CaseSamples.Now);
        takedownCase.ForgetEvents();
        return takedownCase;
    }

    private static TakedownCase AskedOfNotice()
    {
        var takedownCase = CaseSamples.Loaded();
        takedownCase.RaiseTask(new NewTask(TaskKind.FileForm, TaskFor.Holder, Later, Notice: OfNotice), CaseSamples.ByAda, CaseSamples.Now);
        takedownCase.ForgetEvents();
        return takedownCase;
    }

    private static TakedownCase Ordered()
    {
        var takedownCase = CaseSamples.Loaded();
        takedownCase.StartClocks([CaseSamples.Start(ClockKind.Authority)], CaseSamples.Now);
        takedownCase.ForgetEvents();
        return takedownCase;
    }

    private static TakedownCase Claimed()
    {
        var takedownCase = CaseSamples.Loaded();
        takedownCase.Claim(CaseSamples.Ada, CaseSamples.ByAda, CaseSamples.Now);
        takedownCase.ForgetEvents();
        return takedownCase;
    }

    private static TakedownCase Leaving()
    {
        var takedownCase = CaseSamples.Loaded();
        takedownCase.RequestErasure(keepProof: false, Later, Actor.Survivor, CaseSamples.Now);
        takedownCase.ForgetEvents();
        return takedownCase;
    }

    private static object? Done(Action act)
    {
        act();
        return null;
    }

    /// <summary>All that can be seen of a case, so that no change escapes.</summary>
    private static string State(TakedownCase takedownCase)
    {
        var own = Values(takedownCase, property => property.Name is not "Events");
        var parts = new IEnumerable<object>[]
        {
            takedownCase.Places, takedownCase.Clocks, takedownCase.Messages, takedownCase.Notes, takedownCase.Consents,
            takedownCase.Keys, takedownCase.Recusals, takedownCase.Glass, takedownCase.Tasks, takedownCase.Rungs,
        };
        return string.Join('\n', parts.SelectMany(list => list).Select(part => Values(part, _ => true)).Prepend(own));
    }

    private static string Values(object part, Func<PropertyInfo, bool> which)
        => string.Join(';', part.GetType().GetProperties().Where(which).Select(property => property.GetValue(part) switch
        {
            SealedText text => text.IsPlain ? text.Plain : "sealed",
            byte[] bytes => Convert.ToHexString(bytes),
            System.Collections.ICollection list => list.Count.ToString(),
            var value => value?.ToString(),
        }));
}
