using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TakedownCases.Data.Law;
using TakedownCases.Data.Telling;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Ledger;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Data.Mappings;

/// <summary>
/// How ids, instants, enums and sealed text rest in both databases: ids as uuid (16 big-endian bytes on SQLite, so that
/// they sort by time), instants as microseconds, enums as words, sealed text as ciphertext.
/// </summary>
internal static class Conventions
{
    private const int EnumLength = 32;

    public static void Apply(ModelConfigurationBuilder builder, bool isSqlite)
    {
        Id<CaseId>(builder, isSqlite, id => id.Value, value => new CaseId(value));
        Id<PlaceId>(builder, isSqlite, id => id.Value, value => new PlaceId(value));
        Id<PersonId>(builder, isSqlite, id => id.Value, value => new PersonId(value));
        Id<StaffId>(builder, isSqlite, id => id.Value, value => new StaffId(value));
        Id<ClockId>(builder, isSqlite, id => id.Value, value => new ClockId(value));
        Id<MessageId>(builder, isSqlite, id => id.Value, value => new MessageId(value));
        Id<NoteId>(builder, isSqlite, id => id.Value, value => new NoteId(value));
        Id<ConsentId>(builder, isSqlite, id => id.Value, value => new ConsentId(value));
        Id<ProviderId>(builder, isSqlite, id => id.Value, value => new ProviderId(value));
        Id<NoticeId>(builder, isSqlite, id => id.Value, value => new NoticeId(value));
        Id<ReferralId>(builder, isSqlite, id => id.Value, value => new ReferralId(value));
        Id<PackId>(builder, isSqlite, id => id.Value, value => new PackId(value));
        Id<TaskId>(builder, isSqlite, id => id.Value, value => new TaskId(value));
        Id<CommandId>(builder, isSqlite, id => id.Value, value => new CommandId(value));
        if (isSqlite)
        {
            builder.Properties<Guid>().HaveConversion<GuidBytes>();
        }

        builder.Properties<DateTimeOffset>().HaveConversion<Microseconds>();
        builder.Properties<SealedText>().HaveConversion<SealedBytes, SealedComparer>();
        builder.Properties<WaitingTimes>().HaveConversion<WaitsText>();
        builder.Properties<CaseNumber>().HaveConversion<NumberText>().HaveMaxLength(16);
        AllWords(builder);
        builder.Properties<NoticeReference>().HaveConversion<ReferenceText>().HaveMaxLength(16);
        builder.Properties<ReferralReference>().HaveConversion<ReferralReferenceText>().HaveMaxLength(16);
        builder.Properties<LedgerLane>().HaveConversion<short>();
    }

    private static void AllWords(ModelConfigurationBuilder builder)
    {
        Words<Track>(builder);
        Words<CaseState>(builder);
        Words<Severity>(builder);
        Words<PlaceState>(builder);
        Words<ClockKind>(builder);
        Words<ActorKind>(builder);
        Words<NoteKind>(builder);
        Words<ConsentAction>(builder);
        Words<KeyHolder>(builder);
        Words<StaffRole>(builder);
        Words<ApprovalKind>(builder);
        Words<TaskKind>(builder);
        Words<ProviderRole>(builder);
        Words<TaskFor>(builder);
        Words<NoticeKind>(builder);
        Words<NoticeState>(builder);
        Words<StopReason>(builder);
        Words<ChannelKind>(builder);
        Words<StaffMailState>(builder);
        Words<RuleKind>(builder);
        Words<RuleEditionState>(builder);
        Words<ReferralState>(builder);
        Words<ReferralGround>(builder);
    }

    private static void Words<TEnum>(ModelConfigurationBuilder builder)
        where TEnum : struct, Enum
        => builder.Properties<TEnum>().HaveConversion<string>().HaveMaxLength(EnumLength);

    private static void Id<TId>(
        ModelConfigurationBuilder builder,
        bool isSqlite,
        Expression<Func<TId, Guid>> value,
        Expression<Func<Guid, TId>> make)
        where TId : struct
    {
        IdConverter<TId>.Value = value;
        IdConverter<TId>.Make = make;
        if (isSqlite)
        {
            builder.Properties<TId>().HaveConversion<IdBytesConverter<TId>>();
        }
        else
        {
            builder.Properties<TId>().HaveConversion<IdConverter<TId>>();
        }
    }

    private sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(Value!, Make!)
        where TId : struct
    {
        internal static Expression<Func<TId, Guid>>? Value { get; set; }

        internal static Expression<Func<Guid, TId>>? Make { get; set; }
    }

    private sealed class IdBytesConverter<TId>() : ValueConverter<TId, byte[]>(ToBytes(), FromBytes())
        where TId : struct
    {
        private static Expression<Func<TId, byte[]>> ToBytes()
        {
            var value = IdConverter<TId>.Value!.Compile();
            return id => value(id).ToByteArray(true);
        }

        private static Expression<Func<byte[], TId>> FromBytes()
        {
            var make = IdConverter<TId>.Make!.Compile();
            return bytes => make(new Guid(bytes, true));
        }
    }

    private sealed class GuidBytes() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));

    private sealed class Microseconds() : ValueConverter<DateTimeOffset, long>(
        at => Instants.ToUnixMicroseconds(at), value => Instants.FromUnixMicroseconds(value));

    private sealed class NumberText() : ValueConverter<CaseNumber, string>(number => number.Value, text => CaseNumber.Parse(text));

    private sealed class WaitsText() : ValueConverter<WaitingTimes, string>(waits => waits.Text, text => WaitingTimes.Parse(text));

    private sealed class ReferenceText() : ValueConverter<NoticeReference, string>(
        reference => reference.Value, text => NoticeReference.Parse(text));

    private sealed class ReferralReferenceText() : ValueConverter<ReferralReference, string>(
        reference => reference.Value, text => ReferralReference.Parse(text));

    private sealed class SealedBytes() : ValueConverter<SealedText, byte[]>(
        text => text.Ciphertext, bytes => SealedText.OfCiphertext(bytes));

    private sealed class SealedComparer() : ValueComparer<SealedText>(
        (one, other) => ReferenceEquals(one, other), text => text.GetHashCode(), text => text);
}
