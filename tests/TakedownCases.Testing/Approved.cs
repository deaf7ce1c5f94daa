using System.Runtime.CompilerServices;
using System.Text;

namespace TakedownCases.Testing;

/// <summary>
/// Compares a text with <c>{name}.approved.txt</c> beside the test's source file. A difference writes
/// <c>{name}.received.txt</c> and fails; <c>APPROVE=1</c> accepts what was received.
/// </summary>
public static class Approved
{
    public static async Task MatchesAsync(string name, string received, [CallerFilePath] string testFile = "")
    {
        var folder = Path.GetDirectoryName(testFile)
            ?? throw new InvalidOperationException($"No folder for {testFile}.");
        var approvedFile = Path.Combine(folder, name + ".approved.txt");
        var receivedFile = Path.Combine(folder, name + ".received.txt");
        received = Normal(received);
        var approved = File.Exists(approvedFile) ? Normal(await File.ReadAllTextAsync(approvedFile)) : null;
        if (string.Equals(approved, received, StringComparison.Ordinal))
        {
            File.Delete(receivedFile);
            return;
        }

        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            await File.WriteAllTextAsync(approvedFile, received);
            File.Delete(receivedFile);
            return;
        }

        await File.WriteAllTextAsync(receivedFile, received);
        throw new InvalidOperationException(approved is null
            ? $"{name} has no approved text yet. Read {name}.received.txt, then run again with APPROVE=1."
            : $"{name} differs from its approved text (APPROVE=1 accepts):{Environment.NewLine}{Difference(approved, received)}");
    }

    internal static string Difference(string approved, string received)
    {
        var old = approved.Split('\n');
        var now = received.Split('\n');
        var text = new StringBuilder();
        for (var line = 0; line < Math.Max(old.Length, now.Length); line++)
        {
            var before = line < old.Length ? old[line] : null;
            var after = line < now.Length ? now[line] : null;
            if (before == after)
            {
                continue;
            }

            text.AppendLine($"line {line + 1}");
            text.AppendLine($"  - {before ?? "(end)"}");
            text.AppendLine($"  + {after ?? "(end)"}");
        }

        return text.ToString();
    }

    private static string Normal(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n') + "\n";
}
