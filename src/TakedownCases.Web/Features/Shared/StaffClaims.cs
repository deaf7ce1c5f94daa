namespace TakedownCases.Web.Features.Shared;

/// <summary>What the staff cookie says about who is signed in.</summary>
public static class StaffClaims
{
    /// <summary>The staff id.</summary>
    public const string Id = "tdc:id";

    /// <summary>The name of the <see cref="Domain.Access.StaffRole"/>.</summary>
    public const string Role = "tdc:role";

    /// <summary>Present when cleared for the minor track.</summary>
    public const string Minors = "tdc:minors";

    /// <summary>Present once password and second factor, or a passkey, are set up: nothing opens before.</summary>
    public const string Enrolled = "tdc:enrolled";

    /// <summary>Random id of this sign-in; the ledger keeps its hash.</summary>
    public const string Session = "tdc:session";

    /// <summary>Changes when the password or a factor does, or on "sign out everywhere": older sessions end.</summary>
    public const string Stamp = "tdc:stamp";

    /// <summary>Language of the staff pages.</summary>
    public const string Language = "tdc:language";

    /// <summary>IANA time zone of the reader.</summary>
    public const string Zone = "tdc:zone";

    /// <summary>"light" or "dark", when chosen.</summary>
    public const string Theme = "tdc:theme";

    /// <summary>Present when single-letter commands are off.</summary>
    public const string ShortcutsOff = "tdc:shortcuts-off";
}
