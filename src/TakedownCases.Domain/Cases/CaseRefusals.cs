namespace TakedownCases.Domain.Cases;

/// <summary>Every reason for which a case refuses a command.</summary>
public static class CaseRefusals
{
    public static Refusal NotOpen { get; } = new("case.not-open", "The case is closed, withdrawn or erased.");

    public static Refusal NotClosed { get; } = new("case.not-closed", "The case is open already.");

    public static Refusal AlreadyClaimed { get; } = new("case.already-claimed", "Somebody else holds the case.");

    public static Refusal WalledOff { get; } = new("case.walled-off", "A colleague who was walled off from a case cannot take it.");

    public static Refusal NoSuchPlace { get; } = new("place.not-found", "The case has no such place.");

    public static Refusal NoSuchOutcome { get; } = new("place.no-such-outcome", "That cannot follow on how the place stands.");

    public static Refusal NobodyLooks { get; } = new("place.nobody-looks", "On the minor track nobody here opens an address (practice P1).");

    public static Refusal NotTheirsToConfirm { get; } = new("place.not-confirmed", "Only the platform, a hotline or the police confirm that; it can be recorded as said to be removed (practice P1).");

    public static Refusal NoConsent { get; } = new("consent.none", "Nobody has allowed that (practice P12).");

    public static Refusal BeforeFiling { get; } = new("referral.before-filing", "It cannot have been handed over before it was filed, or in the future.");

    public static Refusal NoSuchTask { get; } = new("task.not-found", "The case has no such task.");

    public static Refusal NoSuchClock { get; } = new("clock.not-found", "The case has no such clock.");

    public static Refusal ClockEnded { get; } = new("clock.ended", "That deadline has ended already.");

    public static Refusal ClockEndsByItself { get; } = new("clock.ends-by-itself", "That clock ends by what is recorded of the case.");

    public static Refusal NotYetHappened { get; } = new("clock.not-yet", "That lies in the future: a clock starts with what has happened.");

    public static Refusal LimitationPassed { get; } = new("clock.limitation-passed", "That day has passed.");

    public static Refusal NoSite { get; } = new("place.no-site", "The place has no web address, so nobody hosts it.");

    public static Refusal NoProvider { get; } = new("place.no-provider", "Nobody is recorded in that role for this site.");

    public static Refusal NothingOnSite { get; } = new("place.nothing-on-site", "Nothing on this site is still to be taken down.");

    public static Refusal NobodyWrites { get; } = new("place.nobody-writes", "On the minor track nobody writes to whoever is behind a site (practice P4).");

    public static Refusal NoHold { get; } = new("hold.none", "There is no hold that could end now.");

    public static Refusal NoSuchHold { get; } = new("hold.length", "A hold ends in the future, and within 92 days.");

    public static Refusal OnHold { get; } = new("hold.in-force", "An authority has asked us to hold still: nothing goes out (practice P4).");

    public static Refusal TooManyPlaces { get; } = new("places.too-many", "A case holds at most 500 places.");

    public static Refusal NeedsSecondPerson { get; } = new("needs-second-person", "A second person must agree.");

    public static Refusal NothingToUndo { get; } = new("erasure.none", "No erasure is waiting.");

    public static Refusal MinorSignsNothing { get; } = new("minor.no-signature", "On the minor track nobody signs (practice, screens of the minor track).");

    public static Refusal BystanderGetsReceiptOnly { get; } = new("bystander.receipt-only", "A bystander gets a receipt, nothing more (practice P7).");
}
