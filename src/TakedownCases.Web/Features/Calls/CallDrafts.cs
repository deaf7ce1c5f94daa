using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Filing;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Calls;

/// <summary>Keeps the draft of a call: a row that only the browser's cookie opens (design section 6).</summary>
public sealed class CallDrafts(
    TakedownDbContext db, DraftCipher cipher, IHttpContextAccessor accessor, StaffSession session, TimeProvider clock)
{
    private const string Cookie = "__Host-c";
    private const int MostTries = 5;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>How long the key of a filed call can be shown again.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(30);

    private CookieSeal? _made;

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    // A request that makes a draft goes on with it, though its own cookie is still to come.
    private CookieSeal? Seal => _made ?? CookieSeal.TryRead(Context.Request.Cookies[Cookie]);

    /// <summary>The draft this browser and this member of staff have; null where there is none.</summary>
    public async Task<CallDraft?> FindAsync(CancellationToken cancellationToken)
    {
        if (Seal is not { } seal
            || await db.FilingDrafts.FindAsync([seal.Id], cancellationToken) is not { } row || row.ExpiresAt <= clock.Now())
        {
            return null;
        }

        try
        {
            var draft = JsonSerializer.Deserialize<CallDraft>(cipher.Open(seal, row.Content), SealedJson.Options);
            return draft?.Staff == session.Viewer.Staff.Value ? draft : null;
        }
        catch (SealedFieldException)
        {
            // A cookie of somebody else's making: there is no draft behind it.
            return null;
        }
    }

    private CallDraft Begin(CallForm form) => new()
    {
        Staff = session.Viewer.Staff.Value,
        Command = CommandId.New(clock.Now()).Value,
        Key = CaseKey.NewRandom().Digits(),
        Form = form,
    };

    /// <summary>The draft of this browser, begun and kept where there is none, so that a form sent twice finds the same one.</summary>
    public async Task<CallDraft> FindOrBeginAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } known)
        {
            return known;
        }

        var draft = Begin(new CallForm());
        await SaveAsync(draft, cancellationToken);
        return draft;
    }

    /// <summary>Saves; of two windows that save at once the later one wins.</summary>
    public async Task SaveAsync(CallDraft draft, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await TrySaveAsync(draft, cancellationToken);
                return;
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task TrySaveAsync(CallDraft draft, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var known = await FindAsync(cancellationToken) is null ? null : Seal;
        var seal = known ?? CookieSeal.CreateNew(now);
        var content = cipher.Seal(seal, JsonSerializer.SerializeToUtf8Bytes(draft, SealedJson.Options));
        var expires = now + (draft.Number is null ? Lifetime : Shown);
        if (known is not null && await db.FilingDrafts.FindAsync([seal.Id], cancellationToken) is { } row)
        {
            row.Keep(content);
            row.ExpireAt(expires);
        }
        else
        {
            db.FilingDrafts.Add(new FilingDraft(seal.Id, content, expires));
        }

        await db.SaveChangesAsync(cancellationToken);
        _made = seal;
        Context.Response.Cookies.Append(Cookie, seal.ToCookieValue(), Options());
    }

    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        if (Seal is { } seal
            && await FindAsync(cancellationToken) is not null
            && await db.FilingDrafts.FindAsync([seal.Id], cancellationToken) is { } row)
        {
            db.FilingDrafts.Remove(row);
            await db.SaveChangesAsync(cancellationToken);
        }

        Context.Response.Cookies.Delete(Cookie, Options());
    }

    private static CookieOptions Options()
        => new() { Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true };
}
