using TakedownCases.Data.Vault;

namespace TakedownCases.Data.Tests.Vault;

public sealed class InstallationKeyTests
{
    private static readonly byte[] DataKey = FieldCipher.NewDataKey();
    private static readonly byte[] Purpose = KeyPurpose.Case(Guid.Parse("01900000-0000-7000-8000-000000000001"), 1);
    private static readonly string LineOne = Line(1);
    private static readonly string LineTwo = Line(2);

    [Fact]
    public void A_wrapped_key_unwraps()
    {
        using var key = InstallationKey.FromSecret(LineOne);

        var wrapped = key.Wrap(DataKey, Purpose);

        Assert.Equal(1, InstallationKey.VersionOf(wrapped));
        Assert.Equal(DataKey, key.Unwrap(wrapped, Purpose));
    }

    [Fact]
    public void During_rotation_the_old_version_still_unwraps_and_the_last_line_wraps()
    {
        using var before = InstallationKey.FromSecret(LineOne);
        using var during = InstallationKey.FromSecret($"# both live\n{LineOne}\n\n{LineTwo}\n");
        using var after = InstallationKey.FromSecret(LineTwo);
        var old = before.Wrap(DataKey, Purpose);

        var rewrapped = during.Rewrap(old, Purpose);

        Assert.Equal([1, 2], during.Versions);
        Assert.Equal(2, during.Current);
        Assert.Equal(DataKey, during.Unwrap(old, Purpose));
        Assert.Equal(2, InstallationKey.VersionOf(during.Wrap(DataKey, Purpose)));
        Assert.Equal(2, InstallationKey.VersionOf(rewrapped));
        Assert.Equal(DataKey, after.Unwrap(rewrapped, Purpose));
        Assert.Equal("key.version", Assert.Throws<InstallationKeyException>(() => after.Unwrap(old, Purpose)).Code);
    }

    [Fact]
    public void A_semicolon_stands_for_the_line_end_in_an_environment_secret()
    {
        using var key = InstallationKey.FromSecret($"{LineTwo};{LineOne}");

        Assert.Equal(1, key.Current);
        Assert.Equal([1, 2], key.Versions);
    }

    [Fact]
    public void Every_changed_byte_of_a_wrapped_key_is_noticed()
    {
        using var key = InstallationKey.FromSecret($"{LineOne}\n{LineTwo}");
        var wrapped = key.Wrap(DataKey, Purpose);
        for (var position = 0; position < wrapped.Length; position++)
        {
            var changed = wrapped.ToArray();
            changed[position] ^= 0x03;
            Assert.Throws<InstallationKeyException>(() => key.Unwrap(changed, Purpose));
        }

        for (var length = 0; length < wrapped.Length; length++)
        {
            Assert.Throws<InstallationKeyException>(() => key.Unwrap(wrapped.AsSpan(0, length), Purpose));
        }
    }

    [Fact]
    public void A_key_wrapped_for_one_case_does_not_unwrap_for_another_or_as_a_secret()
    {
        using var key = InstallationKey.FromSecret(LineOne);
        var wrapped = key.Wrap(DataKey, Purpose);

        Assert.Throws<InstallationKeyException>(() => key.Unwrap(wrapped, KeyPurpose.Case(Guid.Empty, 1)));
        Assert.Throws<InstallationKeyException>(
            () => key.Unwrap(wrapped, KeyPurpose.Case(Guid.Parse("01900000-0000-7000-8000-000000000001"), 2)));
        Assert.Throws<InstallationKeyException>(() => key.Unwrap(wrapped, KeyPurpose.Secret("pepper")));
        Assert.Throws<InstallationKeyException>(() => key.Unwrap(wrapped, []));
    }

    [Fact]
    public void A_wrapped_key_is_no_sealed_field()
    {
        var raw = FieldCipher.NewDataKey();
        using var key = InstallationKey.FromSecret($"v1:{Convert.ToBase64String(raw)}");
        var place = new FieldPlace("t", "c", Guid.Empty);

        Assert.Throws<SealedFieldException>(() => new FieldCipher().Open(raw, key.Wrap(DataKey, Purpose), place));
    }

    [Theory]
    [InlineData("", "key.empty", "holds no key")]
    [InlineData("# only a comment\n\n", "key.empty", "holds no key")]
    [InlineData("# first\nhunter2hunter2", "key.malformed", "line 2")]
    [InlineData("v1:c2hvcnQ=", "key.malformed", "line 1")]
    [InlineData("v1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==", "key.malformed", "line 1")]
    [InlineData("v0:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "key.malformed", "line 1")]
    [InlineData("v-1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "key.malformed", "line 1")]
    [InlineData("1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "key.malformed", "line 1")]
    public void A_malformed_key_says_which_line_and_repeats_nothing_of_it(string text, string code, string says)
    {
        var thrown = Assert.Throws<InstallationKeyException>(() => InstallationKey.FromSecret(text));

        Assert.Equal(code, thrown.Code);
        Assert.Contains(says, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", thrown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("AAAA", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_repeated_version_and_a_third_version_are_refused()
    {
        Assert.Equal("key.duplicate", CodeOf($"{LineOne}\n{LineOne}"));
        Assert.Equal("key.too-many", CodeOf($"{LineOne}\n{LineTwo}\n{Line(3)}"));
    }

    [Fact]
    public void A_disposed_key_wraps_nothing_and_never_shows_itself()
    {
        var key = InstallationKey.FromSecret(LineOne);
        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => key.Wrap(DataKey, Purpose));
        Assert.Equal("[installation key v1]", key.ToString());
    }

    private static string CodeOf(string text)
        => Assert.Throws<InstallationKeyException>(() => InstallationKey.FromSecret(text)).Code;

    private static string Line(int version) => $"v{version}:{Convert.ToBase64String(FieldCipher.NewDataKey())}";
}
