using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Notices;

/// <summary>Every reason for which a notice refuses a command.</summary>
public static class NoticeVerbRefusals
{
    public static Refusal NotADraft { get; } = new("notice.not-a-draft", "The notice is frozen; it cannot be changed any more.");

    public static Refusal NotWaiting { get; } = new("notice.not-waiting", "The notice does not wait for this.");

    public static Refusal NeedsSecondPerson { get; } = new("notice.second-person", "Nobody has written to this recipient yet: a second person must look at it.");

    public static Refusal HasLeft { get; } = new("notice.has-left", "The notice has left; what was sent cannot be stopped.");

    public static Refusal NoPlaces { get; } = new("notice.no-places", "A notice names at least one place.");

    public static Refusal NoConsent { get; } = new("notice.no-consent", "The person has not allowed writing to platforms.");

    public static Refusal NoReference { get; } = new("notice.no-reference", "Give the reference the form showed, or say that it showed none.");

    public static Refusal Bystander { get; } = new("notice.bystander", "No notice goes out for somebody who only saw something (practice P7).");

    public static Refusal NotForMinors { get; } = new("notice.not-for-minors", "On the minor track addresses go to the provider, a hotline and the police only (practice P5).");

    public static Refusal UnknownHost { get; } = new("notice.unknown-host", "On the minor track unknown hosts are told by the hotline only (practice P4).");
}
