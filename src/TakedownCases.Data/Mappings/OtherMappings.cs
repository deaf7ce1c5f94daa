using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TakedownCases.Data.Filing;
using TakedownCases.Data.Identity;
using TakedownCases.Data.Jobs;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Vault;

namespace TakedownCases.Data.Mappings;

internal sealed class LedgerEntryMapping : IEntityTypeConfiguration<LedgerEntryRow>
{
    public void Configure(EntityTypeBuilder<LedgerEntryRow> builder)
        => builder.HasKey(entry => new { entry.Scope, entry.Lane, entry.Seq });
}

internal sealed class LedgerHeadMapping : IEntityTypeConfiguration<LedgerHeadRow>
{
    public void Configure(EntityTypeBuilder<LedgerHeadRow> builder)
    {
        builder.HasKey(head => new { head.Scope, head.Lane });
        builder.Property(head => head.Seq).IsConcurrencyToken();
    }
}

internal sealed class LedgerSecretMapping : IEntityTypeConfiguration<LedgerSecretRow>
{
    public void Configure(EntityTypeBuilder<LedgerSecretRow> builder)
        => builder.HasKey(secret => new { secret.Scope, secret.Lane, secret.Seq, secret.Tag });
}

internal sealed class CaseDataKeyMapping : IEntityTypeConfiguration<CaseDataKey>
{
    public void Configure(EntityTypeBuilder<CaseDataKey> builder)
    {
        builder.HasKey(key => key.CaseId);
        builder.Property(key => key.CaseId).ValueGeneratedNever();
    }
}

internal sealed class InstallationSecretMapping : IEntityTypeConfiguration<InstallationSecretRow>
{
    public void Configure(EntityTypeBuilder<InstallationSecretRow> builder)
    {
        builder.HasKey(secret => secret.Name);
        builder.Property(secret => secret.Name).HasMaxLength(32);
    }
}

internal sealed class CookieRingKeyMapping : IEntityTypeConfiguration<CookieRingKey>
{
    public void Configure(EntityTypeBuilder<CookieRingKey> builder)
    {
        builder.HasKey(key => key.Id);
        builder.Property(key => key.Id).ValueGeneratedNever();
    }
}

internal sealed class FilingDraftMapping : IEntityTypeConfiguration<FilingDraft>
{
    public void Configure(EntityTypeBuilder<FilingDraft> builder)
    {
        builder.HasKey(draft => draft.Id);
        builder.Property(draft => draft.Id).ValueGeneratedNever();
        builder.Property(draft => draft.Version).IsConcurrencyToken();
        builder.HasIndex(draft => draft.ExpiresAt);
    }
}

internal sealed class DoneCommandMapping : IEntityTypeConfiguration<DoneCommand>
{
    public void Configure(EntityTypeBuilder<DoneCommand> builder)
    {
        builder.HasKey(command => command.Id);
        builder.Property(command => command.Id).ValueGeneratedNever();
    }
}

internal sealed class ApprovalMapping : IEntityTypeConfiguration<Approval>
{
    public void Configure(EntityTypeBuilder<Approval> builder)
    {
        builder.HasKey(approval => approval.Id);
        builder.Property(approval => approval.Id).ValueGeneratedNever();
        builder.Property(approval => approval.Detail).HasMaxLength(64);
        builder.Property(approval => approval.DecidedAt).IsConcurrencyToken();
        builder.HasIndex(approval => new { approval.DecidedAt, approval.ExpiresAt });
    }
}

internal sealed class HeartbeatMapping : IEntityTypeConfiguration<Heartbeat>
{
    public void Configure(EntityTypeBuilder<Heartbeat> builder)
    {
        builder.HasKey(heartbeat => heartbeat.Sweep);
        builder.Property(heartbeat => heartbeat.Sweep).HasMaxLength(64);
    }
}

internal sealed class StaffUserMapping : IEntityTypeConfiguration<StaffUser>
{
    public void Configure(EntityTypeBuilder<StaffUser> builder)
    {
        builder.Property(user => user.DisplayName).HasMaxLength(100);
        builder.Property(user => user.Language).HasMaxLength(8);
        builder.Property(user => user.TimeZone).HasMaxLength(64);
        builder.Property(user => user.Theme).HasMaxLength(8);
        builder.Property(user => user.TotpLastStep).IsConcurrencyToken();
        builder.Ignore(user => user.StaffId);
    }
}

internal sealed class StaffInvitationMapping : IEntityTypeConfiguration<StaffInvitation>
{
    public void Configure(EntityTypeBuilder<StaffInvitation> builder)
    {
        builder.HasKey(invitation => invitation.TokenHash);
        builder.Property(invitation => invitation.TokenHash).HasMaxLength(32);
        builder.Property(invitation => invitation.UsedAt).IsConcurrencyToken();
        builder.HasIndex(invitation => invitation.StaffId);
    }
}

/// <summary>Passkeys: Identity's own third schema version, said here so that it does not hang on how options are found.</summary>
internal sealed class StaffPasskeyMapping : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    private const int LongestCredentialId = 1024;

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.HasKey(passkey => passkey.CredentialId);
        builder.Property(passkey => passkey.CredentialId).HasMaxLength(LongestCredentialId);
        builder.OwnsOne(passkey => passkey.Data).ToJson("data");
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(passkey => passkey.UserId).IsRequired();
    }
}
