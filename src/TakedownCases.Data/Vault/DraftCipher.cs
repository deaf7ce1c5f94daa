namespace TakedownCases.Data.Vault;

/// <summary>Seals a filing draft under the key that only the browser's cookie holds (<see cref="CookieSeal"/>).</summary>
public sealed class DraftCipher(FieldCipher cipher)
{
    private const string Table = "filing_draft";
    private const string Column = "body";

    /// <summary>A draft lives 24 hours under one key, so there is only ever a first version.</summary>
    private const int KeyVersion = 1;

    public byte[] Seal(CookieSeal cookie, ReadOnlySpan<byte> plaintext)
        => cipher.Seal(cookie.Key, KeyVersion, plaintext, new FieldPlace(Table, Column, cookie.Id));

    public byte[] Open(CookieSeal cookie, ReadOnlySpan<byte> blob)
        => cipher.Open(cookie.Key, blob, new FieldPlace(Table, Column, cookie.Id));
}
