using TakedownCases.Data.Vault;

namespace TakedownCases.Data.Tests.Vault;

public sealed class InstallationKeyFileTests : IDisposable
{
    private static readonly byte[] Purpose = KeyPurpose.Secret("pepper");

    private readonly string _folder = Directory.CreateTempSubdirectory("vault-").FullName;

    private string KeyPath => Path.Combine(_folder, "keys", "installation.key");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_new_file_holds_version_one_and_only_its_owner_may_read_it()
    {
        using var created = InstallationKeyFile.Create(KeyPath);
        using var read = InstallationKeyFile.Read(KeyPath);

        Assert.Equal([1], read.Versions);
        Assert.Empty(read.Warnings);
        Assert.Equal([7], read.Unwrap(created.Wrap([7], Purpose), Purpose));
        AssertMode(UnixFileMode.UserRead);
    }

    [Fact]
    public void A_file_that_exists_is_never_overwritten()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyPath)!);
        File.WriteAllText(KeyPath, "anything");

        Assert.Equal("key.exists", CodeOf(() => InstallationKeyFile.Create(KeyPath)));
        Assert.Equal("anything", File.ReadAllText(KeyPath));
    }

    [Fact]
    public void Rotation_adds_a_version_that_wraps_and_ends_with_that_one_alone()
    {
        using var before = InstallationKeyFile.Create(KeyPath);
        var old = before.Wrap([7], Purpose);

        Assert.Equal(2, InstallationKeyFile.AddVersion(KeyPath));
        using var during = InstallationKeyFile.Read(KeyPath);
        Assert.Equal([1, 2], during.Versions);
        Assert.Equal(2, during.Current);
        Assert.Equal([7], during.Unwrap(old, Purpose));
        Assert.Equal("key.rotating", CodeOf(() => InstallationKeyFile.AddVersion(KeyPath)));
        AssertMode(UnixFileMode.UserRead);

        InstallationKeyFile.KeepCurrentOnly(KeyPath);
        using var after = InstallationKeyFile.Read(KeyPath);
        Assert.Equal([2], after.Versions);
        Assert.Equal([7], after.Unwrap(during.Rewrap(old, Purpose), Purpose));
        Assert.Equal(3, InstallationKeyFile.AddVersion(KeyPath));
        AssertMode(UnixFileMode.UserRead);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(KeyPath)!));
    }

    [Fact]
    public void A_leftover_of_a_broken_rotation_does_not_stop_the_next_one()
    {
        InstallationKeyFile.Create(KeyPath).Dispose();
        File.WriteAllText(KeyPath + ".next", "half a k");

        InstallationKeyFile.AddVersion(KeyPath);

        using var key = InstallationKeyFile.Read(KeyPath);
        Assert.Equal([1, 2], key.Versions);
    }

    [Fact]
    public void A_file_that_others_can_read_works_with_a_warning()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        InstallationKeyFile.Create(KeyPath).Dispose();
        foreach (var mode in new[] { UnixFileMode.GroupRead, UnixFileMode.OtherRead, UnixFileMode.OtherWrite })
        {
#pragma warning disable CA1416 // skipped on Windows above
            File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead | mode);
#pragma warning restore CA1416
            using var key = InstallationKeyFile.Read(KeyPath);
            Assert.Equal(InstallationKeyFile.ReadableByOthers, Assert.Single(key.Warnings).Code);
        }
    }

    [Fact]
    public void A_missing_file_a_folder_and_a_huge_file_each_say_what_is_wrong()
    {
        Assert.Equal("key.missing", CodeOf(() => InstallationKeyFile.Read(KeyPath)));
        Assert.Equal("key.missing", CodeOf(() => InstallationKeyFile.AddVersion(Path.Combine(_folder, "none"))));
        Assert.Equal("key.unreadable", CodeOf(() => InstallationKeyFile.Read(_folder)));

        var huge = Path.Combine(_folder, "huge");
        File.WriteAllText(huge, new string('#', 100_000));
        Assert.Equal("key.malformed", CodeOf(() => InstallationKeyFile.Read(huge)));
    }

    private static string CodeOf(Action act) => Assert.Throws<InstallationKeyException>(act).Code;

    private void AssertMode(UnixFileMode expected)
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(expected, File.GetUnixFileMode(KeyPath));
        }
    }
}
