using System.Text.Json;
using Microsoft.EntityFrameworkCore;
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

/// <summary>Keeps drafts as rows sealed under the key in the browser's cookie; without that cookie a row is noise.</summary>
public sealed class DraftStore(TakedownDbContext db, DraftCipher cipher, IHttpContextAccessor http, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>The draft of this browser; null without cookie, when it has expired, or when nothing opens it.</summary>
    public async Task<Draft?> FindAsync(CancellationToken cancellationToken)
    {
        if (CookieSeal.TryRead(Context.Request.Cookies[QuickExit.DraftCookie]) is not { } seal)
        {
            return null;
        }

        var row = await db.FilingDrafts.SingleOrDefaultAsync(draft => draft.Id == seal.Id, cancellationToken);
        if (row is null)
        {
            return null;
        }

        if (row.ExpiresAt <= clock.Now())
        {
            await DeleteAsync(row, cancellationToken);
            return null;
        }

        try
        {
            return new Draft(seal, row, Read(cipher.Open(seal, row.Content)));
        }
        catch (SealedFieldException)
        {
            return null;
        }
    }

    /// <summary>A new draft with its case key, not saved yet; the cookie goes with the answer.</summary>
    public Draft New()
    {
        var now = clock.Now();
        var seal = CookieSeal.CreateNew(now);
        var row = new FilingDraft(seal.Id, [], now + Lifetime);
        db.FilingDrafts.Add(row);
        return new Draft(seal, row, new DraftAnswers { Key = CaseKey.NewRandom().Digits() });
    }

    /// <summary>Saves; false when another window of the same browser was first.</summary>
    public async Task<bool> SaveAsync(Draft draft, CancellationToken cancellationToken)
    {
        draft.Row.Keep(cipher.Seal(draft.Seal, Write(draft.Answers)));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
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
        if (CookieSeal.TryRead(Context.Request.Cookies[QuickExit.DraftCookie]) is { } seal)
        {
            await DeleteAsync(seal.Id, cancellationToken);
        }

        Context.Response.Cookies.Delete(QuickExit.DraftCookie, QuickExit.DraftCookieOptions());
    }

    public static string Text(DraftAnswers answers) => JsonSerializer.Serialize(answers, SealedJson.Options);

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("A draft belongs to a request.");

    private static byte[] Write(DraftAnswers answers) => JsonSerializer.SerializeToUtf8Bytes(answers, SealedJson.Options);

    private static DraftAnswers Read(byte[] content)
        => JsonSerializer.Deserialize<DraftAnswers>(content, SealedJson.Options) ?? throw new JsonException("A draft was empty.");

    private async Task DeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        // Somebody may be saving in another window at this moment: the deletion wins.
        for (var tries = 0; tries < 5; tries++)
        {
            db.ChangeTracker.Clear();
            if (await db.FilingDrafts.SingleOrDefaultAsync(draft => draft.Id == id, cancellationToken) is not { } row
                || await DeleteAsync(row, cancellationToken))
            {
                return;
            }
        }
    }

    private async Task<bool> DeleteAsync(FilingDraft row, CancellationToken cancellationToken)
    {
        db.FilingDrafts.Remove(row);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
