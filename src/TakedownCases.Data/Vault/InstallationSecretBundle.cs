namespace TakedownCases.Data.Vault;

/// <summary>Makes, wraps, unwraps and wraps again the installation's secrets. It knows no database.</summary>
public static class InstallationSecretBundle
{
    private const string Pepper = "pepper";
    private const string BlindIndexKey = "blind_index";
    private const string CookieRingKey = "cookie_ring";

    public static InstallationSecrets CreateNew()
        => new(FieldCipher.NewDataKey(), FieldCipher.NewDataKey(), FieldCipher.NewDataKey());

    public static IReadOnlyList<WrappedSecret> Wrap(InstallationSecrets secrets, InstallationKey installationKey)
        =>
        [
            Wrap(Pepper, secrets.Pepper, installationKey),
            Wrap(BlindIndexKey, secrets.BlindIndexKey, installationKey),
            Wrap(CookieRingKey, secrets.CookieRingKey, installationKey),
        ];

    /// <summary>The secrets from their rows; throws <see cref="InstallationKeyException"/> when one is missing or does not unwrap.</summary>
    public static InstallationSecrets Unwrap(IReadOnlyCollection<WrappedSecret> rows, InstallationKey installationKey)
        => new(
            Unwrap(Pepper, rows, installationKey),
            Unwrap(BlindIndexKey, rows, installationKey),
            Unwrap(CookieRingKey, rows, installationKey));

    /// <summary>The same secrets under the current version of the installation key, for rotation.</summary>
    public static IReadOnlyList<WrappedSecret> Rewrap(
        IReadOnlyCollection<WrappedSecret> rows, InstallationKey installationKey)
        => [.. rows.Select(row => row with
        {
            KeyVersion = installationKey.Current,
            Wrapped = installationKey.Rewrap(row.Wrapped, KeyPurpose.Secret(row.Name)),
        })];

    private static WrappedSecret Wrap(string name, byte[] secret, InstallationKey installationKey)
        => new(name, installationKey.Current, installationKey.Wrap(secret, KeyPurpose.Secret(name)));

    private static byte[] Unwrap(string name, IReadOnlyCollection<WrappedSecret> rows, InstallationKey installationKey)
    {
        var row = rows.SingleOrDefault(row => row.Name == name)
            ?? throw new InstallationKeyException(
                "secret.missing", $"The installation's secret '{name}' is not in the database. Restore it from a backup; a new one would make existing cases unfindable.");
        return installationKey.Unwrap(row.Wrapped, KeyPurpose.Secret(name));
    }
}
