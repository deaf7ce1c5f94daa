using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Mail;

/// <summary>
/// Writes each mail into a folder instead of sending it, one file a Message-ID. The name is a hash: it tells nothing, and a
/// second attempt finds the first one's file. In Production nothing is written and nothing counts as sent.
/// </summary>
internal sealed class FilesTransport(IOptions<MailOptions> options, IHostEnvironment environment) : INoticeTransport
{
    private const int DiskFullUnix = 28;
    private const int DiskFullWindows = unchecked((int)0x80070070);

    public async Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (mail.Refusal() is { } refused)
        {
            return refused;
        }

        if (environment.IsProduction())
        {
            // A file is no letter: it must never count as sent where people rely on it.
            return SendResult.Own(SendState.Deferred, "Nothing was sent: no mail server is set up. Set Mail__Transport to Smtp.");
        }

        try
        {
            var name = NameOf(mail.MessageId);
            await WriteOnceAsync(name, mail.Bytes, cancellationToken);
            return SendResult.Own(SendState.Accepted, $"Written to {name}; nothing was mailed.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            return SendResult.Own(SendState.Deferred, Why(exception));
        }
    }

    /// <summary>What to tell an operator; the path stays out of it.</summary>
    internal static string Why(Exception exception) => exception switch
    {
        OperationCanceledException => "Not written: the program was stopping.",
        UnauthorizedAccessException => "Not written: the program may not write into the folder of Mail__Directory.",
        { HResult: DiskFullUnix or DiskFullWindows } => "Not written: the disk of Mail__Directory is full.",
        _ => "Not written: the folder of Mail__Directory cannot be written to.",
    };

    internal static string NameOf(string messageId)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)).AsSpan(0, 16)) + ".eml";

    private async Task WriteOnceAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(environment.ContentRootPath, options.Value.Directory);
        Directory.CreateDirectory(folder);
        var target = Path.Combine(folder, name);
        if (File.Exists(target))
        {
            return;
        }

        var draft = Path.Combine(folder, $".{name}.{Path.GetRandomFileName()}");
        try
        {
            await using (var file = new FileStream(draft, OnlyOurs()))
            {
                await file.WriteAsync(bytes, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, target);
        }
        catch (IOException) when (File.Exists(target))
        {
            // Another attempt was quicker, with the same bytes.
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static FileStreamOptions OnlyOurs()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
