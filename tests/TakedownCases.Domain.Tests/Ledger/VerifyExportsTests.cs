using System.Diagnostics;
using System.Text;
using TakedownCases.Domain.Ledger;
using TakedownCases.Verify;

namespace TakedownCases.Domain.Tests.Ledger;

public sealed class VerifyExportsTests : IDisposable
{
    private static readonly byte[] Good = LedgerSamples.Json(LedgerSamples.Export());
    private readonly string _folder = Directory.CreateTempSubdirectory("tdc-verify-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_valid_export_is_reported_in_words_a_lawyer_can_read()
    {
        var (code, output, error) = Run(Save("case.json", Good));

        Assert.Equal((VerifyExports.Valid, ""), (code, error));
        Assert.Contains("Case:          TD-7K3M-9Q2X", output, StringComparison.Ordinal);
        Assert.Contains("2026-01-02 03:04:05.678901  case.filed", output, StringComparison.Ordinal);
        Assert.Contains("survivor / reported", output, StringComparison.Ordinal);
        Assert.Contains("number=TD-7K3M-9Q2X, track=adult", output, StringComparison.Ordinal);
        Assert.Contains("address: \"https://example.org/photos/1\"", output, StringComparison.Ordinal);
        Assert.Contains("VALID: 8 entries, 1 opened field(s), 0 note(s).", output, StringComparison.Ordinal);
        Assert.Contains("What it does not prove", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tampered_export_is_not_valid_and_the_entry_is_named()
    {
        var (code, output, _) = Run(Save("case.json", Tampered()));

        Assert.Equal(VerifyExports.Invalid, code);
        Assert.Contains("NOT VALID: 1 failure(s)", output, StringComparison.Ordinal);
        Assert.Contains($"FAILURE  hash-mismatch  {LedgerSamples.CaseStream} entry 3", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\nVALID", output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_is_neither_valid_nor_invalid()
    {
        Assert.Equal(VerifyExports.Unreadable, Run(Save("empty.json", [])).Code);
        Assert.Equal(VerifyExports.Unreadable, Run(Save("text.json", "hello"u8.ToArray())).Code);
        Assert.Equal(VerifyExports.Unreadable, Run(Save("cut.json", Good[..^9])).Code);
        Assert.Equal(VerifyExports.Unreadable, Run(Path.Combine(_folder, "missing.json")).Code);
        Assert.Equal(VerifyExports.Unreadable, Run("a\0b").Code);
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_before_it_is_read()
    {
        var path = Path.Combine(_folder, "large.json");
        using (var file = File.Create(path))
        {
            file.SetLength(CaseExport.MaxLength + 1L);
        }

        var (code, _, error) = Run(path);

        Assert.Equal(VerifyExports.Unreadable, code);
        Assert.Contains("larger than 300 MB", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_as_good_as_its_worst_export()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "set")).FullName;
        Assert.Equal(VerifyExports.Unreadable, Run(folder).Code);

        Save("set/a.json", Good);
        Save("set/notes.txt", Good);
        var (code, output, _) = Run(folder);
        Assert.Equal(VerifyExports.Valid, code);
        Assert.Contains("Not looked at: notes.txt", output, StringComparison.Ordinal);

        Save("set/b.json", Tampered());
        Save("set/c.json", Good);
        Assert.Equal(VerifyExports.Invalid, Run(folder).Code);
    }

    [Fact]
    public void A_call_without_exactly_one_path_explains_itself()
    {
        using var error = new StringWriter();

        Assert.Equal(VerifyExports.Unreadable, VerifyExports.Run([], TextWriter.Null, error));
        Assert.Equal(VerifyExports.Unreadable, VerifyExports.Run(["a", "b"], TextWriter.Null, TextWriter.Null));
        Assert.Equal(VerifyExports.Unreadable, VerifyExports.Run(["--help"], TextWriter.Null, TextWriter.Null));
        Assert.Contains("Usage: tdc-verify FILE|FOLDER", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cannot_write_itself_a_verdict_or_move_the_cursor()
    {
        var hostile = LedgerSamples.Export() with { Installation = "x\nVALID: 9 entries\u001b[2J\u202e" };

        var (_, output, _) = Run(Save("case.json", LedgerSamples.Json(hostile)));

        Assert.Contains("x<U+000A>VALID: 9 entries<U+001B>[2J<U+202E>", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Theory]
    [InlineData(0, true, false)]
    [InlineData(1, true, true)]
    [InlineData(2, false, false)]
    public async Task The_program_ends_with_the_code_of_its_verdict(int expected, bool whole, bool tampered)
    {
        var path = Save("case.json", tampered ? Tampered() : whole ? Good : Good[..50]);

        var (code, output) = await StartAsync("dotnet", Path.Combine(AppContext.BaseDirectory, "tdc-verify.dll"), path);

        Assert.Equal(expected, code);
        Assert.Equal(expected == 0, output.Contains("\nVALID: 8 entries", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_python_script_comes_to_the_same_verdicts()
    {
        var export = LedgerSamples.Export();
        var ofCase = export.Streams[0];
        var rewritten = LedgerSamples.Changed(ofCase.Entries[2], 53, rehash: true);
        CaseExport[] invalid =
        [
            export with { CaseNumber = "TD-0000-0000" },
            export with { Streams = [] , Opened = [] },
            export with { Streams = [ofCase, ofCase] },
            export with { Streams = [export.Streams[1]], Opened = [] },
            export with { Streams = [ofCase with { Entries = [.. ofCase.Entries.Take(4)] }] },
            export with { Streams = [ofCase with { Entries = [.. ofCase.Entries.Take(2), rewritten, .. ofCase.Entries.Skip(3)] }] },
            export with { Opened = [LedgerSamples.OpenedAddress("https://example.org/other")] },
        ];

        var (code, output) = await PythonAsync(Good);
        Assert.Equal((0, "VALID: 8 entries, 1 opened fields"), (code, output.Trim()));

        var (tampered, why) = await PythonAsync(Tampered());
        Assert.Equal(1, tampered);
        Assert.Contains($"{LedgerSamples.CaseStream} entry 3 was changed", why, StringComparison.Ordinal);

        foreach (var json in invalid.Select(LedgerSamples.Json))
        {
            Assert.Equal(1, (await PythonAsync(json)).Code);
            Assert.Equal(VerifyExports.Invalid, Run(Save("case.json", json)).Code);
        }
    }

    private static byte[] Tampered()
    {
        var export = LedgerSamples.Export();
        var rows = export.Streams[0].Entries.ToList();
        rows[2] = LedgerSamples.Changed(rows[2], 53);
        return LedgerSamples.Json(export with { Streams = [export.Streams[0] with { Entries = rows }, export.Streams[1]] });
    }

    private static (int Code, string Output, string Error) Run(string path)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = VerifyExports.Run([path], output, error);
        return (code, output.ToString(), error.ToString());
    }

    private Task<(int Code, string Output)> PythonAsync(byte[] json)
        => StartAsync("python3", Path.Combine(AppContext.BaseDirectory, "docs", "verify_case.py"), Save("python.json", json));

    private static async Task<(int Code, string Output)> StartAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }

    private string Save(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
