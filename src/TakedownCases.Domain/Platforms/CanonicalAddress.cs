namespace TakedownCases.Domain.Platforms;

/// <summary>
/// An address in the one form used to find duplicates and to recognise platforms; not for sending, since a notice
/// carries what was typed. Https stands for http too, "www.", credentials, default ports, tracking parameters and
/// fragments that are not content are gone, mobile and regional hosts of known sites are folded, query parameters are
/// in order. Reading <see cref="Text"/> again gives the same address. Nothing is ever looked up.
/// </summary>
public sealed record CanonicalAddress(string Host, string Text)
{
    /// <summary>The address in <paramref name="text"/> ("https://…" or bare "example.org/…"), or null.</summary>
    public static CanonicalAddress? TryRead(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return AddressText.Scheme(text.Trim()) is null or "http" or "https" ? AddressReader.Read(text).Address : null;
    }

    public override string ToString() => Text;
}
