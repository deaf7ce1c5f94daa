using TakedownCases.Domain;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Calls;

/// <summary>What a member of staff notes while somebody speaks. Nothing is required but the track, that
/// the caller agreed aloud, and that it was read back.</summary>
public sealed record CallForm
{
    /// <summary>"adult", "minor" or "unsure": the age when it was made, never today's (practice P10).</summary>
    public string? AgeWhenMade { get; init; }

    public bool? AdultToday { get; init; }

    public FilerKind Filer { get; init; }

    public string? FilerRelation { get; init; }

    public bool? DangerNow { get; init; }

    public bool? Threatened { get; init; }

    public bool? ThoughtsOfSuicide { get; init; }

    /// <summary>Addresses, one a line, as dictated.</summary>
    public string? Places { get; init; }

    /// <summary>No list to begin with: the binder adds to the one it finds, and an empty array takes nothing.</summary>
    public IReadOnlyList<HarmKind>? Harms { get; init; }

    public string? Words { get; init; }

    public string Language { get; init; } = "en";

    public string? Country { get; init; }

    public ContactChannel Channel { get; init; }

    public string? ContactAddress { get; init; }

    public string? ContactWho { get; init; }

    public string? SafeWhen { get; init; }

    public bool NoVoicemail { get; init; }

    public IReadOnlyList<ConsentAction>? Consents { get; init; }

    /// <summary>The caller said yes to having this filed (practice P16).</summary>
    public bool Agreed { get; init; }

    public string? WitnessName { get; init; }

    /// <summary>"telephone" or "in-person".</summary>
    public string CallChannel { get; init; } = "telephone";

    public string? InterpreterLanguage { get; init; }

    public bool InterpreterIsRelativeOrChild { get; init; }

    public bool ReadBack { get; init; }

    public Track? Track => AgeWhenMade switch
    {
        "adult" => Domain.Cases.Track.Adult,
        "minor" or "unsure" => Domain.Cases.Track.Minor,
        _ => null,
    };

    // Whatever prints this must not print what a person said.
    public override string ToString() => "[call]";

    /// <summary>The same, without pasted pictures and what else nobody types; too long stays too long.</summary>
    public CallForm Cleaned() => this with
    {
        FilerRelation = Line(FilerRelation),
        Places = Lines(Places),
        Words = Lines(Words),
        Country = Line(Country),
        ContactAddress = Line(ContactAddress),
        ContactWho = Line(ContactWho),
        SafeWhen = Line(SafeWhen),
        WitnessName = Line(WitnessName),
        InterpreterLanguage = Line(InterpreterLanguage),
    };

    /// <summary>The answers of one line that are longer than one may be.</summary>
    public IEnumerable<string> TooLong()
        => from answer in new (string Name, string? Text)[]
           {
               (nameof(FilerRelation), FilerRelation), (nameof(ContactAddress), ContactAddress), (nameof(ContactWho), ContactWho),
               (nameof(SafeWhen), SafeWhen), (nameof(WitnessName), WitnessName), (nameof(InterpreterLanguage), InterpreterLanguage),
           }
           where answer.Text?.Length > FilingLimits.ShortLength
           select answer.Name;

    private static string? Line(string? typed) => Clean(typed, multiline: false);

    private static string? Lines(string? typed) => Clean(typed, multiline: true);

    private static string? Clean(string? typed, bool multiline)
        => PlainText.Clean(typed, int.MaxValue, multiline).Text is { Length: > 0 } text ? text : null;
}
