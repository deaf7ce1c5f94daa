using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Domain.Notices;

/// <summary>
/// One message to one platform about places of one case, from its draft until it has left or was stopped. Frozen when it is
/// approved; an aggregate of its own on its case's stream (design section 3, law 6).
/// </summary>
public sealed partial class Notice : CaseBound
{
    private readonly List<NoticePlace> _places = [];

    private Notice()
    {
        Platform = Channel = Language = Bases = null!;
    }

    private Notice(NoticeDraft draft, DateTimeOffset now)
    {
        CaseId = draft.CaseId;
        Id = NoticeId.New(now);
        Kind = draft.Kind;
        Reference = draft.Reference;
        Track = draft.Track;
        Platform = draft.Platform;
        Channel = draft.Channel;
        ChannelKind = draft.ChannelKind;
        Language = draft.Language;
        Earlier = draft.Earlier;
        NeedsSecond = draft.NeedsSecond;
        CreatedAt = now;
        Bases = "";
    }

    public CaseId CaseId { get; private set; }

    public NoticeId Id { get; private set; }

    public NoticeKind Kind { get; private set; }

    public NoticeState State { get; private set; }

    /// <summary>Our name for it, that a platform quotes; it says nothing of the case.</summary>
    public NoticeReference Reference { get; private set; }

    /// <summary>The track it was written for: it does not leave on another.</summary>
    public Track Track { get; private set; }

    /// <summary>The platform's id.</summary>
    public string Platform { get; private set; }

    /// <summary>The channel's id; "other" where a person typed an address that the directory does not have.</summary>
    public string Channel { get; private set; }

    public ChannelKind ChannelKind { get; private set; }

    public string Language { get; private set; }

    /// <summary>The notice that this one reminds of or follows.</summary>
    public NoticeId? Earlier { get; private set; }

    /// <summary>Two people must say yes, also where the house has written to the recipient before.</summary>
    public bool NeedsSecond { get; private set; }

    /// <summary>The bases it cites, "id@version" each, with blanks between them.</summary>
    public string Bases { get; private set; }

    public StaffId? ComposedBy { get; private set; }

    public StaffId? ApprovedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? FrozenAt { get; private set; }

    /// <summary>When it left: the server took it, or a person filed it.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    public StopReason? StoppedBecause { get; private set; }

    /// <summary>RFC 5322 Message-ID, one for ever; null for a form.</summary>
    public string? MessageId { get; private set; }

    /// <summary>Keyed hash of the recipient: for caps, and to know whether anybody has written to them before.</summary>
    public byte[]? RecipientIndex { get; private set; }

    public SealedText? Choices { get; private set; }

    public SealedText? Frozen { get; private set; }

    /// <summary>The message, byte for byte; null for a form and until it is frozen.</summary>
    public SealedText? Mime { get; private set; }

    /// <summary>What proves that it left: the server's answer, or the form's reference.</summary>
    public SealedText? Receipt { get; private set; }

    public IReadOnlyList<NoticePlace> Places => _places;

    public override CaseId Stream => CaseId;

    public bool CanBeStopped => NoticeStates.CanBeStopped(State);

    /// <summary>A new draft. Refuses what the track or the filer forbids.</summary>
    public static Outcome<Notice> Draft(NoticeDraft draft, NoticeChoices choices, Actor by, DateTimeOffset now)
    {
        if (draft.Filer == FilerKind.Bystander)
        {
            return NoticeVerbRefusals.Bystander;
        }

        if (draft is { Track: Track.Minor, PlatformIsKnown: false })
        {
            return NoticeVerbRefusals.UnknownHost;
        }

        if (draft.Track == Track.Minor && NoticeKinds.IsBesidePlatform(draft.Kind))
        {
            return NoticeVerbRefusals.NotForMinors;
        }

        var notice = new Notice(draft, now) { ComposedBy = by.Staff };
        var written = notice.Write(choices);
        if (!written.IsDone)
        {
            return written.Refusal;
        }

        notice.Record(new NoticeDrafted(by, now, notice.Id, notice.Kind, notice.Reference, draft.Platform, draft.Channel, notice.PlaceIds));
        return notice;
    }

    /// <summary>Other choices, or another way to the platform; a draft that waited for a second person is a draft again.</summary>
    public Outcome Change(NoticeChoices choices, Actor by, DateTimeOffset now, NoticeRoute? route = null)
    {
        if (NoticeStates.IsFrozen(State))
        {
            return NoticeVerbRefusals.NotADraft;
        }

        var written = Write(choices);
        if (!written.IsDone)
        {
            return written;
        }

        if (route is not null)
        {
            (Channel, ChannelKind, Language) = (route.Channel, route.Kind, route.Language);
        }

        (State, ComposedBy) = (NoticeState.Draft, by.Staff);
        return Record(new NoticeChanged(by, now, Id, Channel, PlaceIds));
    }

    /// <summary>
    /// Says that this is how it goes out, and freezes it. Where nobody has written to the recipient before, or the ladder asks for two, the first person
    /// only proposes and another one must say the same (design section 6; issue 2 of 5).
    /// </summary>
    public Outcome Approve(NoticeFreeze freeze, bool hasConsent, Actor by, DateTimeOffset now)
    {
        if (NoticeStates.IsFrozen(State))
        {
            return NoticeVerbRefusals.NotADraft;
        }

        if (!hasConsent)
        {
            return NoticeVerbRefusals.NoConsent;
        }

        if ((NeedsSecond || !freeze.RecipientIsKnown) && by.Kind == ActorKind.Staff && (State != NoticeState.AwaitsSecond || ComposedBy == by.Staff))
        {
            if (State == NoticeState.AwaitsSecond)
            {
                return NoticeVerbRefusals.NeedsSecondPerson;
            }

            (State, ComposedBy) = (NoticeState.AwaitsSecond, by.Staff);
            return Record(new NoticeProposed(by, now, Id));
        }

        var isMail = ChannelKind == ChannelKind.Mail && freeze.Mime is not null;
        State = isMail ? NoticeState.Queued : NoticeState.ToFile;
        (ApprovedBy, FrozenAt, RecipientIndex) = (by.Staff, now, freeze.RecipientIndex);
        (MessageId, Mime) = isMail ? (freeze.MessageId, SealedText.Of(freeze.Mime!)) : (null, null);
        Frozen = SealedText.OfRecord(freeze.Record);
        return Record(new NoticeApproved(by, now, Id, State, ComposedBy, MessageId, Bases, PlaceIds, Frozen, Mime));
    }

    /// <summary>A person put it into the platform's form, and says what the form answered.</summary>
    public Outcome LogFiling(string? reference, bool hadNone, DateTimeOffset filedAt, Actor by, DateTimeOffset now)
    {
        if (State != NoticeState.ToFile)
        {
            return NoticeVerbRefusals.NotWaiting;
        }

        if (string.IsNullOrWhiteSpace(reference) && !hadNone)
        {
            return NoticeVerbRefusals.NoReference;
        }

        Receipt = SealedText.OfOptional(reference);
        (State, LeftAt) = (NoticeState.Filed, filedAt);
        return Record(new NoticeFiled(by, now, Id, filedAt, Receipt));
    }

    /// <summary>It will not leave. What has left, or may have, cannot be stopped.</summary>
    public Outcome Stop(StopReason reason, Actor by, DateTimeOffset now)
    {
        if (State == NoticeState.Stopped)
        {
            return Outcome.Done;
        }

        if (!CanBeStopped)
        {
            return NoticeVerbRefusals.HasLeft;
        }

        (State, StoppedBecause) = (NoticeState.Stopped, reason);
        return Record(new NoticeStopped(by, now, Id, reason));
    }

    /// <summary>The case was erased: what was written and what was answered goes, unless the proof is kept.</summary>
    public void Erase(bool keepProof, Actor by, DateTimeOffset now)
    {
        Choices = null;
        if (!keepProof)
        {
            (Frozen, Mime, Receipt, RecipientIndex) = (null, null, null, null);
            if (State is NoticeState.Sending or NoticeState.Unknown)
            {
                // Whether it left, nobody can find out any more: what it was is gone. It is not tried again.
                (State, StoppedBecause) = (NoticeState.Stopped, StopReason.CaseErased);
            }
        }

        Record(new NoticeErased(by, now, Id, State));
    }

    private IReadOnlyList<PlaceId> PlaceIds => [.. _places.Select(place => place.Place)];

    private Outcome Write(NoticeChoices choices)
    {
        var places = choices.Places.Distinct().ToList();
        if (places.Count == 0)
        {
            return NoticeVerbRefusals.NoPlaces;
        }

        Choices = SealedText.OfRecord(choices with { Places = places });
        Bases = string.Join(' ', choices.Bases.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        _places.RemoveAll(place => !places.Contains(place.Place));
        _places.AddRange(places.Where(id => !_places.Exists(place => place.Place == id))
            .Select(id => new NoticePlace(CaseId, Id, id)).ToList());
        return Outcome.Done;
    }
}

/// <summary>To whom, how and why a notice is begun.</summary>
public sealed record NoticeDraft(
    CaseId CaseId,
    NoticeKind Kind,
    NoticeReference Reference,
    Track Track,
    FilerKind Filer,
    string Platform,
    bool PlatformIsKnown,
    string Channel,
    ChannelKind ChannelKind,
    string Language,
    NoticeId? Earlier = null,
    bool NeedsSecond = false);
