using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Tests.Cases;

public sealed class CaseHoldsAndSitesTests
{
    private static readonly DateTimeOffset Now = CaseSamples.Now;

    private static readonly InvestigationHold Words = new("Police of Example", null, "An inquiry is under way.");

    private static readonly ProviderDetails Host = new("Example Hosting", "abuse@example.net", null, "NL", "rdap");

    [Fact]
    public void A_hold_needs_a_second_person()
    {
        var takedownCase = CaseSamples.Loaded();

        Assert.Equal(CaseRefusals.NeedsSecondPerson, takedownCase.Hold(Words, Now.AddDays(7), CaseSamples.ByAda, null, Now).Refusal);
        Assert.Equal(CaseRefusals.NeedsSecondPerson, takedownCase.Hold(Words, Now.AddDays(7), CaseSamples.ByAda, CaseSamples.Ada, Now).Refusal);
        Assert.False(takedownCase.IsOnHold(Now));
        Assert.Empty(takedownCase.Events);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(93 * 24)]
    public void A_hold_ends_in_the_future_and_not_after_a_season(int hours)
        => Assert.Equal(
            CaseRefusals.NoSuchHold,
            CaseSamples.Loaded().Hold(Words, Now.AddHours(hours), CaseSamples.ByAda, CaseSamples.Ben, Now).Refusal);

    [Fact]
    public void A_hold_is_over_at_its_end_to_the_microsecond_whether_or_not_anybody_wrote_it_down()
    {
        var held = Held(TimeSpan.FromHours(1));

        Assert.True(held.IsOnHold(Now.AddHours(1).AddMicroseconds(-1)));
        Assert.False(held.IsOnHold(Now.AddHours(1)));
    }

    [Fact]
    public void The_system_ends_a_hold_only_when_its_end_has_come_and_a_person_at_any_time()
    {
        var held = Held(TimeSpan.FromHours(1));

        Assert.Equal(CaseRefusals.NoHold, held.EndHold(Actor.System, Now.AddMinutes(59)).Refusal);
        Assert.True(held.EndHold(CaseSamples.ByBen, Now.AddMinutes(59)).IsDone);
        Assert.Equal(CaseRefusals.NoHold, held.EndHold(CaseSamples.ByBen, Now.AddMinutes(59)).Refusal);
        Assert.True(Held(TimeSpan.FromHours(1)).EndHold(Actor.System, Now.AddHours(1)).IsDone);
    }

    [Fact]
    public void When_a_hold_ends_somebody_looks_at_what_it_stopped_and_the_clocks_are_looked_at_again()
    {
        var held = Held(TimeSpan.FromHours(1));
        var end = Now.AddHours(1);

        held.EndHold(Actor.System, end);

        Assert.Contains(held.Tasks, task => task is { Kind: TaskKind.HoldEnded, IsOpen: true });
        Assert.All(held.Clocks.Where(clock => clock.IsRunning), clock => Assert.Equal(end, clock.NextAt));
    }

    [Fact]
    public void What_is_recorded_of_a_site_holds_for_all_its_places_and_for_no_other_site()
    {
        var takedownCase = OnSites(7, 7, 8);

        Assert.True(takedownCase.RecordProvider(takedownCase.Places[0].Id, ProviderRole.Host, Host, CaseSamples.ByAda, Now).IsDone);

        Assert.Equal([true, true, false], takedownCase.Places.Select(place => takedownCase.HasProvider(place.Id, ProviderRole.Host)));
        Assert.False(takedownCase.HasProvider(takedownCase.Places[0].Id, ProviderRole.Cdn));
    }

    [Fact]
    public void Recording_again_corrects_and_does_not_double()
    {
        var takedownCase = OnSites(7);

        takedownCase.RecordProvider(takedownCase.Places[0].Id, ProviderRole.Host, Host, CaseSamples.ByAda, Now);
        takedownCase.RecordProvider(takedownCase.Places[0].Id, ProviderRole.Host, Host with { Mail = "report@example.net" }, CaseSamples.ByBen, Now.AddHours(1));

        Assert.Equal((CaseSamples.Ben, Now.AddHours(1)), (Assert.Single(takedownCase.Providers).RecordedBy!.Value, takedownCase.Providers[0].RecordedAt));
    }

    [Fact]
    public void A_place_without_a_web_address_has_no_host()
    {
        var takedownCase = CaseSamples.Loaded();

        Assert.Equal(
            CaseRefusals.NoSite,
            takedownCase.RecordProvider(takedownCase.Places[0].Id, ProviderRole.Host, Host, CaseSamples.ByAda, Now).Refusal);
        Assert.False(takedownCase.AreOnOneSite(takedownCase.Places[0].Id, takedownCase.Places[1].Id));
        Assert.True(takedownCase.AreOnOneSite(takedownCase.Places[0].Id, takedownCase.Places[0].Id));
    }

    [Theory]
    [InlineData(Track.Adult, true)]
    [InlineData(Track.Minor, false)]
    public void Whoever_was_asked_to_find_the_host_has_done_so_and_only_on_the_adult_track_it_is_written_to(Track track, bool isWritten)
    {
        var takedownCase = OnSites(track, 7);
        var place = takedownCase.Places[0].Id;
        takedownCase.RaiseTask(new NewTask(TaskKind.FindHost, TaskFor.Holder, Now, Notice: NoticeId.New(Now), Place: place), Actor.System, Now);

        takedownCase.RecordProvider(place, ProviderRole.Cdn, Host, CaseSamples.ByAda, Now);
        Assert.Contains(takedownCase.Tasks, task => task is { Kind: TaskKind.FindHost, IsOpen: true });
        takedownCase.RecordProvider(place, ProviderRole.Host, Host, CaseSamples.ByAda, Now);

        Assert.DoesNotContain(takedownCase.Tasks, task => task is { Kind: TaskKind.FindHost, IsOpen: true });
        Assert.Equal(isWritten, takedownCase.Tasks.Any(task => task is { Kind: TaskKind.AskHost, For: TaskFor.House, IsOpen: true }));
    }

    [Fact]
    public void A_word_does_not_end_the_search_for_a_host_but_giving_it_up_does()
    {
        var takedownCase = OnSites(7, 8);
        var (place, other) = (takedownCase.Places[0].Id, takedownCase.Places[1].Id);
        foreach (var one in new[] { place, other })
        {
            takedownCase.RaiseTask(new NewTask(TaskKind.FindHost, TaskFor.Holder, Now, Notice: NoticeId.New(Now), Place: one), Actor.System, Now);
        }

        Assert.False(TaskKinds.EndsByWord(TaskKind.FindHost));
        Assert.True(takedownCase.GiveUpHost(place, CaseSamples.ByAda, Now).IsDone);

        Assert.Equal(other, Assert.Single(takedownCase.Tasks, task => task is { Kind: TaskKind.FindHost, IsOpen: true }).Place);
        Assert.DoesNotContain(takedownCase.Tasks, task => task.Kind == TaskKind.AskHost);
        Assert.Equal(CaseRefusals.NoSite, takedownCase.GiveUpHost(PlaceId.New(Now), CaseSamples.ByAda, Now).Refusal);
    }

    [Fact]
    public void Erasure_takes_the_hold_s_words_and_what_is_known_of_sites()
    {
        var takedownCase = OnSites(7);
        takedownCase.RecordProvider(takedownCase.Places[0].Id, ProviderRole.Host, Host, CaseSamples.ByAda, Now);
        takedownCase.Hold(Words, Now.AddDays(30), CaseSamples.ByAda, CaseSamples.Ben, Now);
        takedownCase.RequestErasure(keepProof: false, Now.AddHours(72), Actor.Survivor, Now);

        takedownCase.Erase(Actor.System, Now.AddHours(72));

        Assert.Empty(takedownCase.Providers);
        Assert.Equal((null, null), (takedownCase.HoldUntil, takedownCase.HoldWords));
        Assert.All(takedownCase.Places, place => Assert.Null(place.Site));
    }

    private static TakedownCase Held(TimeSpan length)
    {
        var takedownCase = CaseSamples.Loaded();
        Assert.True(takedownCase.Hold(Words, Now + length, CaseSamples.ByAda, CaseSamples.Ben, Now).IsDone);
        return takedownCase;
    }

    [Theory]
    [InlineData(ProviderRole.Host, TaskKind.AskHost)]
    [InlineData(ProviderRole.Cdn, TaskKind.AskCdn)]
    [InlineData(ProviderRole.Registrar, TaskKind.AskRegistrar)]
    public void Whoever_is_recorded_behind_a_site_can_be_asked_before_the_ladder_comes_to_it(ProviderRole role, TaskKind kind)
    {
        var (subject, notice) = (OnSites(7), NoticeId.New(Now));
        var place = subject.Places[0].Id;
        Assert.Equal(CaseRefusals.NoProvider, subject.AskProvider(place, role, notice, CaseSamples.ByAda, Now).Refusal);
        subject.RecordProvider(place, role, Host, CaseSamples.ByAda, Now);

        Assert.True(subject.AskProvider(place, role, notice, CaseSamples.ByAda, Now).IsDone);
        Assert.True(subject.AskProvider(place, role, notice, CaseSamples.ByAda, Now).IsDone);

        var task = Assert.Single(subject.Tasks, task => task.Kind == kind);
        Assert.Equal((TaskFor.House, notice, place), (task.For, task.Notice!.Value, task.Place!.Value));
    }

    [Fact]
    public void Nobody_behind_a_site_is_asked_without_consent_during_a_hold_for_nothing_or_of_a_minor()
    {
        Refusal? Asked(TakedownCase subject)
        {
            subject.RecordProvider(subject.Places[0].Id, ProviderRole.Host, Host, CaseSamples.ByAda, Now);
            return subject.AskProvider(subject.Places[0].Id, ProviderRole.Host, NoticeId.New(Now), CaseSamples.ByAda, Now).Refusal;
        }

        var (held, unconsented, gone, closed) = (OnSites(7), OnSites(7), OnSites(7), OnSites(7));
        held.Hold(Words, Now.AddDays(7), CaseSamples.ByAda, CaseSamples.Ben, Now);
        unconsented.WithdrawConsent(ConsentAction.NotifyPlatforms, Actor.Survivor, Now);
        gone.WithdrawPlace(gone.Places[0].Id, Actor.Survivor, Now);
        closed.RecordProvider(closed.Places[0].Id, ProviderRole.Host, Host, CaseSamples.ByAda, Now);
        closed.Close(CaseSamples.ByAda, Now);

        Assert.Equal(
            [CaseRefusals.OnHold, CaseRefusals.NoConsent, CaseRefusals.NothingOnSite, CaseRefusals.NobodyWrites, CaseRefusals.NotOpen],
            new[] { held, unconsented, gone, OnSites(Track.Minor, 7), closed }.Select(Asked));
    }

    private static TakedownCase OnSites(params byte[] sites) => OnSites(Track.Adult, sites);

    private static TakedownCase OnSites(Track track, params byte[] sites)
        => CaseSamples.Loaded(CaseSamples.Facts(track) with
        {
            Places = [.. sites.Select((site, index) => CaseSamples.NewPlace(index + 1) with { Site = [site] })],
        });
}
