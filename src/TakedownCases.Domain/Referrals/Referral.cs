using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Referrals;

/// <summary>
/// One handing over of a case to a hotline, a regulator, the police or another body: by what right, what was passed on, and what
/// they did. An aggregate of its own on its case's stream; what was passed on never changes.
/// </summary>
public sealed partial class Referral : CaseBound
{
    private readonly List<ReferralPlace> _places = [];

    private Referral() => (Authority, Items, Language) = (null!, null!, null!);

    private Referral(ReferralDraft draft, DateTimeOffset now)
    {
        CaseId = draft.CaseId;
        Id = ReferralId.New(now);
        Reference = draft.Facts.Reference;
        Authority = draft.Facts.Authority.Id;
        Track = draft.Facts.Track;
        Language = draft.Facts.Language;
        Ground = draft.Ground;
        Consent = draft.Facts.Authority.Consent;
        Duty = draft.Duty?.Id;
        Items = string.Join(' ', draft.Items.Distinct().Order().Select(Codes.Of));
        CreatedAt = now;
        _places.AddRange(draft.Facts.Places.Select(place => new ReferralPlace(draft.CaseId, Id, place.Id)));
    }

    public CaseId CaseId { get; private set; }

    public ReferralId Id { get; private set; }

    /// <summary>Our own name for it, that they can quote.</summary>
    public ReferralReference Reference { get; private set; }

    /// <summary>The id of the recipient in the directory.</summary>
    public string Authority { get; private set; }

    public ReferralState State { get; private set; }

    public ReferralGround Ground { get; private set; }

    /// <summary>The consent that names the recipient, whether or not it rests on it.</summary>
    public ConsentAction Consent { get; private set; }

    /// <summary>The id of the duty to report; null for another ground.</summary>
    public string? Duty { get; private set; }

    public Track Track { get; private set; }

    public string Language { get; private set; }

    /// <summary>Codes of what was passed on, with blanks between them.</summary>
    public string Items { get; private set; }

    public StaffId? ProposedBy { get; private set; }

    /// <summary>The second person.</summary>
    public StaffId? AgreedBy { get; private set; }

    public StaffId? MadeBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? AgreedAt { get; private set; }

    /// <summary>When a person handed it over; null while nobody has. Where only the person can turn to them, when we said so.</summary>
    public DateTimeOffset? MadeAt { get; private set; }

    /// <summary>When the last thing happened that they told us of.</summary>
    public DateTimeOffset? MovedAt { get; private set; }

    /// <summary>False where telling the person would endanger them; two people said so (practice P12).</summary>
    public bool TellPerson { get; private set; } = true;

    /// <summary>What was passed on, word for word.</summary>
    public SealedText? Text { get; private set; }

    /// <summary>Why without consent, and, where the person is not told, why not.</summary>
    public SealedText? Reason { get; private set; }

    /// <summary>Who it is, where the directory does not know them.</summary>
    public SealedText? Whom { get; private set; }

    /// <summary>Their reference.</summary>
    public SealedText? Theirs { get; private set; }

    /// <summary>What they said last.</summary>
    public SealedText? Words { get; private set; }

    public IReadOnlyList<ReferralPlace> Places => _places;

    public IReadOnlyList<PassedItem> Passed
        => [.. Items.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => Enum.Parse<PassedItem>(code, ignoreCase: true))];

    public override CaseId Stream => CaseId;

    /// <summary>
    /// Two people had agreed to it when it was stopped, and nobody had said whether it had left: that it had can still be recorded.
    /// </summary>
    public bool MayHaveLeft => State == ReferralState.Withdrawn && AgreedAt is not null && MadeAt is null;

    /// <summary>
    /// The second person agrees that exactly <paramref name="text"/>, which they read, may be handed over. Nobody has done so yet.
    /// </summary>
    public Outcome Agree(string text, Authority to, IReadOnlyCollection<Place> places, Actor by, DateTimeOffset now)
    {
        if (State != ReferralState.Proposed)
        {
            return ReferralRefusals.NotWaiting;
        }

        if (by.Staff is null || by.Staff == ProposedBy)
        {
            return ReferralRefusals.NeedsSecondPerson;
        }

        if (Outdated(to, places, now) is { } problem)
        {
            return problem;
        }

        (State, AgreedBy, AgreedAt, Text) = (ReferralState.Agreed, by.Staff, now, SealedText.Of(text));
        return Record(new ReferralAgreed(by, now, Id, ProposedBy, Text));
    }

    /// <summary>
    /// A person handed over what two agreed to, at <paramref name="madeAt"/>: what was done before it was stopped, or before the person took
    /// an address back, was done, whenever that is recorded.
    /// </summary>
    public Outcome HandOver(
        string text, Authority to, IReadOnlyCollection<Place> places, string? theirs, DateTimeOffset madeAt, Actor by, DateTimeOffset now)
    {
        if (State != ReferralState.Agreed && !MayHaveLeft)
        {
            return ReferralRefusals.NotAgreed;
        }

        if (madeAt > now || Instants.Minute(madeAt) < Instants.Minute(AgreedAt!.Value))
        {
            return ReferralRefusals.BeforeAgreed;
        }

        if (MayHaveLeft && madeAt > MovedAt)
        {
            return ReferralRefusals.AfterStopped;
        }

        if (Outdated(to, places, madeAt) is { } problem)
        {
            return problem;
        }

        (Text, MovedAt) = (SealedText.Of(text), null);
        return Pass(theirs, madeAt, AgreedBy, by, now);
    }

    /// <summary>
    /// Somebody told what they did. <paramref name="happenedAt"/> is when they did it: their clocks start there. Once the words of the
    /// case are erased none are kept.
    /// </summary>
    public Outcome Tell(ReferralState to, DateTimeOffset happenedAt, string? theirs, string? words, Actor by, DateTimeOffset now)
    {
        if (MadeAt is not { } madeAt || !ReferralStates.Steps.Contains(to) || !ReferralStates.MayFollow(State, to))
        {
            return ReferralRefusals.CannotFollow;
        }

        if (Instants.Minute(happenedAt) < Instants.Minute(madeAt) || happenedAt > now)
        {
            return ReferralRefusals.TooEarly;
        }

        var (from, reference, said) = (State, Kept(theirs), Kept(words));
        (State, MovedAt) = (to, happenedAt);
        Theirs = reference ?? Theirs;
        Words = said ?? Words;
        return Record(new ReferralMoved(by, now, Id, from, to, happenedAt, reference, said));
    }

    /// <summary>Taken back, or not agreed to; doing it twice is doing it once.</summary>
    public Outcome Withdraw(string reasonCode, string? words, Actor by, DateTimeOffset now)
    {
        if (State == ReferralState.Withdrawn)
        {
            return Outcome.Done;
        }

        if (!ReferralStates.MayFollow(State, ReferralState.Withdrawn))
        {
            return ReferralRefusals.CannotFollow;
        }

        var (from, said) = (State, Kept(words));
        (State, MovedAt) = (ReferralState.Withdrawn, now);
        Words = said ?? Words;
        return Record(new ReferralWithdrawn(by, now, Id, from, reasonCode, said));
    }

    /// <summary>
    /// The case was erased: every word goes, the text too, since it may be the person's own. That, when, to whom and what kinds of
    /// things were passed on stands in the ledger.
    /// </summary>
    public void Erase(Actor by, DateTimeOffset now)
    {
        Text = Theirs = Reason = Words = Whom = null;
        Record(new ReferralErased(by, now, Id));
    }

    // What was proposed may no longer be: the person took a place back, or the rule of who may have what has changed.
    private Refusal? Outdated(Authority to, IReadOnlyCollection<Place> places, DateTimeOffset at)
        => places.Any(place => place.State == PlaceState.Withdrawn && !(place.StateSince > at) && _places.Exists(named => named.Place == place.Id)) ? ReferralRefusals.PlaceTakenBack
            : Passed.Except(PassedItems.Allowed(to, Track)).Any() ? ReferralRefusals.NotTheirs
            : null;

    private SealedText? Kept(string? words) => Text is null ? null : SealedText.OfOptional(words);

    private Outcome Pass(string? theirs, DateTimeOffset madeAt, StaffId? second, Actor by, DateTimeOffset now)
    {
        (State, MadeBy, MadeAt) = (ReferralState.Made, by.Staff, madeAt);
        Theirs = SealedText.OfOptional(theirs);
        return Record(new ReferralMade(
            by, now, Id, Reference, Authority, Ground, Duty, second, Items, madeAt, [.. _places.Select(place => place.Place)], Text!, Theirs,
            second is null ? Reason : null));
    }
}
