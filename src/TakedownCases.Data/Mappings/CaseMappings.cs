using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Mappings;

/// <summary>The case and all that hangs on it: every key begins with the case's id, so that a case can live on one shard.</summary>
internal sealed class TakedownCaseMapping : IEntityTypeConfiguration<TakedownCase>
{
    public void Configure(EntityTypeBuilder<TakedownCase> builder)
    {
        builder.HasKey(takedownCase => takedownCase.Id);
        builder.Property(takedownCase => takedownCase.Id).ValueGeneratedNever();
        builder.Property(takedownCase => takedownCase.Language).HasMaxLength(8);
        builder.Property(takedownCase => takedownCase.Country).HasMaxLength(2);
        builder.Ignore(takedownCase => takedownCase.Events);
        builder.Ignore(takedownCase => takedownCase.Stream);
        builder.Ignore(takedownCase => takedownCase.IsOpen);
        builder.HasIndex(takedownCase => takedownCase.Number).IsUnique();
        builder.HasIndex(takedownCase => takedownCase.FilingCommand).IsUnique();
        Queues(builder);
        builder.HasIndex(takedownCase => takedownCase.ErasureDueAt)
            .HasFilter("erasure_due_at IS NOT NULL").HasDatabaseName("ix_erasure_due");
        builder.HasIndex(takedownCase => takedownCase.HoldUntil)
            .HasFilter("hold_until IS NOT NULL").HasDatabaseName("ix_hold_until");
        Children(builder);
    }

    /// <summary>One index for each kind of run of <see cref="Queue.CaseQueue"/>, which says the same filters.</summary>
    private static void Queues(EntityTypeBuilder<TakedownCase> builder)
    {
        builder.HasIndex(
                takedownCase => new { takedownCase.Track, takedownCase.NextDueAt, takedownCase.Id }, "ix_queue_track_due")
            .HasFilter("next_due_at IS NOT NULL");
        builder.HasIndex(
                takedownCase => new { takedownCase.Assignee, takedownCase.Track, takedownCase.NextDueAt, takedownCase.Id },
                "ix_queue_assignee_due")
            .HasFilter("next_due_at IS NOT NULL AND NOT is_unchecked");
        builder.HasIndex(
                takedownCase => new { takedownCase.Track, takedownCase.NextDueAt, takedownCase.Id }, "ix_queue_unchecked_due")
            .HasFilter("next_due_at IS NOT NULL AND is_unchecked");
        builder.HasIndex(
                takedownCase => new { takedownCase.Severity, takedownCase.Track, takedownCase.NextDueAt, takedownCase.Id },
                "ix_queue_danger_due")
            .HasFilter("next_due_at IS NOT NULL AND severity = 'Imminent'");
        builder.HasIndex(takedownCase => new { takedownCase.Track, takedownCase.Id }, "ix_queue_quiet")
            .HasFilter("next_due_at IS NULL AND state IN ('Filed', 'InProgress', 'WaitingForSurvivor')");

        // What one person has in hand (Desk): tasks and notices are found from there, not by going through everybody's.
        builder.HasIndex(takedownCase => new { takedownCase.Assignee, takedownCase.Id }, "ix_case_held")
            .HasFilter("assignee IS NOT NULL AND state IN ('Filed', 'InProgress', 'WaitingForSurvivor')");
    }

    private static void Children(EntityTypeBuilder<TakedownCase> builder)
    {
        builder.HasMany(takedownCase => takedownCase.Places).WithOne().HasForeignKey(place => place.CaseId);
        builder.HasMany(takedownCase => takedownCase.Clocks).WithOne().HasForeignKey(clock => clock.CaseId);
        builder.HasMany(takedownCase => takedownCase.Messages).WithOne().HasForeignKey(message => message.CaseId);
        builder.HasMany(takedownCase => takedownCase.Notes).WithOne().HasForeignKey(note => note.CaseId);
        builder.HasMany(takedownCase => takedownCase.Consents).WithOne().HasForeignKey(consent => consent.CaseId);
        builder.HasMany(takedownCase => takedownCase.Keys).WithOne().HasForeignKey(key => key.CaseId);
        builder.HasMany(takedownCase => takedownCase.Recusals).WithOne().HasForeignKey(recusal => recusal.CaseId);
        builder.HasMany(takedownCase => takedownCase.Tasks).WithOne().HasForeignKey(task => task.CaseId);
        builder.HasMany(takedownCase => takedownCase.Rungs).WithOne().HasForeignKey(rung => rung.CaseId);
        builder.HasMany(takedownCase => takedownCase.Providers).WithOne().HasForeignKey(provider => provider.CaseId);
        builder.HasMany(takedownCase => takedownCase.Glass).WithOne().HasForeignKey(grant => grant.CaseId);
        foreach (var navigation in builder.Metadata.GetNavigations())
        {
            navigation.SetPropertyAccessMode(PropertyAccessMode.Field);
        }
    }
}

internal sealed class PlaceMapping : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.HasKey(place => new { place.CaseId, place.Id });
        builder.Property(place => place.Id).ValueGeneratedNever();
        builder.Property(place => place.Platform).HasMaxLength(64);
        builder.Property(place => place.BlindIndex).HasMaxLength(32);
        builder.Property(place => place.Site).HasMaxLength(32);
        builder.HasIndex(place => place.BlindIndex).HasFilter("blind_index IS NOT NULL");
        builder.HasIndex(place => new { place.Platform, place.CaseId });
    }
}

internal sealed class SiteProviderMapping : IEntityTypeConfiguration<SiteProvider>
{
    public void Configure(EntityTypeBuilder<SiteProvider> builder)
    {
        builder.HasKey(provider => new { provider.CaseId, provider.Id });
        builder.Property(provider => provider.Id).ValueGeneratedNever();
        builder.Property(provider => provider.Site).HasMaxLength(32);
        builder.HasIndex(provider => new { provider.CaseId, provider.Site, provider.Role }).IsUnique();
    }
}

internal sealed class CaseClockMapping : IEntityTypeConfiguration<CaseClock>
{
    public void Configure(EntityTypeBuilder<CaseClock> builder)
    {
        builder.HasKey(clock => new { clock.CaseId, clock.Id });
        builder.Property(clock => clock.Id).ValueGeneratedNever();
        builder.Property(clock => clock.Basis).HasMaxLength(64);
        builder.Property(clock => clock.BasisVersion).HasMaxLength(32);
        builder.Property(clock => clock.StartedBy).HasMaxLength(32);
        builder.HasIndex(clock => clock.NextAt).HasFilter("next_at IS NOT NULL").HasDatabaseName("ix_clock_next");
        builder.HasIndex(clock => new { clock.DueAt, clock.Id }).HasFilter("ended_at IS NULL").HasDatabaseName("ix_clock_running");
        builder.HasIndex(clock => new { clock.Basis, clock.Id }).HasFilter("ended_at IS NULL").HasDatabaseName("ix_clock_basis");
        builder.HasIndex(clock => clock.DueAt).HasFilter("ended_at IS NOT NULL").HasDatabaseName("ix_clock_ended");
    }
}

internal sealed class CaseMessageMapping : IEntityTypeConfiguration<CaseMessage>
{
    public void Configure(EntityTypeBuilder<CaseMessage> builder)
    {
        builder.HasKey(message => new { message.CaseId, message.Id });
        builder.Property(message => message.Id).ValueGeneratedNever();
    }
}

internal sealed class CaseNoteMapping : IEntityTypeConfiguration<CaseNote>
{
    public void Configure(EntityTypeBuilder<CaseNote> builder)
    {
        builder.HasKey(note => new { note.CaseId, note.Id });
        builder.Property(note => note.Id).ValueGeneratedNever();
    }
}

internal sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.HasKey(consent => new { consent.CaseId, consent.Id });
        builder.Property(consent => consent.Id).ValueGeneratedNever();
        builder.Ignore(consent => consent.IsInForce);
    }
}

internal sealed class AccessKeyMapping : IEntityTypeConfiguration<AccessKey>
{
    public void Configure(EntityTypeBuilder<AccessKey> builder)
    {
        builder.HasKey(key => new { key.CaseId, key.Lookup });
        builder.Property(key => key.Lookup).HasMaxLength(32);
        builder.HasIndex(key => key.Lookup).IsUnique();
    }
}

internal sealed class RecusalMapping : IEntityTypeConfiguration<Recusal>
{
    public void Configure(EntityTypeBuilder<Recusal> builder)
        => builder.HasKey(recusal => new { recusal.CaseId, recusal.Staff });
}

internal sealed class GlassGrantMapping : IEntityTypeConfiguration<GlassGrant>
{
    public void Configure(EntityTypeBuilder<GlassGrant> builder)
        => builder.HasKey(grant => new { grant.CaseId, grant.Staff, grant.At });
}
