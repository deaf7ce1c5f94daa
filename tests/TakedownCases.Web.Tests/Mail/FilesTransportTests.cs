using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TakedownCases.Testing;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Tests.Mail;

/// <summary>The same on both stacks.</summary>
[Trait("Kind", "Contract")]
public sealed class FilesTransportTests
{
    private readonly string _folder = Path.Combine(Scratch.NewFolder("files"), "mail");

    [Fact]
    public async Task A_mail_becomes_one_file_with_its_bytes_and_a_name_that_tells_nothing()
    {
        var mail = MailWorld.Mail();

        var result = await Transport().SendAsync(mail, CancellationToken.None);

        var file = Assert.Single(Directory.GetFiles(_folder));
        Assert.Equal(SendState.Accepted, result.State);
        Assert.Equal(mail.Bytes.ToArray(), await File.ReadAllBytesAsync(file));
        Assert.Matches("^[0-9a-f]{32}\\.eml$", Path.GetFileName(file));
        Assert.Contains(Path.GetFileName(file), result.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder, result.Reply, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task A_Message_ID_is_written_once_however_often_and_by_how_many_it_is_tried()
    {
        var (first, second, mail) = (Transport(), Transport(), MailWorld.Mail(MailWorld.LongBytes));

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? first : second).SendAsync(mail, CancellationToken.None)));
        results = [.. results, await first.SendAsync(mail, CancellationToken.None)];

        Assert.All(results, result => Assert.Equal(SendState.Accepted, result.State));
        var file = Assert.Single(Directory.GetFiles(_folder, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None }));
        var written = await File.ReadAllBytesAsync(file);
        Assert.True(written.AsSpan().SequenceEqual(MailWorld.LongBytes));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_deferred()
    {
        await File.WriteAllTextAsync(_folder, "a file where the folder should be");

        var result = await Transport().SendAsync(MailWorld.Mail(), CancellationToken.None);

        Assert.Equal(SendState.Deferred, result.State);
        Assert.Contains("Mail__Directory", result.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_is_named()
        => Assert.Contains("is full", FilesTransport.Why(new IOException("No space left on device", 28)), StringComparison.Ordinal);

    [Fact]
    public async Task Told_to_stop_it_leaves_nothing_half_written()
    {
        var result = await Transport().SendAsync(MailWorld.Mail(MailWorld.LongBytes), new CancellationToken(canceled: true));

        Assert.Equal(SendState.Deferred, result.State);
        Assert.Empty(Directory.GetFiles(_folder, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None }));
    }

    [Fact]
    public async Task What_may_not_be_sent_may_not_be_written()
    {
        var result = await Transport().SendAsync(MailWorld.Mail(to: "abüse@example.net"), CancellationToken.None);

        Assert.Equal(SendState.Rejected, result.State);
        await Assert.ThrowsAsync<ArgumentException>(() => Transport().SendAsync(MailWorld.Mail([1, 2]), CancellationToken.None));
        Assert.False(Directory.Exists(_folder));
    }

    [Fact]
    public async Task In_production_a_file_never_counts_as_sent()
    {
        var result = await Transport("Production").SendAsync(MailWorld.Mail(), CancellationToken.None);

        Assert.Equal(SendState.Deferred, result.State);
        Assert.Contains("no mail server is set up", result.Reply, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder));
    }

    private FilesTransport Transport(string environment = "Testing") => new(
        Options.Create(new MailOptions { Directory = _folder }),
        new Somewhere { ContentRootPath = Path.GetTempPath(), EnvironmentName = environment });

    private sealed class Somewhere : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Testing";

        public string ApplicationName { get; set; } = "TakedownCases";

        public required string ContentRootPath { get; set; }

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
