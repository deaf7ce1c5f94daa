using System.Net;
using System.Security.Cryptography;
using System.Text;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Ledger;
using TakedownCases.Domain.Notices;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.CaseFile;

namespace TakedownCases.Web.Tests.Notices;

/// <summary>A notice is composed, mended, read and approved, on both databases.</summary>
public sealed class ComposeTests
{
    [Theory, DatabaseData]
    public async Task What_is_missing_is_shown_mended_and_what_the_preview_showed_is_what_is_frozen_and_sent(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world, isSigned: false);
        using var session = world.As(world.Advocate);

        var incomplete = await NoticeSteps.DraftAsync(
            session, filed, NoticeSteps.Telegram, ("Input.Signer", "Survivor"), ("Input.Bases", NoticeSteps.Tida));
        Assert.Contains("Ask the person to sign the statement", incomplete.Find("#missing").TextContent, StringComparison.Ordinal);
        Assert.Contains("TAKE IT DOWN Act", incomplete.Find("#missing").TextContent, StringComparison.Ordinal);
        Assert.Null(incomplete.Document.QuerySelector("#approve"));
        var reference = NoticeSteps.ReferenceOf(incomplete);

        var form = await session.OpenAsync(incomplete.Find("a[href$='/change']").GetAttribute("href")!);
        var shown = await session.SubmitAsync(form, "#compose", ("Input.Signer", "Organisation"), ("Input.Bases", null));
        Assert.Null(shown.Document.QuerySelector("#missing"));
        Assert.Contains("https://t.me/invented_canary/1", NoticeSteps.PreviewOf(shown), StringComparison.Ordinal);
        Assert.Contains("nothing from us", shown.Find("#sees").TextContent, StringComparison.Ordinal);

        var proposed = await session.SubmitAsync(shown, "#approve");
        Assert.Equal(NoticeState.AwaitsSecond, (await NoticeSteps.NoticeAsync(world, reference)).State);
        Assert.Null(proposed.Document.QuerySelector("#approve"));
        Assert.Contains(await NoticeSteps.TasksAsync(world, filed), task => task is { Kind: TaskKind.ApproveNotice, For: TaskFor.Supervisors });

        world.App.Clock.Advance(TimeSpan.FromMinutes(7));
        using var second = world.As(world.Supervisor);
        var read = await NoticeSteps.OpenAsync(second, filed, reference);
        world.App.Clock.Advance(TimeSpan.FromMinutes(3));
        await second.SubmitAsync(read, "#approve");

        var notice = await NoticeSteps.NoticeAsync(world, reference);
        Assert.Equal((NoticeState.Queued, world.Supervisor.Staff, world.Advocate.Staff), (notice.State, notice.ApprovedBy!.Value, notice.ComposedBy!.Value));
        Assert.NotNull(await NoticeSteps.OutboxAsync(world, reference));
        Assert.DoesNotContain(await NoticeSteps.TasksAsync(world, filed), task => task.Kind == TaskKind.ApproveNotice);
        var (frozen, mime) = await NoticeSteps.FrozenAsync(world, filed, reference);
        Assert.Equal(NoticeSteps.PreviewOf(read), frozen.Body);
        Assert.Equal(frozen.Sha256, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(mime!))));

        await NoticeSteps.SendAsync(world);
        Assert.Equal(mime, Assert.Single(NoticeSteps.Mails(world)));
        var sent = await NoticeSteps.OpenAsync(session, filed, reference);
        Assert.Contains("Their mail server said that it has it", sent.Text, StringComparison.Ordinal);
        Assert.Contains("What their mail server said", sent.Text, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task A_place_taken_back_meanwhile_loses_nothing_typed_and_a_second_letter_to_the_same_platform_is_warned_of(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        using var session = world.As(world.Advocate);
        var form = await NoticeSteps.ComposeAsync(session, filed, NoticeSteps.Telegram);
        Assert.DoesNotContain("have not left yet", form.Text, StringComparison.Ordinal);
        await world.ChangeAsync(filed, (found, _, now) => found.WithdrawPlace(found.Places.Single(place => place.Ordinal == 1).Id, Actor.Survivor, now));

        var refused = await session.PostAsync(form, "#compose", ("Input.AddedWords", "canary words"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("canary words", refused.Body, StringComparison.Ordinal);

        var drafted = NoticeSteps.ReferenceOf(await NoticeSteps.DraftAsync(session, filed, NoticeSteps.Telegram));
        var second = await NoticeSteps.ComposeAsync(session, filed, NoticeSteps.Telegram);
        Assert.NotNull(second.Document.QuerySelector($"main a[href$='/notices/{drafted.Value}']"));
    }

    [Theory, DatabaseData]
    public async Task A_recipient_that_was_written_to_needs_one_person_the_next_time(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        await NoticeSteps.ApproveAsync(world, filed, NoticeSteps.Telegram);
        await NoticeSteps.SendAsync(world);
        using var session = world.As(world.Advocate);

        var page = await session.SubmitAsync(await NoticeSteps.DraftAsync(session, filed, NoticeSteps.Telegram), "#approve");

        Assert.Equal(NoticeState.Queued, (await NoticeSteps.NoticeAsync(world, NoticeSteps.ReferenceOf(page))).State);
    }

    [Theory, DatabaseData]
    public async Task A_text_shown_too_long_ago_or_another_than_was_read_is_shown_again(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        using var session = world.As(world.Advocate);
        var page = await NoticeSteps.DraftAsync(session, filed, NoticeSteps.Instagram);
        var other = await session.SubmitAsync(page, "#approve", ("Input.Print", new string('0', 64)));
        Assert.Contains("The text is a new one", other.Text, StringComparison.Ordinal);

        world.App.Clock.Advance(TimeSpan.FromMinutes(61));
        var late = await session.SubmitAsync(page, "#approve");

        Assert.Contains("The text is a new one", late.Text, StringComparison.Ordinal);
        Assert.Equal(NoticeState.Draft, (await NoticeSteps.NoticeAsync(world, NoticeSteps.ReferenceOf(late))).State);
        await session.SubmitAsync(late, "#approve");
        Assert.Equal(NoticeState.ToFile, (await NoticeSteps.NoticeAsync(world, NoticeSteps.ReferenceOf(late))).State);
    }

    [Theory, DatabaseData]
    public async Task Two_people_who_approve_at_once_freeze_one_notice(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        using var author = world.As(world.Advocate);
        var reference = NoticeSteps.ReferenceOf(await author.SubmitAsync(await NoticeSteps.DraftAsync(author, filed, NoticeSteps.Telegram), "#approve"));
        using var one = world.As(world.Supervisor);
        using var two = world.As(world.OtherSupervisor);
        var (first, second) = (await NoticeSteps.OpenAsync(one, filed, reference), await NoticeSteps.OpenAsync(two, filed, reference));

        await Task.WhenAll(one.PostAsync(first, "#approve"), two.PostAsync(second, "#approve"));

        Assert.Equal(NoticeState.Queued, (await NoticeSteps.NoticeAsync(world, reference)).State);
        Assert.Single(await world.StreamAsync(filed), entry => entry.Kind == "notice.approved");
        await NoticeSteps.SendAsync(world);
        Assert.Single(NoticeSteps.Mails(world));
    }

    [Theory, DatabaseData]
    public async Task A_form_sent_twice_makes_one_notice(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        using var session = world.As(world.Advocate);
        var page = await NoticeSteps.ComposeAsync(session, filed, NoticeSteps.Telegram);

        await session.SubmitAsync(page, "#compose");
        var again = await session.SubmitAsync(page, "#compose");

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Single(await NoticeSteps.NoticesAsync(world, filed));
    }

    [Theory, DatabaseData]
    public async Task A_typed_address_needs_a_reason_and_what_was_typed_comes_back(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        using var session = world.As(world.Advocate);
        var page = await NoticeSteps.ComposeAsync(session, filed, "other");

        var nameless = await session.PostAsync(page, "#compose", ("Input.Recipient", "abuse@host.example.org"), ("Input.WhyThisRecipient", "canary why"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.Status);
        Assert.Contains("abuse@host.example.org", nameless.Body, StringComparison.Ordinal);
        Assert.Contains("canary why", nameless.Body, StringComparison.Ordinal);
        var noReason = await session.PostAsync(
            page, "#compose", ("Input.PlatformName", "Invented Host"), ("Input.Recipient", "abuse@host.example.org"));
        Assert.Contains("Please say where this address is from", noReason.Text, StringComparison.Ordinal);
        var noAddress = await session.PostAsync(
            page, "#compose", ("Input.PlatformName", "Invented Host"), ("Input.Recipient", "abuse at host"), ("Input.WhyThisRecipient", "why"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noAddress.Status);

        var shown = await session.SubmitAsync(
            page, "#compose", ("Input.PlatformName", "Invented Host"), ("Input.Recipient", "abuse@host.example.org"),
            ("Input.WhyThisRecipient", "canary why"));

        Assert.Contains("Invented Host", NoticeSteps.PreviewOf(shown), StringComparison.Ordinal);
        Assert.Contains("Propose to a second person", shown.Text, StringComparison.Ordinal);
        Assert.Contains("canary why", shown.Text, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task The_minor_track_sends_no_name_no_words_and_nothing_to_unknown_hosts(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world, Track.Minor);
        using var session = world.As(world.Cleared);
        await CaseWorld.OpenAsync(session, filed);
        var start = await session.OpenAsync($"/staff/cases/{filed.Number}/notices/new");
        Assert.Contains("unknown hosts are told by the hotline only", start.Text, StringComparison.Ordinal);
        Assert.Contains("The hotline comes first", start.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(start.Document.QuerySelectorAll("a[href]"), link => link.GetAttribute("href")!.Contains("platform=other", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await session.GetAsync($"/staff/cases/{filed.Number}/notices/new?platform=other")).Status);

        var form = await NoticeSteps.ComposeAsync(session, filed, NoticeSteps.Telegram);
        Assert.Equal(["telegram-child"], NoticeSteps.Choices(form, "Input.Channel"));
        Assert.Empty(form.Document.QuerySelectorAll("[name='Input.AddedWords'], [name='Input.Signer'], [name='Input.Recipient']"));
        var forged = await session.PostAsync(form, "#compose", ("Input.Channel", "other"), ("Input.Recipient", "a@example.org"), ("Input.WhyThisRecipient", "x"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.Status);
        var shown = await session.SubmitAsync(form, "#compose", ("Input.AddedWords", "canary words"), ("Input.Signer", "Survivor"), ("Input.Bases", null));

        Assert.DoesNotContain("canary words", NoticeSteps.PreviewOf(shown), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Canary Name", shown.Body, StringComparison.Ordinal);
        Assert.Contains("that the person was under 18", shown.Find("#sees").TextContent, StringComparison.Ordinal);
    }

    [Theory, DatabaseData]
    public async Task Nobody_writes_for_a_bystander_or_without_consent(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var seen = await NoticeSteps.FileAsync(world, filer: FilerKind.Bystander, isSigned: false, consents: []);
        var unasked = await NoticeSteps.FileAsync(world, consents: []);
        using var session = world.As(world.Advocate);

        Assert.Contains("only saw something", (await NoticeSteps.DraftAsync(session, seen, NoticeSteps.Telegram)).Text, StringComparison.Ordinal);
        Assert.Empty(await NoticeSteps.NoticesAsync(world, seen));
        var page = await NoticeSteps.DraftAsync(session, unasked, NoticeSteps.Instagram);
        Assert.Contains("has not allowed writing to platforms", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("#approve"));
        Assert.Equal(NoticeState.Draft, (await NoticeSteps.NoticeAsync(world, NoticeSteps.ReferenceOf(page))).State);
    }

    [Theory, DatabaseData]
    public async Task Data_are_asked_to_be_kept_until_a_day_to_come_and_only_our_own_clock_starts(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        using var session = world.As(world.Advocate);
        var form = await NoticeSteps.ComposeAsync(session, filed, NoticeSteps.Instagram, NoticeKind.Preservation);
        Assert.Empty(NoticeSteps.Choices(form, "Input.Bases"));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity, (await session.PostAsync(form, "#compose", ("Input.PreserveUntil", "2027-03-01"))).Status);

        var shown = await session.SubmitAsync(form, "#compose", ("Input.PreserveUntil", "2027-09-01"));
        Assert.Contains("2027", NoticeSteps.PreviewOf(shown), StringComparison.Ordinal);
        var page = await session.SubmitAsync(await session.SubmitAsync(shown, "#approve"), "#log", ("Input.HadNone", "true"));

        Assert.Equal(NoticeState.Filed, (await NoticeSteps.NoticeAsync(world, NoticeSteps.ReferenceOf(page))).State);
        var subject = await world.CaseAsync(filed);
        Assert.All(subject.Places, place => Assert.NotEqual(PlaceState.Noticed, place.State));

        // No law gives the platform a time for it; when to ask again is our own promise.
        var clock = Assert.Single(subject.Clocks, clock => clock.Notice is not null);
        Assert.Equal((ClockKind.Preservation, true), (clock.Kind, clock.Basis.StartsWith("preservation-", StringComparison.Ordinal)));
        Assert.Empty(await NoticeSteps.TasksAsync(world, filed));
    }

    [Theory, DatabaseData]
    public async Task Every_page_is_logged_as_a_reading_before_it_shows_anything(DatabaseKind kind)
    {
        await using var world = await CaseWorld.StartAsync(kind);
        var filed = await NoticeSteps.FileAsync(world);
        using var session = world.As(world.Advocate);
        var reference = NoticeSteps.ReferenceOf(await NoticeSteps.DraftAsync(session, filed, NoticeSteps.Instagram));
        var before = (await world.StreamAsync(filed, LedgerLane.Read)).Count;

        string[] paths = ["/notices", "/notices/new", $"/notices/new?platform={NoticeSteps.Telegram}", $"/notices/{reference}", $"/notices/{reference}/change", "/outcomes", "/referrals", "/referrals/new", "/packs/new"];
        foreach (var path in paths)
        {
            Assert.Equal(HttpStatusCode.OK, (await session.GetAsync($"/staff/cases/{filed.Number}{path}")).Status);
        }

        Assert.Equal(before + paths.Length, (await world.StreamAsync(filed, LedgerLane.Read)).Count);
    }
}
