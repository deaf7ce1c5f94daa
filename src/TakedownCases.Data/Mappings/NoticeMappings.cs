using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TakedownCases.Data.Notices;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;

namespace TakedownCases.Data.Mappings;

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    private const int CodeLength = 64;
    private const int LongestMessageId = 250;
    private const int LongestBases = 1000;

    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.HasKey(notice => new { notice.CaseId, notice.Id });
        builder.Property(notice => notice.Id).ValueGeneratedNever();
        builder.Ignore(notice => notice.Events);
        builder.Ignore(notice => notice.Stream);
        builder.Ignore(notice => notice.CanBeStopped);
        builder.Property(notice => notice.Platform).HasMaxLength(CodeLength);
        builder.Property(notice => notice.Channel).HasMaxLength(CodeLength);
        builder.Property(notice => notice.Language).HasMaxLength(8);
        builder.Property(notice => notice.Bases).HasMaxLength(LongestBases);
        builder.Property(notice => notice.MessageId).HasMaxLength(LongestMessageId);
        builder.Property(notice => notice.RecipientIndex).HasMaxLength(32);
        builder.HasIndex(notice => notice.Reference).IsUnique();
        builder.HasIndex(notice => notice.MessageId).IsUnique().HasFilter("message_id IS NOT NULL");
        builder.HasIndex(notice => notice.RecipientIndex).HasFilter("left_at IS NOT NULL").HasDatabaseName("ix_notice_recipient");
        builder.HasIndex(notice => new { notice.State, notice.CreatedAt, notice.Id }).HasDatabaseName("ix_notice_state");
        builder.HasMany(notice => notice.Places).WithOne().HasForeignKey(place => new { place.CaseId, place.Notice });
        builder.Metadata.FindNavigation(nameof(Notice.Places))!.SetPropertyAccessMode(PropertyAccessMode.Field);
        builder.HasOne<TakedownCase>().WithMany().HasForeignKey(notice => notice.CaseId);
    }
}

internal sealed class NoticePlaceMapping : IEntityTypeConfiguration<NoticePlace>
{
    public void Configure(EntityTypeBuilder<NoticePlace> builder)
        => builder.HasKey(place => new { place.CaseId, place.Notice, place.Place });
}

internal sealed class OutboxItemMapping : IEntityTypeConfiguration<OutboxItem>
{
    public void Configure(EntityTypeBuilder<OutboxItem> builder)
    {
        builder.HasKey(item => new { item.CaseId, item.Notice });
        builder.Property(item => item.RecipientIndex).HasMaxLength(32);
        builder.HasIndex(item => item.NextAt).HasFilter("next_at IS NOT NULL").HasDatabaseName("ix_outbox_next");
        builder.HasIndex(item => new { item.RecipientIndex, item.SentAt }).HasFilter("sent_at IS NOT NULL").HasDatabaseName("ix_outbox_sent");
    }
}

internal sealed class SendAttemptMapping : IEntityTypeConfiguration<SendAttempt>
{
    public void Configure(EntityTypeBuilder<SendAttempt> builder)
    {
        builder.HasKey(attempt => new { attempt.CaseId, attempt.Id });
        builder.Property(attempt => attempt.Id).ValueGeneratedNever();
        builder.Property(attempt => attempt.Outcome).HasMaxLength(16);
    }
}

internal sealed class StaffTaskMapping : IEntityTypeConfiguration<StaffTask>
{
    public void Configure(EntityTypeBuilder<StaffTask> builder)
    {
        builder.HasKey(task => new { task.CaseId, task.Id });
        builder.Property(task => task.Id).ValueGeneratedNever();
        builder.Ignore(task => task.IsOpen);
        builder.HasIndex(task => new { task.For, task.DueAt, task.Id }).HasFilter("ended_at IS NULL").HasDatabaseName("ix_task_open");
    }
}

internal sealed class ClimbedRungMapping : IEntityTypeConfiguration<ClimbedRung>
{
    public void Configure(EntityTypeBuilder<ClimbedRung> builder)
    {
        builder.HasKey(rung => new { rung.CaseId, rung.Clock, rung.Rung });
        builder.Property(rung => rung.Rung).HasMaxLength(64);
        builder.Property(rung => rung.SkippedBecause).HasMaxLength(64);
    }
}
