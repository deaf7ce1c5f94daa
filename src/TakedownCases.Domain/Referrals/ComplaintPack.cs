using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Referrals;

/// <summary>
/// A complaint made ready for one authority about one notice: text to read and paste, and the same as data. Made once and never
/// changed; a person decides whether and when it leaves.
/// </summary>
public sealed class ComplaintPack : CaseBound
{
    private ComplaintPack() => Authority = null!;

    public CaseId CaseId { get; private set; }

    public PackId Id { get; private set; }

    /// <summary>The notice that it is about.</summary>
    public NoticeId Notice { get; private set; }

    /// <summary>The id of the authority in the directory.</summary>
    public string Authority { get; private set; }

    /// <summary>"id@version" of the law; null where none that we know gives a duty.</summary>
    public string? Basis { get; private set; }

    public Track Track { get; private set; }

    /// <summary>Who asked for it; null when a sweep made it.</summary>
    public StaffId? MadeBy { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public SealedText? Text { get; private set; }

    public SealedText? Json { get; private set; }

    public override CaseId Stream => CaseId;

    /// <summary>Writes it. Refuses an authority without a pack, one that does not take cases of the track, and a notice of which every place was taken back.</summary>
    public static Outcome<ComplaintPack> Make(CaseId caseId, NoticeId notice, PackFacts facts, Actor by)
    {
        if (facts.Authority.Pack is null || !facts.Authority.IsFor(facts.Track))
        {
            return ReferralRefusals.WrongTrack;
        }

        if (facts.Places.All(place => place.State == PlaceState.Withdrawn))
        {
            return ReferralRefusals.NothingLeft;
        }

        var pack = new ComplaintPack
        {
            CaseId = caseId,
            Id = PackId.New(facts.MadeAt),
            Notice = notice,
            Authority = facts.Authority.Id,
            Basis = facts.Law is { } law ? $"{law.Id}@{law.Version}" : null,
            Track = facts.Track,
            MadeBy = by.Staff,
            MadeAt = facts.MadeAt,
            Text = SealedText.Of(PackText.Write(facts)),
            Json = SealedText.Of(PackJson.Write(facts)),
        };
        pack.Record(new PackMade(by, facts.MadeAt, pack.Id, notice, pack.Authority, pack.Basis, pack.Text, pack.Json));
        return pack;
    }

    /// <summary>What must come first, told to whoever files it, in their own language.</summary>
    public static IReadOnlyList<string> FirstFor(Authority to, string language)
    {
        ArgumentNullException.ThrowIfNull(to);
        return to.Pack is { } form ? PackWording.In(language).Of(form).First : [];
    }

    /// <summary>
    /// The case was erased: what it says goes, also where the proof is kept. It was written from notices and clocks that are the proof
    /// themselves, and may hold a name that they do not.
    /// </summary>
    public void Erase(Actor by, DateTimeOffset now)
    {
        (Text, Json) = (null, null);
        Record(new PackErased(by, now, Id));
    }
}

/// <summary>A complaint pack was made; what it says is committed to here.</summary>
public sealed record PackMade(
    Actor By, DateTimeOffset At, PackId Pack, NoticeId Notice, string Authority, string? Basis, SealedText Text, SealedText Json)
    : CaseEvent(By, At)
{
    public override string Kind => "pack.made";

    public override Certainty Certainty => Certainty.Computed;

    public override void Describe(EventFields fields) => fields
        .Id("pack", Pack.Value).Id("notice", Notice.Value).Code("authority", Authority).Code("basis", Basis).Secret("text", Text).Secret("details", Json);
}

/// <summary>The words of a complaint pack went with its case.</summary>
public sealed record PackErased(Actor By, DateTimeOffset At, PackId Pack) : CaseEvent(By, At)
{
    public override string Kind => "pack.erased";

    public override Certainty Certainty => Certainty.Computed;

    public override void Describe(EventFields fields) => fields.Id("pack", Pack.Value);
}
