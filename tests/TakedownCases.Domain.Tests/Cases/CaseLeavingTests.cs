using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;

namespace TakedownCases.Domain.Tests.Cases;

/// <summary>What the survivor does with the key, and how a case ends: consents, keys, withdrawal, closing, erasure.</summary>
public sealed class CaseLeavingTests
{
    private static readonly DateTimeOffset Later = CaseSamples.Now.AddHours(1);
    private static readonly DateTimeOffset Due = Later.AddHours(72);

    private readonly TakedownCase _case = CaseSamples.Loaded();

    [Fact]
    public void A_consent_is_given_once_and_withdrawn_once()
    {
        _case.GiveConsent(ConsentAction.TellHotline, Actor.Survivor, Later);
        _case.GiveConsent(ConsentAction.TellHotline, Actor.Survivor, Later);
        _case.WithdrawConsent(ConsentAction.TellHotline, Actor.Survivor, Later);
        _case.WithdrawConsent(ConsentAction.TellHotline, Actor.Survivor, Later);
        Assert.Equal(["consent.given", "consent.withdrawn"], _case.Kinds());
        _case.GiveConsent(ConsentAction.TellHotline, Actor.Survivor, Later);
        Assert.Equal(2, _case.Consents.Count(consent => consent.Action == ConsentAction.TellHotline));
    }

    [Fact]
    public void A_key_is_confirmed_once()
    {
        _case.ConfirmKey(Actor.Survivor, Later);
        _case.ConfirmKey(Actor.Survivor, Later.AddHours(1));
        Assert.Equal(["key.confirmed"], _case.Kinds());
        Assert.Equal(Later, _case.Keys[0].ConfirmedAt);
    }

    [Fact]
    public void A_new_key_ends_the_one_before()
    {
        Assert.True(_case.ReplaceKey([7], KeyHolder.Survivor, "exposed", Actor.Survivor, null, Later).IsDone);
        Assert.Equal([Later, null], _case.Keys.Select(key => key.EndedAt));
        Assert.Equal(["key.replaced"], _case.Kinds());
        Assert.False(_case.Keys[^1].Spoken);
    }

    [Fact]
    public void Staff_replace_a_key_as_two_people()
    {
        Assert.Equal(CaseRefusals.NeedsSecondPerson, _case.ReplaceKey([7], KeyHolder.Survivor, "lost", CaseSamples.ByAda, null, Later).Refusal);
        Assert.Equal(
            CaseRefusals.NeedsSecondPerson,
            _case.ReplaceKey([7], KeyHolder.Survivor, "lost", CaseSamples.ByAda, CaseSamples.Ada, Later).Refusal);
        Assert.Null(Assert.Single(_case.Keys).EndedAt);
        Assert.True(_case.ReplaceKey([7], KeyHolder.Survivor, "lost", CaseSamples.ByAda, CaseSamples.Ben, Later).IsDone);
        Assert.True(_case.Keys[^1].Spoken, "Two of us have read it: the person makes their own with it first.");
    }

    [Fact]
    public void What_is_asked_about_a_claim_that_can_still_be_brought_is_asked_after_the_case_has_ended_too()
    {
        _case.EnterLimitation(CaseSamples.Start(ClockKind.Limitation), "Invented Act s.2", CaseSamples.ByAda, CaseSamples.Now);
        var clock = _case.Clock(ClockKind.Limitation);
        _case.RaiseTask(new NewTask(TaskKind.DeadlineNear, TaskFor.Holder, clock.DueAt, clock.Id), Actor.System, Later);
        _case.RaiseTask(new NewTask(TaskKind.NextStep, TaskFor.Holder, Later), Actor.System, Later);

        _case.Close(CaseSamples.ByAda, Later, CaseSamples.StartClock);
        _case.Withdraw(Actor.Survivor, Later, CaseSamples.StartClock);

        Assert.Equal(TaskKind.DeadlineNear, Assert.Single(_case.Tasks, task => task.IsOpen).Kind);
    }

    [Theory]
    [InlineData(Track.Adult)]
    [InlineData(Track.Minor)]
    public void Taken_up_again_a_case_of_which_nothing_was_sent_has_a_deadline_for_it(Track track)
    {
        var filed = CaseSamples.Loaded(CaseSamples.Facts(track));
        filed.Close(CaseSamples.ByAda, Later);
        filed.Reopen(CaseSamples.StartClock, CaseSamples.ByAda, Later);
        Assert.True(filed.Clock(ClockKind.NoticeOut).IsRunning);
    }

    [Fact]
    public void Withdrawing_stops_every_clock_and_is_done_once()
    {
        _case.Withdraw(Actor.Survivor, Later);
        _case.Withdraw(Actor.Survivor, Later);
        Assert.Equal(["case.withdrawn", "clock.stopped", "clock.stopped"], _case.Kinds());
        Assert.Null(_case.NextDueAt);
        Assert.All(_case.Clocks, clock => Assert.False(clock.Met));
    }

    [Fact]
    public void A_closed_case_takes_no_context_but_can_be_taken_up_again()
    {
        var closed = CaseSamples.Closed();
        Assert.Equal(CaseRefusals.NotOpen, closed.AddContext(new CaseDetails(), CaseSamples.StartClock, Actor.Survivor, Later).Refusal);
        Assert.Equal(CaseRefusals.NotOpen, closed.Close(CaseSamples.ByAda, Later).Refusal);
        Assert.True(closed.Reopen(CaseSamples.StartClock, CaseSamples.ByAda, Later).IsDone);
        Assert.Equal(["case.state-changed", "clock.started", "clock.started"], closed.Kinds());
        Assert.Equal(Later + CaseSamples.Inform, closed.NextDueAt);
        Assert.Equal(CaseRefusals.NotClosed, closed.Reopen(CaseSamples.StartClock, CaseSamples.ByAda, Later).Refusal);
    }

    [Fact]
    public void More_context_and_another_contact_are_kept_anew()
    {
        _case.AddContext(new CaseDetails { Words = "more" }, CaseSamples.StartClock, Actor.Survivor, Later);
        _case.ChangeContact(new SafeContact { Channel = ContactChannel.Telephone }, Actor.Survivor, Later);
        Assert.Equal(["case.context-added", "case.contact-changed"], _case.Kinds());
        Assert.Contains("more", _case.Details!.Plain, StringComparison.Ordinal);
        Assert.Equal(Later, _case.SurvivorWroteAt);
    }

    [Fact]
    public void Erasure_waits_and_can_be_undone()
    {
        _case.RequestErasure(keepProof: true, Due, Actor.Survivor, Later);
        Assert.Equal((CaseState.Withdrawn, Due), (_case.State, _case.ErasureDueAt));
        Assert.Equal(CaseRefusals.NothingToUndo, _case.Erase(Actor.System, Due.AddMicroseconds(-1)).Refusal);
        Assert.Equal(
            CaseRefusals.NotOpen, _case.WriteMessage("x", Actor.Survivor, CaseSamples.StartClock, Later).Refusal);
        Assert.True(_case.UndoErasure(Actor.Survivor, Later).IsDone);
        Assert.Equal(CaseRefusals.NothingToUndo, _case.UndoErasure(Actor.Survivor, Later).Refusal);
        Assert.Equal(CaseRefusals.NothingToUndo, _case.Erase(Actor.System, Due.AddYears(1)).Refusal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Erasing_leaves_a_tombstone_and_the_places_only_where_proof_is_kept(bool keepProof)
    {
        _case.WriteMessage("a message", Actor.Survivor, CaseSamples.StartClock, CaseSamples.Now);
        _case.WriteNote(NoteKind.Operational, "a note", CaseSamples.ByAda, CaseSamples.Now);
        _case.Claim(CaseSamples.Ada, CaseSamples.ByAda, CaseSamples.Now);
        _case.RequestErasure(keepProof, Due, Actor.Survivor, Later);
        _case.ForgetEvents();

        Assert.True(_case.Erase(Actor.System, Due).IsDone);

        Assert.Equal(["case.erased"], _case.Kinds());
        Assert.Equal((CaseState.Erased, null, null), (_case.State, _case.ErasureDueAt, _case.Assignee));
        Assert.All([_case.Details, _case.Contact, _case.Statement, _case.Messages[0].Text, _case.Notes[0].Text], Assert.Null);
        Assert.All(_case.Keys, key => Assert.NotNull(key.EndedAt));
        Assert.All(_case.Places, place => Assert.Equal(keepProof, place.Details is not null && place.BlindIndex is not null));
        Assert.Equal(CaseRefusals.NotOpen, _case.RequestErasure(keepProof, Due, Actor.Survivor, Due).Refusal);
    }
}
