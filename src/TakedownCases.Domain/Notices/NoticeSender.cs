namespace TakedownCases.Domain.Notices;

/// <summary>
/// The installation, which sends every notice. <paramref name="Address"/> is its e-mail address;
/// <paramref name="Contact"/> a postal address or a telephone number.
/// </summary>
public sealed record NoticeSender(string Organisation, string Address, string? Contact);

/// <summary>Whose signature stands under a notice.</summary>
public enum NoticeSigner
{
    /// <summary>Whoever signed the statement of the filing; adult track only.</summary>
    Survivor,

    /// <summary>The organisation: as authorised person with recorded authority, otherwise in its own name.</summary>
    Organisation,
}
