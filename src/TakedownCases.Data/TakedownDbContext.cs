using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Filing;
using TakedownCases.Data.Identity;
using TakedownCases.Data.Jobs;
using TakedownCases.Data.Law;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Mappings;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Referrals;
using TakedownCases.Data.Telling;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Data;

/// <summary>
/// The database as the code sees it, whichever provider is underneath. Each provider has a sealed subclass with its own
/// migrations (docs/adr/0004).
/// </summary>
public abstract class TakedownDbContext(DbContextOptions options) : IdentityUserContext<StaffUser, Guid>(options)
{
    private readonly List<LedgerAct> _acts = [];

    public DbSet<TakedownCase> Cases => Set<TakedownCase>();

    public DbSet<Place> Places => Set<Place>();

    public DbSet<CaseClock> Clocks => Set<CaseClock>();

    public DbSet<CaseMessage> Messages => Set<CaseMessage>();

    public DbSet<CaseNote> Notes => Set<CaseNote>();

    public DbSet<StaffTask> Tasks => Set<StaffTask>();

    public DbSet<ClimbedRung> Rungs => Set<ClimbedRung>();

    public DbSet<SiteProvider> SiteProviders => Set<SiteProvider>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<Referral> Referrals => Set<Referral>();

    public DbSet<ComplaintPack> ComplaintPacks => Set<ComplaintPack>();

    public DbSet<AuthorityCheck> AuthorityChecks => Set<AuthorityCheck>();

    public DbSet<OutboxItem> Outbox => Set<OutboxItem>();

    public DbSet<SendAttempt> SendAttempts => Set<SendAttempt>();

    public DbSet<UntoldTask> UntoldTasks => Set<UntoldTask>();

    public DbSet<ToldTask> ToldTasks => Set<ToldTask>();

    public DbSet<StaffTelling> StaffTellings => Set<StaffTelling>();

    public DbSet<StaffMail> StaffMails => Set<StaffMail>();

    public DbSet<AccessKey> AccessKeys => Set<AccessKey>();

    public DbSet<Recusal> Recusals => Set<Recusal>();

    public DbSet<GlassGrant> GlassGrants => Set<GlassGrant>();

    public DbSet<Approval> Approvals => Set<Approval>();

    public DbSet<FilingDraft> FilingDrafts => Set<FilingDraft>();

    public DbSet<DoneCommand> DoneCommands => Set<DoneCommand>();

    public DbSet<RuleEdition> RuleEditions => Set<RuleEdition>();

    public DbSet<RuleRecount> RuleRecounts => Set<RuleRecount>();

    public DbSet<Heartbeat> Heartbeats => Set<Heartbeat>();

    public DbSet<StaffInvitation> StaffInvitations => Set<StaffInvitation>();

    public DbSet<CaseDataKey> CaseDataKeys => Set<CaseDataKey>();

    public DbSet<InstallationSecretRow> InstallationSecrets => Set<InstallationSecretRow>();

    public DbSet<CookieRingKey> CookieRingKeys => Set<CookieRingKey>();

    public DbSet<LedgerEntryRow> LedgerEntries => Set<LedgerEntryRow>();

    public DbSet<LedgerHeadRow> LedgerHeads => Set<LedgerHeadRow>();

    public DbSet<LedgerSecretRow> LedgerSecrets => Set<LedgerSecretRow>();

    /// <summary>Acts outside an aggregate (reads, lists, sign-ins, settings), waiting for the next save.</summary>
    internal List<LedgerAct> Acts => _acts;

    /// <summary>Undoes what the ledger's interceptor began for a save that then failed.</summary>
    internal Func<Task>? GiveUpSaving { get; set; }

    /// <summary>Saves, or leaves nothing behind: no transaction, and no turn that others wait for.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch
        {
            // Not by the interceptor: since version 7 EF does not tell interceptors that a save ended in a conflict (efcore 30445).
            if (GiveUpSaving is { } giveUp)
            {
                await giveUp();
            }

            throw;
        }
    }

    /// <summary>Writes an act of its own into a stream with the next save, in the same transaction.</summary>
    public void Record(LedgerStream stream, string kind, Actor by, DateTimeOffset at, Action<EventFields> describe)
    {
        var fields = new EventFields();
        describe(fields);
        _acts.Add(new LedgerAct(stream, kind, by, at, Certainty.Observed, fields.All));
    }

    /// <summary>Drops acts not saved yet, before deciding again after a conflict.</summary>
    public void ForgetActs() => _acts.Clear();

    /// <summary>Forgets everything that waits for the next save, after a conflict: reload and decide again.</summary>
    public void StartAgain()
    {
        ChangeTracker.Clear();
        _acts.Clear();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
        => Conventions.Apply(configurationBuilder, IsSqlite);

    /// <summary>Which provider's column types apply.</summary>
    protected abstract bool IsSqlite { get; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(TakedownDbContext).Assembly);
        SnakeCaseNames.Apply(builder.Model);
    }
}
