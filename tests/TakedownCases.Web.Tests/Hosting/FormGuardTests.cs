using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Tests.Hosting;

public sealed class FormGuardTests
{
    private readonly FixedClock _clock = new();
    private readonly FormGuard _guard;

    public FormGuardTests() => _guard = new FormGuard(new EphemeralDataProtectionProvider(), _clock);

    [Theory]
    [InlineData(2, FormMarks.TooFast)]
    [InlineData(3, FormMarks.None)]
    [InlineData(24 * 3600, FormMarks.None)]
    [InlineData((24 * 3600) + 1, FormMarks.TooOld)]
    public void A_form_is_marked_by_how_long_it_was_open(int seconds, FormMarks marks)
    {
        var started = _guard.Start();
        _clock.Now += TimeSpan.FromSeconds(seconds);

        Assert.Equal(marks, _guard.Check(Form(started, "")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("forged")]
    public void A_form_without_a_start_of_ours_is_marked(string started)
        => Assert.Equal(FormMarks.NoStart, _guard.Check(Form(started, "")));

    [Fact]
    public void A_filled_honeypot_is_marked()
        => Assert.Equal(FormMarks.TooFast | FormMarks.HoneypotFilled, _guard.Check(Form(_guard.Start(), "buy")));

    private static FormCollection Form(string started, string website)
        => new(new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            [FormGuard.StartField] = started,
            [FormGuard.HoneypotField] = website,
        });
}
