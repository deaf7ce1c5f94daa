using System.Text.Json;
using TakedownCases.Data;
using TakedownCases.Data.Filing;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Features.Filing;

/// <summary>One browser's draft: the seal from its cookie, the row, and what the row says once opened.</summary>
public sealed record Draft(CookieSeal Seal, FilingDraft Row, DraftAnswers Answers)
{
    /// <summary>The id of the draft names the filing, so that sending twice is sending once.</summary>
    public CommandId Command => new(Seal.Id);
}

/// <summary>Keeps the draft of the form that this browser has under way.</summary>
public sealed class DraftStore(DraftRows rows, IHttpContextAccessor http, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private CookieSeal? Seal => CookieSeal.TryRead(Context.Request.Cookies[QuickExit.DraftCookie]);

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("A draft belongs to a request.");

    /// <summary>The draft of this browser; null without cookie, when it has expired, or when nothing opens it.</summary>
    public async Task<Draft?> FindAsync(CancellationToken cancellationToken)
        => Seal is { } seal && await rows.FindAsync(seal, cancellationToken) is { } found
            ? new Draft(seal, found.Row, Read(found.Content))
            : null;

    /// <summary>A new draft with its case key, not saved yet; the cookie goes with the answer.</summary>
    public Draft New()
    {
        var now = clock.Now();
        var seal = CookieSeal.CreateNew(now);
        return new Draft(seal, rows.Add(seal, now + Lifetime), new DraftAnswers { Key = CaseKey.NewRandom().Digits() });
    }

    /// <summary>Saves; false when another window of the same browser was first.</summary>
    public async Task<bool> SaveAsync(Draft draft, CancellationToken cancellationToken)
    {
        if (!await rows.TrySaveAsync(draft.Seal, draft.Row, Write(draft.Answers), cancellationToken))
        {
            return false;
        }

        Context.Response.Cookies.Append(QuickExit.DraftCookie, draft.Seal.ToCookieValue(), QuickExit.DraftCookieOptions());
        return true;
    }

    /// <summary>After sending the draft lives for so long only, for the key page.</summary>
    public void ExpireAt(Draft draft, DateTimeOffset when) => draft.Row.ExpireAt(when);

    /// <summary>Deletes row and cookie.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        if (Seal is { } seal)
        {
            await rows.DeleteAsync(seal, cancellationToken);
        }

        Context.Response.Cookies.Delete(QuickExit.DraftCookie, QuickExit.DraftCookieOptions());
    }

    public static string Text(DraftAnswers answers) => JsonSerializer.Serialize(answers, SealedJson.Options);

    private static byte[] Write(DraftAnswers answers) => JsonSerializer.SerializeToUtf8Bytes(answers, SealedJson.Options);

    private static DraftAnswers Read(byte[] content)
        => JsonSerializer.Deserialize<DraftAnswers>(content, SealedJson.Options) ?? throw new JsonException("A draft was empty.");
}
