using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Referrals;
using TakedownCases.Data.Telling;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Data.Ledger;

/// <summary>
/// Runs inside every save: turns the events of changed cases into ledger entries, seals what is to be sealed, and refuses
/// to save a changed case that recorded nothing. Entries and changes share one transaction (docs/adr/0006).
/// </summary>
public sealed class LedgerAppender(CurrentAct current, InstallationVault installation, WriterGate gate) : SaveChangesInterceptor
{
    private IDbContextTransaction? _transaction;
    private IDisposable? _turn;
    private bool _usingGate;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (TakedownDbContext)eventData.Context!;
        db.GiveUpSaving = () => LeaveAsync(commit: false, CancellationToken.None);

        // Once, when all that belongs to the change is there, and not at each look at what is tracked.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await SavingAsync(db, cancellationToken);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }

        return result;
    }

    private async Task SavingAsync(TakedownDbContext db, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null && gate.IsNeeded)
        {
            // SQLite has one writer: waiting here is fair and quick, waiting inside SQLite is neither (security 4.4).
            _turn = await gate.EnterAsync(cancellationToken);
            _usingGate = true;
        }

        try
        {
            if (_usingGate)
            {
                _transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            }

            await UnsentNotices.FollowAsync(db, Recorded(db), cancellationToken);
            await LostGround.FollowAsync(db, Recorded(db), cancellationToken);
            await TellingIntake.FollowAsync(db, Recorded(db), cancellationToken);
            db.ChangeTracker.DetectChanges();
            var recorded = Recorded(db);
            Queue(db, recorded);
            var changed = db.ChangeTracker.Entries()
                .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
            RefuseSilentChanges(changed, recorded);
            await AppendAsync(db, recorded, changed, cancellationToken);
        }
        catch
        {
            await LeaveAsync(commit: false, CancellationToken.None);
            throw;
        }
    }

    public override async ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        // Past this point the decision has been made: a caller who hangs up does not undo it.
        await LeaveAsync(commit: true, CancellationToken.None);
        var db = (TakedownDbContext)eventData.Context!;
        db.Acts.Clear();
        foreach (var recorded in db.ChangeTracker.Entries<CaseBound>())
        {
            recorded.Entity.ForgetEvents();
        }

        return result;
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
        => throw new InvalidOperationException("Saving is asynchronous here; use SaveChangesAsync.");

    private static List<CaseBound> Recorded(TakedownDbContext db)
        => [.. db.ChangeTracker.Entries<CaseBound>().Select(entry => entry.Entity).Where(entity => entity.Events.Count > 0)];

    // The outbox row is written with the decision, whoever made it (design section 6).
    private static void Queue(TakedownDbContext db, List<CaseBound> recorded)
    {
        foreach (var notice in recorded.OfType<Notice>())
        {
            foreach (var approved in notice.Events.OfType<NoticeApproved>().Where(approved => approved.To == NoticeState.Queued))
            {
                db.Outbox.Add(new OutboxItem(notice, approved.At));
            }
        }
    }

    private static void RefuseSilentChanges(List<EntityEntry> changed, List<CaseBound> recorded)
    {
        foreach (var entry in changed)
        {
            var caseId = entry.Entity switch
            {
                CaseBound bound => bound.Stream,
                Place or CaseClock or CaseMessage or CaseNote or Consent or AccessKey or Recusal or GlassGrant or StaffTask or ClimbedRung
                    or SiteProvider or NoticePlace or ReferralPlace or OutboxItem or SendAttempt
                    => (CaseId)entry.Property("CaseId").CurrentValue!,
                _ => default,
            };
            if (caseId != default && !recorded.Exists(bound => bound.Stream == caseId))
            {
                throw new InvalidOperationException(
                    $"{entry.Metadata.ClrType.Name} was changed without an event: cases change through their own methods only.");
            }
        }
    }

    private async Task AppendAsync(
        TakedownDbContext db, List<CaseBound> recorded, List<EntityEntry> changed, CancellationToken cancellationToken)
    {
        var vault = new CaseVault(db, installation);
        var builder = new EntryBuilder(current, vault.Cipher);
        var rows = new List<LedgerEntryRow>();
        var acts = recorded.SelectMany(bound => bound.Events.Select(happened => LedgerAct.Of(bound.Stream, happened)))
            .Concat(db.Acts);
        foreach (var stream in acts.GroupBy(act => act.Stream).OrderBy(stream => stream.Key.ToString(), StringComparer.Ordinal))
        {
            // Most acts commit to no words of anybody: then nothing is unlocked.
            var key = stream.Key.Lane is LedgerLane.Case or LedgerLane.Read
                && (IsNew(db, new CaseId(stream.Key.Scope)) || stream.Any(act => act.Fields.Any(field => field.Value is SealedText)))
                ? await KeyAsync(db, vault, new CaseId(stream.Key.Scope), cancellationToken)
                : null;
            var head = await HeadAsync(db, stream.Key, cancellationToken);
            foreach (var act in stream)
            {
                var (row, secrets) = builder.Build(act, head, key);
                rows.Add(row);
                db.LedgerSecrets.AddRange(secrets);
                head.Seq = row.Seq;
                head.Hash = row.Hash;
            }
        }

        if (rows.Count > 0 && gate.IsNeeded)
        {
            var last = await db.LedgerEntries.MaxAsync(entry => (long?)entry.Position, cancellationToken) ?? 0;
            rows.ForEach(row => row.Position = ++last);
        }

        db.LedgerEntries.AddRange(rows);
        await SealAsync(db, vault, changed, cancellationToken);
    }

    private static async Task<byte[]?> KeyAsync(
        TakedownDbContext db, CaseVault vault, CaseId caseId, CancellationToken cancellationToken)
    {
        return IsNew(db, caseId) ? vault.Create(caseId) : await vault.FindAsync(caseId, cancellationToken);
    }

    private static bool IsNew(TakedownDbContext db, CaseId caseId)
        => db.ChangeTracker.Entries<TakedownCase>()
            .Any(entry => entry.State == EntityState.Added && entry.Entity.Id == caseId);

    private static async Task<LedgerHeadRow> HeadAsync(
        TakedownDbContext db, LedgerStream stream, CancellationToken cancellationToken)
    {
        if (stream.Lane == LedgerLane.Case && !IsNew(db, new CaseId(stream.Scope)))
        {
            // The head as it was when the case was loaded: its sequence is what the save is checked against.
            return db.LedgerHeads.Local.FirstOrDefault(head => head.Scope == stream.Scope && head.Lane == stream.Lane)
                ?? throw new InvalidOperationException("A case is changed only after it was loaded through CaseStore, head first.");
        }

        if (await db.LedgerHeads.FindAsync([stream.Scope, stream.Lane], cancellationToken) is { } known)
        {
            return known;
        }

        var head = new LedgerHeadRow { Scope = stream.Scope, Lane = stream.Lane, Hash = new byte[ChainHash.Length] };
        db.LedgerHeads.Add(head);
        return head;
    }

    private static async Task SealAsync(
        TakedownDbContext db, CaseVault vault, List<EntityEntry> changed, CancellationToken cancellationToken)
    {
        foreach (var entry in changed)
        {
            foreach (var property in entry.Properties.Where(property => property.CurrentValue is SealedText { IsPlain: true }))
            {
                var caseId = entry.Entity is TakedownCase takedownCase
                    ? takedownCase.Id
                    : (CaseId)entry.Property("CaseId").CurrentValue!;
                var key = await vault.FindAsync(caseId, cancellationToken)
                    ?? throw new InvalidOperationException("The case's key is destroyed; nothing can be written into it.");
                var text = (SealedText)property.CurrentValue!;
                var rowId = RowId(entry);
                var place = new FieldPlace(entry.Metadata.GetTableName()!, property.Metadata.GetColumnName(), rowId);
                text.SealWith(vault.Cipher.Seal(key, CaseVault.KeyVersion, text.PlainBytes(), place));
            }
        }
    }

    private static Guid RowId(EntityEntry entry)
    {
        var key = entry.Metadata.FindPrimaryKey()!.Properties[^1];
        return entry.Property(key.Name).CurrentValue switch
        {
            CaseId id => id.Value,
            PlaceId id => id.Value,
            MessageId id => id.Value,
            NoteId id => id.Value,
            ClockId id => id.Value,
            NoticeId id => id.Value,
            ReferralId id => id.Value,
            PackId id => id.Value,
            ProviderId id => id.Value,
            Guid id => id,
            _ => throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} has no id to seal under."),
        };
    }

    private async Task LeaveAsync(bool commit, CancellationToken cancellationToken)
    {
        var (transaction, turn) = (_transaction, _turn);
        (_transaction, _turn, _usingGate) = (null, null, false);
        try
        {
            if (transaction is not null)
            {
                await using (transaction)
                {
                    if (commit)
                    {
                        await transaction.CommitAsync(cancellationToken);
                    }
                }
            }
        }
        finally
        {
            turn?.Dispose();
        }
    }
}
