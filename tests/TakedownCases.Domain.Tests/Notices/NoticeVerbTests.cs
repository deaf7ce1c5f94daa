using System.Reflection;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Domain.Tests.Cases;

namespace TakedownCases.Domain.Tests.Notices;

/// <summary>The life of one notice, from its draft until it has left or was stopped.</summary>
public sealed class NoticeVerbTests
{
    private const string Mime = "Subject: Request\r\n\r\nPlease.\r\n";
    private static readonly DateTimeOffset Now = CaseSamples.Now;
    private static readonly DateTimeOffset Later = Now.AddHours(1);
    private static readonly PlaceId Place = PlaceId.New(Now);

    [Fact]
    public void A_bystander_and_an_unknown_host_of_a_minor_get_no_notice()
    {
        Assert.Equal(NoticeVerbRefusals.Bystander, Draft(filer: FilerKind.Bystander).Refusal);
        Assert.Equal(NoticeVerbRefusals.UnknownHost, Draft(track: Track.Minor, isKnown: false).Refusal);
        Assert.True(Draft(isKnown: false).IsDone);
        Assert.Equal(NoticeVerbRefusals.NoPlaces, Draft(places: []).Refusal);
    }

    [Fact]
    public void A_recipient_nobody_wrote_to_needs_a_second_person()
    {
        var notice = Fresh();
        Assert.True(notice.Approve(Freeze(isKnown: false), hasConsent: true, CaseSamples.ByAda, Later).IsDone);
        Assert.Equal(NoticeState.AwaitsSecond, notice.State);
        Assert.Null(notice.Mime);
        Assert.Equal(NoticeVerbRefusals.NeedsSecondPerson, notice.Approve(Freeze(isKnown: false), true, CaseSamples.ByAda, Later));
        Assert.True(notice.Approve(Freeze(isKnown: false), true, CaseSamples.ByBen, Later).IsDone);
        Assert.Equal((NoticeState.Queued, CaseSamples.Ada, CaseSamples.Ben), (notice.State, notice.ComposedBy, notice.ApprovedBy));
    }

    [Fact]
    public void A_change_after_the_first_person_makes_it_a_draft_again()
    {
        var notice = Fresh();
        notice.Approve(Freeze(isKnown: false), true, CaseSamples.ByAda, Later);
        notice.Change(Choices([Place]), CaseSamples.ByBen, Later);
        Assert.Equal(NoticeState.Draft, notice.State);
        notice.Approve(Freeze(isKnown: false), true, CaseSamples.ByBen, Later);
        Assert.Equal(NoticeVerbRefusals.NeedsSecondPerson, notice.Approve(Freeze(isKnown: false), true, CaseSamples.ByBen, Later));
    }

    [Fact]
    public void A_known_recipient_needs_one_person_and_nothing_goes_without_consent()
    {
        var notice = Fresh();
        Assert.Equal(NoticeVerbRefusals.NoConsent, notice.Approve(Freeze(), hasConsent: false, CaseSamples.ByAda, Later));
        Assert.True(notice.Approve(Freeze(), true, CaseSamples.ByAda, Later).IsDone);
        Assert.Equal((NoticeState.Queued, Mime), (notice.State, notice.Mime!.Plain));
    }

    [Fact]
    public void What_is_frozen_never_changes()
    {
        var notice = Queued();
        Assert.Equal(NoticeVerbRefusals.NotADraft, notice.Change(Choices([Place]), CaseSamples.ByAda, Later));
        Assert.Equal(NoticeVerbRefusals.NotADraft, notice.Approve(Freeze(), true, CaseSamples.ByBen, Later));
    }

    [Fact]
    public void A_form_is_put_in_by_hand_and_its_reference_kept()
    {
        var notice = Draft(channel: ChannelKind.Form).Value!;
        notice.Approve(Freeze() with { Mime = null, MessageId = null }, true, CaseSamples.ByAda, Later);
        Assert.Equal(NoticeState.ToFile, notice.State);
        Assert.Equal(NoticeVerbRefusals.NoReference, notice.LogFiling(" ", hadNone: false, Later, CaseSamples.ByAda, Later));
        Assert.True(notice.LogFiling("R-17", hadNone: false, Later, CaseSamples.ByAda, Later.AddMinutes(5)).IsDone);
        Assert.Equal((NoticeState.Filed, Later, "R-17"), (notice.State, notice.LeftAt, notice.Receipt!.Plain));
    }

    [Fact]
    public void Sending_goes_from_intent_to_what_the_server_said()
    {
        var notice = Queued();
        notice.ForgetEvents();
        Assert.True(notice.BeginSending(1, Later).IsDone);
        Assert.Equal(NoticeVerbRefusals.NotWaiting, notice.BeginSending(2, Later));
        Assert.True(notice.Defer(1, "451 later", Later.AddMinutes(2), Later).IsDone);
        Assert.True(notice.BeginSending(2, Later.AddMinutes(2)).IsDone);
        Assert.True(notice.Accept(2, "250 ok", SentHow.Server, Actor.System, Later.AddMinutes(2), Later.AddMinutes(2)).IsDone);
        Assert.Equal((NoticeState.Sent, "250 ok"), (notice.State, notice.Receipt!.Plain));
        Assert.Equal(
            ["notice.sending", "notice.deferred", "notice.sending", "notice.sent"], notice.Events.Select(happened => happened.Kind));
    }

    [Fact]
    public void What_nobody_knows_is_never_sent_again_blindly()
    {
        var notice = Queued();
        notice.BeginSending(1, Later);
        notice.LoseSight(1, "The line broke.", Later);
        Assert.Equal(NoticeVerbRefusals.NotWaiting, notice.BeginSending(2, Later));
        Assert.Equal(NoticeVerbRefusals.HasLeft, notice.Stop(StopReason.ByStaff, CaseSamples.ByAda, Later));
        Assert.True(notice.SendAgain(SentHow.Archive, Actor.System, Later).IsDone);
        Assert.Equal(NoticeState.Queued, notice.State);
    }

    [Fact]
    public void Only_what_has_not_left_can_be_stopped()
    {
        var notice = Queued();
        Assert.True(notice.Stop(StopReason.ConsentWithdrawn, Actor.Survivor, Later).IsDone);
        Assert.True(notice.Stop(StopReason.ByStaff, CaseSamples.ByAda, Later).IsDone);
        Assert.Equal(StopReason.ConsentWithdrawn, notice.StoppedBecause);
        var sent = Queued();
        sent.BeginSending(1, Later);
        Assert.Equal(NoticeVerbRefusals.HasLeft, sent.Stop(StopReason.ByStaff, CaseSamples.ByAda, Later));
    }

    [Fact]
    public void Erasing_a_case_takes_the_words_and_leaves_the_proof_where_it_is_kept()
    {
        var kept = Queued();
        kept.Erase(keepProof: true, Actor.System, Later);
        Assert.Null(kept.Choices);
        Assert.NotNull(kept.Mime);
        var gone = Queued();
        gone.Erase(keepProof: false, Actor.System, Later);
        Assert.All(new object?[] { gone.Choices, gone.Frozen, gone.Mime, gone.Receipt, gone.RecipientIndex }, Assert.Null);
    }

    [Fact]
    public void Nothing_outside_can_set_anything_of_a_notice()
    {
        var open = from part in new[] { typeof(Notice), typeof(NoticePlace) }
                   from property in part.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                   where property.SetMethod is { IsPublic: true } or { IsAssembly: true }
                   select $"{part.Name}.{property.Name}";
        Assert.Empty(open);
    }

    private static Notice Fresh() => Draft().Value!;

    private static Notice Queued()
    {
        var notice = Fresh();
        notice.Approve(Freeze(), true, CaseSamples.ByAda, Later);
        return notice;
    }

    private static Outcome<Notice> Draft(
        Track track = Track.Adult,
        FilerKind filer = FilerKind.Survivor,
        bool isKnown = true,
        ChannelKind channel = ChannelKind.Mail,
        IReadOnlyList<PlaceId>? places = null) => Notice.Draft(
        new NoticeDraft(
            CaseId.New(Now), NoticeKind.Removal, NoticeReference.FromRandom(new byte[NoticeReference.RandomBytes]), track, filer, "example",
            isKnown, "example-mail", channel, "en"),
        Choices(places ?? [Place]),
        CaseSamples.ByAda,
        Now);

    private static NoticeChoices Choices(IReadOnlyList<PlaceId> places)
        => new("abuse@example.com", places, ["us-tida-removal@2026-11-22"], NoticeSigner.Survivor, null);

    private static NoticeFreeze Freeze(bool isKnown = true) => new(
        new FrozenNotice("abuse@example.com", "Request", "Please.", "{}", [], "00"), Mime, "<a@example.org>", [1, 2, 3], isKnown);
}
