using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Referrals;

/// <summary>The sentences of complaint packs in one language. Placeholders are numbered.</summary>
internal sealed record PackWording
{
    public required string Title { get; init; }

    public required string Sender { get; init; }

    public required string SenderMail { get; init; }

    public required string Adult { get; init; }

    public required string Minor { get; init; }

    public required string Record { get; init; }

    public required string RecordLate { get; init; }

    public required string RecordOwnLate { get; init; }

    public required string RecordRefused { get; init; }

    public required string RecordAsked { get; init; }

    public required string RecordNothing { get; init; }

    public required string Platform { get; init; }

    public required string UnnamedPlatform { get; init; }

    public required string Law { get; init; }

    public required string LawWithin { get; init; }

    public required string LawAfterAct { get; init; }

    public required string LawWaits { get; init; }

    public required string LawUncounted { get; init; }

    public required string LawNoHours { get; init; }

    public required string LawNotCited { get; init; }

    public required string NoLaw { get; init; }

    public required string Places { get; init; }

    public required string Place { get; init; }

    public required string Clock { get; init; }

    public required string OwnClock { get; init; }

    public required string Late { get; init; }

    public required string Running { get; init; }

    public required string Met { get; init; }

    public required string DoneLate { get; init; }

    public required string Stopped { get; init; }

    public required string StoppedLate { get; init; }

    public required string Answer { get; init; }

    public required string AnswerKept { get; init; }

    public required string Timeline { get; init; }

    public required string Elements { get; init; }

    public required string Given { get; init; }

    public required string NotGiven { get; init; }

    public required string Proof { get; init; }

    public required string Left { get; init; }

    public required string MessageId { get; init; }

    public required string Sha256 { get; init; }

    public required string ServerAnswer { get; init; }

    public required string FormReference { get; init; }

    public required string ShowsTitle { get; init; }

    public required string ShowsRecord { get; init; }

    public required string ShowsLate { get; init; }

    public required string ShowsNotTitle { get; init; }

    public required IReadOnlyList<string> ShowsNot { get; init; }

    public required string NotOpened { get; init; }

    public required string AsksTitle { get; init; }

    public required string Range { get; init; }

    public required string HoursMinutes { get; init; }

    public required string DaysHours { get; init; }

    public required IReadOnlyDictionary<string, string> Words { get; init; }

    public required IReadOnlyDictionary<PackForm, PackFormWords> Forms { get; init; }

    public static PackWording In(string language) => language == "fr" ? FrenchPackWording.Words : EnglishPackWording.Words;

    public PackFormWords Of(PackForm form) => Forms[form];

    public string Element(string code) => Words["element." + code];

    public string Event(string code) => Words["event." + code];

    public string State(PlaceState state) => Words["state." + Codes.Of(state)];

    /// <summary>"{0} hours", or what stands for one of them.</summary>
    public string Unit(string unit, long count) => Words[count == 1 ? "one." + unit : "many." + unit];

    public string StartedBy(string? code) => Words.GetValueOrDefault("by." + code, code ?? "");
}

/// <summary>
/// What one authority is asked: always, while something is still there, and when something is late or was refused. What must come
/// first is told to whoever files it and is no part of the pack.
/// </summary>
internal sealed record PackFormWords(string About, IReadOnlyList<string> Asks, IReadOnlyList<string> First)
{
    /// <summary>What is said instead where our notice did not cite the law that the authority watches over.</summary>
    public string? AboutUncited { get; init; }

    public IReadOnlyList<string> AsksWhileOpen { get; init; } = [];

    public IReadOnlyList<string> AsksWhenMissed { get; init; } = [];
}
