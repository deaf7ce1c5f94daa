namespace TakedownCases.Domain.Referrals;

/// <summary>Every reason for which a referral refuses a command.</summary>
public static class ReferralRefusals
{
    public static Refusal NoConsent { get; } = new("referral.no-consent", "The person has not agreed to this, and nothing compels it (practice P12).");

    public static Refusal NoDuty { get; } = new("referral.no-duty", "That duty does not name them, or does not hold where the person is.");

    public static Refusal OnlyByPerson { get; } = new("referral.only-by-person", "Only the person can turn to them: nothing is passed on.");

    public static Refusal NoName { get; } = new("referral.no-name", "Say who it is.");

    public static Refusal PlaceTakenBack { get; } = new("referral.place-taken-back", "The person has taken back an address that it names (practice P13).");

    public static Refusal NotYours { get; } = new("referral.not-yours", "Whoever proposed it, or a supervisor, takes it back.");

    public static Refusal NoWords { get; } = new("referral.no-words", "Say how they were told.");

    public static Refusal NotAgreed { get; } = new("referral.not-agreed", "Nobody has agreed to this yet, or it was handed over already.");

    public static Refusal BeforeAgreed { get; } = new("referral.before-agreed", "It cannot have been handed over before a second person agreed.");

    public static Refusal AfterStopped { get; } = new("referral.after-stopped", "It was stopped before that, and could not be handed over any more.");

    public static Refusal NotTheirs { get; } = new("referral.not-allowed", "That may not be passed on to them (practice P5).");

    public static Refusal WrongTrack { get; } = new("referral.wrong-track", "They do not take cases of this track.");

    public static Refusal NothingLeft { get; } = new("referral.nothing-left", "Every place of the notice was taken back.");

    public static Refusal NoReason { get; } = new("referral.no-reason", "Say why, and where the person is not told, why not.");

    public static Refusal NeedsSecondPerson { get; } = new("referral.second-person", "A second person must agree.");

    public static Refusal NotWaiting { get; } = new("referral.not-waiting", "This does not wait for a second person.");

    public static Refusal CannotFollow { get; } = new("referral.cannot-follow", "That cannot follow on what is recorded.");

    public static Refusal TooEarly { get; } = new("referral.too-early", "They cannot have done that before it was handed over.");

    public static Refusal Bystander { get; } = new("referral.bystander", "Somebody who only saw something has agreed to nothing in the person's name (practice P7).");
}
