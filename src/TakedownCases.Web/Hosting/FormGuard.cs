using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace TakedownCases.Web.Hosting;

/// <summary>What looked unusual about a form. Marks sort a queue; they never refuse anybody.</summary>
[Flags]
public enum FormMarks
{
    None = 0,
    TooFast = 1,
    TooOld = 2,
    NoStart = 4,
    HoneypotFilled = 8,
}

/// <summary>The signed start time and the empty field that people never see, instead of a puzzle.</summary>
public sealed class FormGuard(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>The field that people leave empty; off-screen, labelled "Leave empty".</summary>
    public const string HoneypotField = "website";

    /// <summary>The hidden field that carries <see cref="Start"/>.</summary>
    public const string StartField = "started";

    private static readonly TimeSpan Fastest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Oldest = TimeSpan.FromHours(24);
    private readonly IDataProtector _protector = protection.CreateProtector("TakedownCases.FormGuard");

    /// <summary>The value of <see cref="StartField"/> for a form shown now.</summary>
    public string Start() => _protector.Protect(time.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture));

    public FormMarks Check(IFormCollection form)
        => StartMarks(form[StartField]) | (string.IsNullOrEmpty(form[HoneypotField]) ? FormMarks.None : FormMarks.HoneypotFilled);

    private FormMarks StartMarks(string? started)
    {
        if (string.IsNullOrEmpty(started) || Opened(started) is not { } opened)
        {
            return FormMarks.NoStart;
        }

        var age = time.GetUtcNow() - opened;
        return age < Fastest ? FormMarks.TooFast : age > Oldest ? FormMarks.TooOld : FormMarks.None;
    }

    private DateTimeOffset? Opened(string started)
    {
        try
        {
            return new DateTimeOffset(long.Parse(_protector.Unprotect(started), CultureInfo.InvariantCulture), TimeSpan.Zero);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
