using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TakedownCases.Data.Referrals;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Data.Mappings;

internal sealed class ReferralMapping : IEntityTypeConfiguration<Referral>
{
    private const int CodeLength = 64;
    private const int LongestItems = 200;

    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.HasKey(referral => new { referral.CaseId, referral.Id });
        builder.Property(referral => referral.Id).ValueGeneratedNever();
        builder.Ignore(referral => referral.Events);
        builder.Ignore(referral => referral.Stream);
        builder.Ignore(referral => referral.Passed);
        builder.Property(referral => referral.Authority).HasMaxLength(CodeLength);
        builder.Property(referral => referral.Duty).HasMaxLength(CodeLength);
        builder.Property(referral => referral.Language).HasMaxLength(8);
        builder.Property(referral => referral.Items).HasMaxLength(LongestItems);
        builder.HasIndex(referral => referral.Reference).IsUnique();
        builder.HasIndex(referral => new { referral.CreatedAt, referral.Id }).HasFilter("state = 'Proposed'").HasDatabaseName("ix_referral_proposed");
        builder.HasMany(referral => referral.Places).WithOne().HasForeignKey(place => new { place.CaseId, place.Referral });
        builder.Metadata.FindNavigation(nameof(Referral.Places))!.SetPropertyAccessMode(PropertyAccessMode.Field);
        builder.HasOne<TakedownCase>().WithMany().HasForeignKey(referral => referral.CaseId);
    }
}

internal sealed class ReferralPlaceMapping : IEntityTypeConfiguration<ReferralPlace>
{
    public void Configure(EntityTypeBuilder<ReferralPlace> builder)
        => builder.HasKey(place => new { place.CaseId, place.Referral, place.Place });
}

internal sealed class ComplaintPackMapping : IEntityTypeConfiguration<ComplaintPack>
{
    public void Configure(EntityTypeBuilder<ComplaintPack> builder)
    {
        builder.HasKey(pack => new { pack.CaseId, pack.Id });
        builder.Property(pack => pack.Id).ValueGeneratedNever();
        builder.Ignore(pack => pack.Events);
        builder.Ignore(pack => pack.Stream);
        builder.Property(pack => pack.Authority).HasMaxLength(64);
        builder.Property(pack => pack.Basis).HasMaxLength(80);
        builder.HasOne<TakedownCase>().WithMany().HasForeignKey(pack => pack.CaseId);
    }
}

internal sealed class AuthorityCheckMapping : IEntityTypeConfiguration<AuthorityCheck>
{
    public void Configure(EntityTypeBuilder<AuthorityCheck> builder)
    {
        builder.HasKey(check => check.Id);
        builder.Property(check => check.Id).ValueGeneratedNever();
        builder.Property(check => check.Authority).HasMaxLength(64);
        builder.HasIndex(check => new { check.Authority, check.CheckedAt }).HasDatabaseName("ix_authority_check_latest");
    }
}
