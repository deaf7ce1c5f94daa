using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Ledger;
using TakedownCases.Domain.Notices;
using TakedownCases.Testing;
using TakedownCases.Web.Mail;
using TakedownCases.Web.Tests.CaseFile;

namespace TakedownCases.Web.Tests.Notices;

/// <summary>What becomes of an approved notice: filed by hand, stopped, or nobody knows.</summary>
public sealed class FollowTests
{
    [Theory, DatabaseData]
    public async Task A_form_is_filled_from_the_fields_logged_with_its_reference_and_the_clocks_start_then(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        using var session = world.As(world.Advocate);
        var page = await session.SubmitAsync(await NoticeSteps.DraftAsync(session, filed, NoticeSteps.Instagram), "#approve");
        var reference = NoticeSteps.ReferenceOf(page);
        Assert.Contains("InventedCanary", page.Find("#field-addresses").TextContent, StringComparison.Ordinal);
        Assert.All(page.Document.QuerySelectorAll("textarea[id^='field-']"), field => Assert.True(field.HasAttribute("readonly")));
        Assert.Null(await NoticeSteps.OutboxAsync(world, reference));
        Assert.Contains(await NoticeSteps.TasksAsync(world, filed), task => task.Kind == TaskKind.FileForm);

        var refused = await session.PostAsync(page, "#log", ("Input.FiledAt", "2027-03-01T09:30"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("2027-03-01T09:30", refused.Find("[name='Input.FiledAt']").GetAttribute("value"));
        world.App.Clock.Advance(TimeSpan.FromMinutes(40));
        var early = await session.PostAsync(page, "#log", ("Input.FormReference", "PLATFORM-77"), ("Input.FiledAt", "2027-02-01T09:30"));
        Assert.Contains("It was approved only after that", early.Text, StringComparison.Ordinal);
        var logged = await session.SubmitAsync(page, "#log", ("Input.FormReference", "PLATFORM-77"), ("Input.FiledAt", "2027-03-01T09:30"));

        Assert.Contains("PLATFORM-77", logged.Text, StringComparison.Ordinal);
        var subject = await world.CaseAsync(filed);
        var clock = Assert.Single(subject.Clocks, clock => clock.Kind == ClockKind.Removal);
        Assert.Equal(new DateTimeOffset(2027, 3, 3, 9, 30, 0, TimeSpan.Zero), clock.DueAt);
        Assert.Equal(("us-tida-removal", "form-reference"), (clock.Basis, clock.StartedBy));
        Assert.Single(subject.Places, place => place.State == PlaceState.Noticed);
        Assert.DoesNotContain(await NoticeSteps.TasksAsync(world, filed), task => task.Kind == TaskKind.FileForm);
        var trace = await session.OpenAsync($"/staff/cases/{filed.Number}/clocks/{clock.Id.Value}");
        Assert.Contains("form’s reference", trace.Text, StringComparison.Ordinal);
        Assert.Contains("TAKE IT DOWN Act", trace.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("differs", trace.Text, StringComparison.Ordinal);
        var list = await CaseWorld.OpenAsync(session, filed, "/notices");
        Assert.Contains(reference.Value, list.Find("table").TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await session.GetAsync($"/staff/cases/{filed.Number}/timeline")).Status);
    }

    [Theory, DatabaseData]
    public async Task A_form_without_a_reference_is_logged_as_sent(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        var reference = await NoticeSteps.ApproveAsync(world, filed, NoticeSteps.Instagram);
        using var session = world.As(world.Advocate);

        var page = await session.SubmitAsync(await NoticeSteps.OpenAsync(session, filed, reference), "#log", ("Input.HadNone", "true"));

        Assert.Contains("The form gave no reference", page.Text, StringComparison.Ordinal);
        Assert.All((await world.CaseAsync(filed)).Clocks.Where(clock => clock.Notice is not null), clock => Assert.Equal("sending", clock.StartedBy));
    }

    [Theory, DatabaseData]
    public async Task What_has_not_left_can_be_stopped_and_what_has_left_cannot(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        using var session = world.As(world.Advocate);
        var reference = await NoticeSteps.ApproveAsync(world, filed, NoticeSteps.Telegram);

        var stopped = await session.SubmitAsync(await NoticeSteps.OpenAsync(session, filed, reference), "form[action$='/stop']");
        await NoticeSteps.SendAsync(world);
        Assert.Contains("Somebody here stopped it", stopped.Text, StringComparison.Ordinal);
        Assert.Empty(NoticeSteps.Mails(world));
        Assert.Null((await NoticeSteps.OutboxAsync(world, reference))!.NextAt);

        var other = await NoticeSteps.ApproveAsync(world, filed, NoticeSteps.Telegram);
        var page = await NoticeSteps.OpenAsync(session, filed, other);
        await NoticeSteps.SendAsync(world);
        var refused = await session.SubmitAsync(page, "form[action$='/stop']");

        Assert.Contains("what was sent cannot be stopped", refused.Text, StringComparison.Ordinal);
        Assert.Equal(NoticeState.Sent, (await NoticeSteps.NoticeAsync(world, other)).State);
    }

    [Theory, DatabaseData]
    public async Task A_consent_withdrawn_before_approval_or_while_queued_stops_the_notice(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        using var session = world.As(world.Advocate);
        var page = await NoticeSteps.DraftAsync(session, filed, NoticeSteps.Instagram);
        var queued = await NoticeSteps.ApproveAsync(world, filed, NoticeSteps.Telegram);

        await world.ChangeAsync(filed, (subject, _, now) => subject.WithdrawConsent(ConsentAction.NotifyPlatforms, Actor.Survivor, now));
        var refused = await session.SubmitAsync(page, "#approve");
        await NoticeSteps.SendAsync(world);

        Assert.Empty(NoticeSteps.Mails(world));
        Assert.Contains("approved or stopped already", refused.Text, StringComparison.Ordinal);
        Assert.Contains("withdrew the consent", refused.Text, StringComparison.Ordinal);
        foreach (var reference in new[] { NoticeSteps.ReferenceOf(page), queued })
        {
            var notice = await NoticeSteps.NoticeAsync(world, reference);
            Assert.Equal((NoticeState.Stopped, StopReason.ConsentWithdrawn), (notice.State, notice.StoppedBecause!.Value));
        }
    }

    [Theory, DatabaseData]
    public async Task A_case_that_moves_to_the_minor_track_while_a_notice_is_queued_sends_nothing(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        var reference = await NoticeSteps.ApproveAsync(world, filed, NoticeSteps.Telegram);
        using var session = world.As(world.Cleared);

        await CaseVerbTests.DoAsync(session, filed, "", "minor");
        await NoticeSteps.SendAsync(world);

        Assert.Empty(NoticeSteps.Mails(world));
        Assert.Contains("moved to the other track", (await NoticeSteps.OpenAsync(session, filed, reference)).Text, StringComparison.Ordinal);
        using var uncleared = world.As(world.Advocate);
        Assert.Equal(HttpStatusCode.NotFound, (await uncleared.GetAsync($"/staff/cases/{filed.Number}/notices/{reference}")).Status);
    }

    [Theory]
    [DatabaseData(true)]
    [DatabaseData(false)]
    public async Task A_person_decides_with_a_reason_what_became_of_a_sending_nobody_knows_about(DatabaseKind kind, bool left)
    {
        var transport = new Answers(SendState.Unknown, SendState.Accepted);
        await using var world = await CaseWorld.StartAsync(kind, transport.Replace);
        var filed = await NoticeSteps.FileAsync(world);
        var reference = await NoticeSteps.ApproveAsync(world, filed, NoticeSteps.Telegram);
        await NoticeSteps.SendAsync(world);
        world.App.Clock.Advance(TimeSpan.FromMinutes(11));
        await NoticeSteps.SendAsync(world);
        Assert.Equal(NoticeState.Unknown, (await NoticeSteps.NoticeAsync(world, reference)).State);
        Assert.Contains(await NoticeSteps.TasksAsync(world, filed), task => task.Kind == TaskKind.UnknownSending);
        using var session = world.As(world.Advocate);
        var page = await NoticeSteps.OpenAsync(session, filed, reference);

        var unreasoned = await session.PostAsync(page, "#decide", ("Input.Decision", left ? "left" : "again"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unreasoned.Status);
        var decided = await session.SubmitAsync(page, "#decide", ("Input.Decision", left ? "left" : "again"), ("Input.Why", "They called us."));
        await session.SubmitAsync(page, "#decide", ("Input.Decision", left ? "left" : "again"), ("Input.Why", "They called us."));
        await NoticeSteps.SendAsync(world);

        Assert.Contains("The decision is kept", decided.Text, StringComparison.Ordinal);
        Assert.Equal(NoticeState.Sent, (await NoticeSteps.NoticeAsync(world, reference)).State);
        Assert.Equal(left ? 1 : 2, transport.Sent);
        Assert.DoesNotContain(await NoticeSteps.TasksAsync(world, filed), task => task.Kind == TaskKind.UnknownSending);
        Assert.Contains((await world.CaseAsync(filed)).Clocks, clock => clock.Kind == ClockKind.Removal && clock.StartedBy == (left ? "sending" : "server-acceptance"));
    }

    [Theory, DatabaseData]
    public async Task A_refused_sending_can_only_be_sent_again(DatabaseKind kind)
    {
        var transport = new Answers(SendState.Rejected, SendState.Accepted);
        await using var world = await CaseWorld.StartAsync(kind, transport.Replace);
        var filed = await NoticeSteps.FileAsync(world);
        var reference = await NoticeSteps.ApproveAsync(world, filed, NoticeSteps.Telegram);
        await NoticeSteps.SendAsync(world);
        using var session = world.As(world.Advocate);
        var page = await NoticeSteps.OpenAsync(session, filed, reference);
        Assert.Contains("550 no such mailbox", page.Text, StringComparison.Ordinal);
        Assert.Equal(["again"], NoticeSteps.Choices(page, "Input.Decision"));

        var forged = await session.SubmitAsync(page, "#decide", ("Input.Decision", "left"), ("Input.Why", "No."));
        Assert.Contains("does not wait for that", forged.Text, StringComparison.Ordinal);
        Assert.DoesNotContain((await world.CaseAsync(filed)).Clocks, clock => clock.Notice is not null);
        await session.SubmitAsync(page, "#decide", ("Input.Decision", "again"), ("Input.Why", "They fixed it."), ("Input.Command", Guid.CreateVersion7().ToString()));
        await NoticeSteps.SendAsync(world);

        Assert.Equal(NoticeState.Sent, (await NoticeSteps.NoticeAsync(world, reference)).State);
        Assert.Contains(await world.StreamAsync(filed), entry => entry.Kind == "notice.sent-again" && entry.Find(LedgerTag.Source)?.AsText() == "person");
    }

    /// <summary>A mail server that answers as told, one after the other.</summary>
    private sealed class Answers(params SendState[] states) : INoticeTransport
    {
        public int Sent { get; private set; }

        public void Replace(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<INoticeTransport>(this));

        public Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
        {
            var state = states[Math.Min(Sent++, states.Length - 1)];
            return Task.FromResult(SendResult.Own(state, state == SendState.Rejected ? "550 no such mailbox" : "250 taken"));
        }
    }
}
