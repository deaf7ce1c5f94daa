namespace TakedownCases.Domain.Platforms;

/// <summary>
/// What looks odd about a place as it was typed. <paramref name="Code"/> is stable and is what pages translate;
/// <paramref name="Message"/> is a plain English sentence. A hint never stops anybody.
/// </summary>
public sealed record Hint(string Code, string Message)
{
    internal static Hint Of(string code) => new(code, code switch
    {
        "no-host" => "The address has no site in it.",
        "host-odd" => "The name of the site cannot be right.",
        "scheme-unsafe" => "This is a piece of a program, not an address.",
        "scheme-other" => "This address opens an app, not a page.",
        "credentials" => "The address held a user name or a password; they were left out.",
        "too-long" => "The address is too long to be kept whole.",
        "local-address" => "This address works only on one device or inside one network.",
        "image-data" => "A picture was pasted; it was not kept.",
        "several-addresses" => "There seems to be more than one address.",
        "looks-like-search-terms" => "This looks like words somebody searches for.",
        "looks-like-name" => "This looks like a name, not an address.",
        "looks-like-email" => "This looks like an e-mail address.",
        "looks-like-phone" => "This looks like a telephone number.",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No such hint."),
    });
}
