using FsCheck;
using FsCheck.Fluent;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Domain.Tests.Ledger;

public sealed class LedgerProperties
{
    [Fact]
    public void Every_entry_is_read_back_as_it_was_written()
    {
        Holds(2000, Entries(), entry =>
        {
            var bytes = CanonicalForm.Write(entry);
            var read = CanonicalForm.Read(bytes);
            return read.Stream == entry.Stream && read.Seq == entry.Seq && read.At == entry.At && read.Kind == entry.Kind
                && read.PreviousHash.SequenceEqual(entry.PreviousHash) && read.Fields.SequenceEqual(entry.Fields)
                && CanonicalForm.Write(read).SequenceEqual(bytes);
        });
    }

    [Fact]
    public void Bytes_that_can_be_read_are_the_only_form_of_their_entry()
    {
        Holds(20_000, Mutated(), bytes =>
            !CanonicalForm.TryRead(bytes, out var entry, out var why)
                ? why.Length > 0
                : entry.Fields.Any(field => LedgerTag.Find(field.Tag) is null) || CanonicalForm.Write(entry).SequenceEqual(bytes));
    }

    [Fact]
    public void Random_bytes_are_refused_and_never_throw()
    {
        Holds(20_000, Gen.ArrayOf(Byte()), bytes => !CanonicalForm.TryRead(bytes, out _, out var why) && why.Length > 0);
    }

    [Fact]
    public void Any_changed_byte_of_any_entry_is_named_at_that_entry_and_nowhere_else()
    {
        var chain = LedgerSamples.Chain(6);
        var changes =
            from index in Gen.Choose(0, chain.Count - 1)
            from position in Gen.Choose(0, chain[index].Body.Length - 1)
            from change in Gen.Choose(1, 255)
            select (index, position, change);

        Holds(3000, changes, at =>
        {
            var rows = chain.ToList();
            rows[at.index] = LedgerSamples.Changed(rows[at.index], at.position, (byte)at.change);
            var failures = LedgerSamples.Verify(rows, LedgerSamples.HeadOf(chain)).FindAll(finding => !finding.IsWarning);
            return failures.Exists(finding => finding.Code == LedgerFindingCode.HashMismatch)
                && failures.TrueForAll(finding => finding.Seq == at.index + 1);
        });
    }

    [Fact]
    public void Any_changed_byte_is_found_also_when_its_hash_was_made_anew()
    {
        var chain = LedgerSamples.Chain(6);
        var changes =
            from index in Gen.Choose(0, chain.Count - 1)
            from position in Gen.Choose(0, chain[index].Body.Length - 1)
            from change in Gen.Choose(1, 255)
            select (index, position, change);

        Holds(3000, changes, at =>
        {
            var rows = chain.ToList();
            rows[at.index] = LedgerSamples.Changed(rows[at.index], at.position, (byte)at.change, rehash: true);
            return LedgerSamples.Verify(rows, LedgerSamples.HeadOf(chain)).Exists(finding => !finding.IsWarning);
        });
    }

    [Fact]
    public void Appending_keeps_a_chain_valid()
    {
        Holds(300, Gen.NonEmptyListOf(Entries()), entries =>
        {
            var head = LedgerHead.Empty(LedgerSamples.CaseStream);
            var rows = new List<LedgerRow>();
            foreach (var entry in entries)
            {
                rows.Add(LedgerSamples.Row(entry with { Stream = head.Stream, Seq = head.Seq + 1, PreviousHash = head.Hash }));
                head = LedgerSamples.HeadOf(rows);
                if (LedgerSamples.Verify(rows, head).Exists(finding => !finding.IsWarning))
                {
                    return false;
                }
            }

            return true;
        });
    }

    [Fact]
    public void A_mutated_export_is_never_valid_with_other_entries_and_never_throws()
    {
        var original = LedgerSamples.Json(LedgerSamples.Export());
        var changes =
            from position in Gen.Choose(0, original.Length - 1)
            from value in Byte()
            select (position, value);

        Holds(5000, changes, at =>
        {
            var json = original.ToArray();
            json[at.position] = at.value;
            return !CaseExportReader.TryRead(json, out var export, out _)
                || !CaseExportCheck.Run(export).IsValid
                || SameEvidence(export, LedgerSamples.Export());
        });
    }

    private static bool SameEvidence(CaseExport one, CaseExport other) => one.CaseNumber == other.CaseNumber
        && one.Streams.Zip(other.Streams).All(pair => pair.First.Stream == pair.Second.Stream
            && pair.First.Entries.Zip(pair.Second.Entries).All(rows => rows.First.Body.Span.SequenceEqual(rows.Second.Body.Span)))
        && one.Opened.Zip(other.Opened).All(pair => pair.First.Value.Span.SequenceEqual(pair.Second.Value.Span));

    private static void Holds<T>(int cases, Gen<T> values, Func<T, bool> property)
        => Check.One(Properties.Config(cases), Prop.ForAll(Arb.From(values), property));

    private static Gen<byte> Byte() => Gen.Choose(0, 255).Select(value => (byte)value);

    private static Gen<byte[]> Bytes(int length) => Gen.ArrayOf(Byte(), length);

    private static Gen<long> Microseconds() =>
        Gen.Choose(-1_000_000_000, int.MaxValue).SelectMany(seconds => Gen.Choose(0, 999_999), (seconds, micro) => (seconds * 1_000_000L) + micro);

    private static Gen<string> Texts() => Gen.ArrayOf(Gen.Elements("a", "é", "e\u0301", "ß", "ن", "汉", "😀", "\u200f", "-", " ", "\n", "Å", "\ufb01"))
        .Select(string.Concat);

    private static Gen<LedgerField> Field(LedgerTagRow row) => row.Shape switch
    {
        LedgerShape.Text => Texts().Select(text => LedgerField.Text(row.Tag, text)),
        LedgerShape.Int64 => Bytes(8).Select(bytes => LedgerField.Bytes(row.Tag, bytes)),
        LedgerShape.Instant => Microseconds().Select(value => LedgerField.Int64(row.Tag, value)),
        LedgerShape.Guid => Bytes(16).Select(bytes => LedgerField.Guid(row.Tag, new Guid(bytes))),
        LedgerShape.GuidList => Gen.ArrayOf(Bytes(16)).Select(all => LedgerField.GuidList(row.Tag, [.. all.Select(bytes => new Guid(bytes))])),
        LedgerShape.Bytes => Gen.ArrayOf(Byte()).Select(bytes => LedgerField.Bytes(row.Tag, bytes)),
        LedgerShape.Commitment => Bytes(32).Select(bytes => LedgerField.Bytes(row.Tag, bytes)),
        _ => throw new ArgumentOutOfRangeException(nameof(row)),
    };

    private static Gen<LedgerEntry> Entries() =>
        from lane in Gen.Elements(Enum.GetValues<LedgerLane>())
        from scope in Bytes(16)
        from seq in Gen.Choose(1, int.MaxValue)
        from previous in Bytes(32)
        from at in Microseconds()
        from kind in Gen.Elements("case.filed", "place.added", "a", "x-9.y")
        from rows in Gen.SubListOf(LedgerTag.All.Where(row => row.Tag > LedgerTag.Kind))
        from fields in Gen.CollectToArray(rows, Field)
        select new LedgerEntry(
            new LedgerStream(new Guid(scope), lane), seq, previous, Instants.FromUnixMicroseconds(at), kind,
            [.. fields.OrderBy(field => field.Tag)]);

    private static Gen<byte[]> Mutated() =>
        from entry in Entries().Select(CanonicalForm.Write)
        from way in Gen.Choose(0, 3)
        from position in Gen.Choose(0, entry.Length - 1)
        from value in Byte()
        select way switch
        {
            0 => entry[..position],
            1 => [.. entry[..position], value, .. entry[position..]],
            2 => [.. entry[..position], .. entry[(position + 1)..]],
            _ => [.. entry[..position], value, .. entry[(position + 1)..]],
        };
}
