using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace TakedownCases.Domain.Tests;

/// <summary>
/// How properties are tried: the same values in every run, so that the gate says the same of the same code. TDC_SEED tries
/// others, TDC_TRIES so many times as many (tests/soak.sh properties). A failure prints what repeats it.
/// </summary>
internal static class Properties
{
    private const ulong Usual = 20261122;

    public static Config Config(int tries)
    {
        var seed = new Replay(new Rnd(Number("TDC_SEED", Usual)), FSharpOption<int>.None);
        return FsCheck.Config.QuickThrowOnFailure
            .WithMaxTest(tries * (int)Number("TDC_TRIES", 1))
            .WithReplay(FSharpOption<Replay>.Some(seed))
            .WithQuietOnSuccess(true);
    }

    private static ulong Number(string name, ulong usual)
        => ulong.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : usual;
}
