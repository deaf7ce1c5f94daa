using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>Carries what was typed past the page that asks for the key again; sealed, so that only our own forms come back.</summary>
public sealed class KeptWords(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("TakedownCases.Tracking.Words");

    public string Seal(KeptForm form)
        => _protector.Protect(JsonSerializer.Serialize(new Words(form.Action, form.Fields)));

    /// <summary>The form to send again; null for none or one we did not seal.</summary>
    public KeptForm? Open(string? words)
    {
        if (string.IsNullOrEmpty(words))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Words>(_protector.Unprotect(words)) is { } kept
                ? new KeptForm(kept.Action, kept.Fields, null, null)
                : null;
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    private sealed record Words(string Action, IReadOnlyList<KeptField> Fields);
}
