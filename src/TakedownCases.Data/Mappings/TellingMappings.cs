using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TakedownCases.Data.Telling;

namespace TakedownCases.Data.Mappings;

internal sealed class UntoldTaskMapping : IEntityTypeConfiguration<UntoldTask>
{
    public void Configure(EntityTypeBuilder<UntoldTask> builder)
    {
        builder.HasKey(untold => new { untold.CaseId, untold.Task });
        builder.Property(untold => untold.NextAt).IsConcurrencyToken();
        builder.HasIndex(untold => untold.NextAt).HasDatabaseName("ix_untold_next");
    }
}

internal sealed class ToldTaskMapping : IEntityTypeConfiguration<ToldTask>
{
    public void Configure(EntityTypeBuilder<ToldTask> builder)
    {
        builder.HasKey(told => new { told.CaseId, told.Task, told.Staff, told.Danger });
        builder.HasIndex(told => told.Mail);
    }
}

internal sealed class StaffTellingMapping : IEntityTypeConfiguration<StaffTelling>
{
    public void Configure(EntityTypeBuilder<StaffTelling> builder)
    {
        builder.HasKey(telling => telling.Staff);
        builder.Property(telling => telling.Staff).ValueGeneratedNever();
        builder.Property(telling => telling.Version).IsConcurrencyToken();
    }
}

internal sealed class StaffMailMapping : IEntityTypeConfiguration<StaffMail>
{
    public void Configure(EntityTypeBuilder<StaffMail> builder)
    {
        builder.HasKey(mail => mail.Id);
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.Property(mail => mail.NextAt).IsConcurrencyToken();
        builder.Ignore(mail => mail.Counts);
        builder.HasIndex(mail => mail.NextAt).HasFilter("next_at IS NOT NULL").HasDatabaseName("ix_staff_mail_next");
        builder.HasIndex(mail => new { mail.Staff, mail.DigestDay }).IsUnique()
            .HasFilter("digest_day IS NOT NULL").HasDatabaseName("ix_staff_mail_digest");
        builder.HasIndex(mail => mail.WrittenAt);
    }
}
