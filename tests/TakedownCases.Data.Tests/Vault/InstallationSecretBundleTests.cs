using TakedownCases.Data.Vault;

namespace TakedownCases.Data.Tests.Vault;

public sealed class InstallationSecretBundleTests
{
    private static readonly string LineOne = Line(1);
    private static readonly string LineTwo = Line(2);

    [Fact]
    public void New_secrets_are_three_different_keys_of_32_bytes()
    {
        var secrets = InstallationSecretBundle.CreateNew();
        byte[][] keys = [secrets.Pepper, secrets.BlindIndexKey, secrets.CookieRingKey];

        Assert.All(keys, key => Assert.Equal(32, key.Length));
        Assert.Equal(3, keys.Select(Convert.ToHexString).Distinct().Count());
        Assert.Equal("[installation secrets]", secrets.ToString());
    }

    [Fact]
    public void Rotation_wraps_the_secrets_again_and_never_changes_them()
    {
        using var before = InstallationKey.FromSecret(LineOne);
        using var during = InstallationKey.FromSecret($"{LineOne}\n{LineTwo}");
        using var after = InstallationKey.FromSecret(LineTwo);
        var secrets = InstallationSecretBundle.CreateNew();
        var rows = InstallationSecretBundle.Wrap(secrets, before);

        var rewrapped = InstallationSecretBundle.Rewrap(rows, during);

        Assert.All(rows, row => Assert.Equal(1, row.KeyVersion));
        Assert.All(rewrapped, row => Assert.Equal(2, row.KeyVersion));
        AssertSame(secrets, InstallationSecretBundle.Unwrap(rows, during));
        AssertSame(secrets, InstallationSecretBundle.Unwrap(rewrapped, after));
    }

    [Fact]
    public void Secrets_whose_rows_were_swapped_do_not_unwrap()
    {
        using var key = InstallationKey.FromSecret(LineOne);
        var rows = InstallationSecretBundle.Wrap(InstallationSecretBundle.CreateNew(), key);
        WrappedSecret[] swapped = [rows[0] with { Wrapped = rows[1].Wrapped }, rows[1] with { Wrapped = rows[0].Wrapped }, rows[2]];

        Assert.Throws<InstallationKeyException>(() => InstallationSecretBundle.Unwrap(swapped, key));
    }

    [Fact]
    public void A_missing_secret_is_named()
    {
        using var key = InstallationKey.FromSecret(LineOne);
        var rows = InstallationSecretBundle.Wrap(InstallationSecretBundle.CreateNew(), key);

        var thrown = Assert.Throws<InstallationKeyException>(() => InstallationSecretBundle.Unwrap([.. rows.Skip(1)], key));

        Assert.Equal("secret.missing", thrown.Code);
        Assert.Contains("pepper", thrown.Message, StringComparison.Ordinal);
    }

    private static void AssertSame(InstallationSecrets expected, InstallationSecrets actual)
    {
        Assert.Equal(expected.Pepper, actual.Pepper);
        Assert.Equal(expected.BlindIndexKey, actual.BlindIndexKey);
        Assert.Equal(expected.CookieRingKey, actual.CookieRingKey);
    }

    private static string Line(int version) => $"v{version}:{Convert.ToBase64String(FieldCipher.NewDataKey())}";
}
