using System.Text.Json;
using TakedownCases.Data;
using TakedownCases.Data.Filing;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Features.Calls;

/// <summary>Keeps the draft of a call that this browser has under way (design section 6).</summary>
public sealed class CallDrafts(DraftRows rows, IHttpContextAccessor accessor, StaffSession session, TimeProvider clock)
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
    public async Task<CallDraft?> FindAsync(CancellationToken cancellationToken) => (await FindRowAsync(cancellationToken))?.Draft;

    /// <summary>The draft of this browser, begun and kept where there is none, so that a form sent twice finds the same one.</summary>
    public async Task<CallDraft> FindOrBeginAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } known)
        {
            return known;
        }

        var draft = new CallDraft
        {
            Staff = session.Viewer.Staff.Value,
            Command = CommandId.New(clock.Now()).Value,
            Key = CaseKey.NewRandom().Digits(),
            Form = new CallForm(),
        };
        await SaveAsync(draft, cancellationToken);
        return draft;
    }

    /// <summary>Saves; of two windows that save at once the later one wins.</summary>
    public async Task SaveAsync(CallDraft draft, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await TrySaveAsync(draft, cancellationToken))
            {
                return;
            }
        }

        throw new InvalidOperationException("Too many windows save this call at once.");
    }

    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        if (await FindRowAsync(cancellationToken) is { } found)
        {
            await rows.DeleteAsync(found.Seal, cancellationToken);
        }

        Context.Response.Cookies.Delete(Cookie, QuickExit.DraftCookieOptions());
    }

    private async Task<(CookieSeal Seal, FilingDraft Row, CallDraft Draft)?> FindRowAsync(CancellationToken cancellationToken)
        => Seal is { } seal && await rows.FindAsync(seal, cancellationToken) is { } found
            && JsonSerializer.Deserialize<CallDraft>(found.Content, SealedJson.Options) is { } draft
            && draft.Staff == session.Viewer.Staff.Value
            ? (seal, found.Row, draft)
            : null;

    private async Task<bool> TrySaveAsync(CallDraft draft, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var expires = now + (draft.Number is null ? Lifetime : Shown);
        var found = await FindRowAsync(cancellationToken);
        var seal = found?.Seal ?? CookieSeal.CreateNew(now);
        var row = found?.Row ?? rows.Add(seal, expires);
        row.ExpireAt(expires);
        if (!await rows.TrySaveAsync(seal, row, JsonSerializer.SerializeToUtf8Bytes(draft, SealedJson.Options), cancellationToken))
        {
            return false;
        }

        _made = seal;
        Context.Response.Cookies.Append(Cookie, seal.ToCookieValue(), QuickExit.DraftCookieOptions());
        return true;
    }
}
