using System.Collections.Immutable;
using System.Reflection;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Data.Tests.Ledger;

/// <summary>Every event of a case becomes an entry: each name it uses has a number in the ledger, and the right shape.</summary>
public sealed class EventFieldTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<Type> Events
        => [.. typeof(CaseEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseEvent)) && !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_becomes_an_entry_that_reads_back(Type type)
    {
        var caseId = CaseId.New(Now);
        var act = LedgerAct.Of(caseId, Sample(type));
        var head = new LedgerHeadRow { Scope = caseId.Value, Lane = LedgerLane.Case, Hash = new byte[ChainHash.Length] };

        var (row, secrets) = new EntryBuilder(new CurrentAct(), new FieldCipher()).Build(act, head, FieldCipher.NewDataKey());

        var entry = CanonicalForm.Read(row.Body);
        Assert.Equal(act.Kind, entry.Kind);
        Assert.Equal(row.Hash, ChainHash.Of(row.Body));
        foreach (var field in act.Fields)
        {
            var tag = LedgerTag.Of(field.Name);
            Assert.Equal(ShapeOf(field.Value), LedgerTag.Find(tag)!.Shape);
            Assert.NotNull(entry.Find(tag));
        }

        Assert.Equal(act.Fields.Count(field => field.Value is SealedText), secrets.Count);
    }

    [Fact]
    public void Kinds_are_told_apart()
        => Assert.Distinct(Events.Select(row => LedgerAct.Of(CaseId.New(Now), Sample(row.Data)).Kind));

    private static LedgerShape ShapeOf(object value) => value switch
    {
        Guid => LedgerShape.Guid,
        string => LedgerShape.Text,
        long => LedgerShape.Int64,
        DateTimeOffset => LedgerShape.Instant,
        IReadOnlyCollection<Guid> => LedgerShape.GuidList,
        SealedText => LedgerShape.Commitment,
        _ => throw new InvalidOperationException($"No shape for {value.GetType()}."),
    };

    private static CaseEvent Sample(Type type)
    {
        var constructor = type.GetConstructors().Single(candidate => candidate.GetParameters().Length > 1);
        var values = constructor.GetParameters().Select(parameter => Value(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType));
        return (CaseEvent)constructor.Invoke([.. values]);
    }

    private static object Value(Type type) => type switch
    {
        _ when type == typeof(Actor) => Actor.OfStaff(new StaffId(Guid.CreateVersion7()), "advocate"),
        _ when type == typeof(DateTimeOffset) => Now,
        _ when type == typeof(string) => "code",
        _ when type == typeof(int) => 3,
        _ when type == typeof(bool) => true,
        _ when type == typeof(Guid) => Guid.CreateVersion7(),
        _ when type == typeof(SealedText) => SealedText.Of("words"),
        _ when type == typeof(CaseNumber) => CaseNumber.NewRandom(),
        _ when type == typeof(NoticeReference) => NoticeReference.FromRandom(new byte[NoticeReference.RandomBytes]),
        _ when type == typeof(ReferralReference) => ReferralReference.FromRandom(new byte[ReferralReference.RandomBytes]),
        _ when type == typeof(PlaceOutcome) => new PlaceOutcome(PlaceState.Refused, OutcomeSource.Platform, Now, Words: "words", Reach: new Reach(1, 2, Now)),
        _ when type == typeof(RungStep) => new RungStep("rung", "ladder@1", "warn-assignee", Now, "no-consent"),
        _ when type == typeof(IReadOnlyList<PlaceId>) => new[] { PlaceId.New(Now) },
        _ when type.IsEnum => Enum.GetValues(type).GetValue(0)!,
        _ => Activator.CreateInstance(type, Guid.CreateVersion7())!,
    };
}
