using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TakedownCases.Data.Law;

namespace TakedownCases.Data.Mappings;

internal sealed class RuleEditionMapping : IEntityTypeConfiguration<RuleEdition>
{
    public void Configure(EntityTypeBuilder<RuleEdition> builder)
    {
        builder.HasKey(edition => edition.Id);
        builder.Property(edition => edition.Id).ValueGeneratedNever();
        builder.Property(edition => edition.RuleId).HasMaxLength(64);
        builder.Property(edition => edition.Version).HasMaxLength(32);
        builder.Property(edition => edition.State).IsConcurrencyToken();
        builder.Ignore(edition => edition.HasHeld);
        builder.HasIndex(edition => new { edition.Kind, edition.RuleId }).IsUnique()
            .HasFilter("state = 'Proposed'").HasDatabaseName("ix_rule_proposed");
        builder.HasIndex(edition => new { edition.Kind, edition.RuleId, edition.Version }).IsUnique()
            .HasFilter("state IN ('Active', 'Superseded')").HasDatabaseName("ix_rule_version");
    }
}

internal sealed class RuleRecountMapping : IEntityTypeConfiguration<RuleRecount>
{
    public void Configure(EntityTypeBuilder<RuleRecount> builder)
    {
        builder.HasKey(recount => recount.Id);
        builder.Property(recount => recount.Id).ValueGeneratedNever();
        builder.Property(recount => recount.RuleId).HasMaxLength(64);
        builder.Property(recount => recount.AtBasis).HasMaxLength(64).IsConcurrencyToken();
        builder.Property(recount => recount.AtClock).IsConcurrencyToken();
        builder.Property(recount => recount.Pass).IsConcurrencyToken();
        builder.HasIndex(recount => recount.NotBefore).HasFilter("finished_at IS NULL").HasDatabaseName("ix_recount_open");
    }
}
