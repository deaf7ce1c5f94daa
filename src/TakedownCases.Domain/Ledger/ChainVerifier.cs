namespace TakedownCases.Domain.Ledger;

/// <summary>
/// Follows stored entries, stream after stream and in the order of their numbers, and reports what does not fit. Keeps
/// only the last entry, so memory stays flat. After the entries of a stream comes its head; after all, Finish.
/// </summary>
public sealed class ChainVerifier(Action<LedgerFinding> report)
{
    private readonly byte[] _computed = new byte[ChainHash.Length];
    private byte[] _stored = [];
    private LedgerStream? _stream;
    private long _seq;
    private bool _known = true;
    private bool _headSeen = true;
    private DateTimeOffset? _at;

    /// <summary>Entries looked at so far.</summary>
    public long Entries { get; private set; }

    /// <summary>Findings that are not mere warnings.</summary>
    public long Failures { get; private set; }

    /// <summary>Findings that are warnings.</summary>
    public long Warnings { get; private set; }

    /// <summary>Looks at one stored entry and returns what its bytes say, or null when they cannot be read.</summary>
    public LedgerEntry? Add(LedgerRow row)
    {
        Entries++;
        if (_stream != row.Stream)
        {
            Begin(row.Stream);
        }

        if (row.Seq <= _seq)
        {
            Find(row.Seq, LedgerFindingCode.OutOfOrder, $"Entry {row.Seq} stands behind entry {_seq}.");
        }
        else if (row.Seq != _seq + 1)
        {
            Find(row.Seq, LedgerFindingCode.Gap, $"Entries {_seq + 1} to {row.Seq - 1} are missing.");
            _known = false;
        }

        Span<byte> computed = stackalloc byte[ChainHash.Length];
        ChainHash.Write(row.Body.Span, computed);
        if (!computed.SequenceEqual(row.Hash.Span))
        {
            Find(row.Seq, LedgerFindingCode.HashMismatch, $"The bytes of entry {row.Seq} do not give the hash stored with them.");
        }

        var entry = Compare(row);
        if (row.Seq > _seq)
        {
            _seq = row.Seq;
            _known = true;
            _stored = row.Hash.ToArray();
            _at = entry?.At ?? _at;
            computed.CopyTo(_computed);
        }

        return entry;
    }

    /// <summary>Checks what an entry of <see cref="Add"/> is said to have committed to.</summary>
    public void CheckOpened(LedgerEntry entry, OpenedField opened)
    {
        var name = LedgerTag.Find(opened.Tag)?.Name ?? $"field {opened.Tag}";
        if (!LedgerTag.IsCommitment(opened.Tag) || entry.Find(opened.Tag) is not { } field)
        {
            Find(entry.Stream, entry.Seq, LedgerFindingCode.CommitmentMissing, $"Entry {entry.Seq} holds no commitment for '{name}'.");
        }
        else if (!Commitment.IsOf(opened, field.Value.Span))
        {
            Find(
                entry.Stream,
                entry.Seq,
                LedgerFindingCode.CommitmentMismatch,
                $"The opened '{name}' is not what entry {entry.Seq} committed to.");
        }
    }

    /// <summary>Compares the end of the stream just read, or of one that had no entries, with its recorded head.</summary>
    public void CompareHead(LedgerHead head)
    {
        if (_stream != head.Stream)
        {
            Begin(head.Stream);
        }

        _headSeen = true;
        if (head.Seq > _seq)
        {
            Find(_seq + 1, LedgerFindingCode.TailMissing, $"The head says {head.Seq} entries; the last one here is {_seq}.");
        }
        else if (head.Seq < _seq)
        {
            Find(_seq, LedgerFindingCode.HeadMismatch, $"The head says {head.Seq} entries; there are {_seq}.");
        }
        else if (!IsHashOfLast(head.Hash))
        {
            Find(_seq, LedgerFindingCode.HeadMismatch, "The hash of the head is not the hash of the last entry.");
        }
    }

    /// <summary>Says that nothing follows: a last stream without its head is reported now.</summary>
    public void Finish()
    {
        if (!_headSeen)
        {
            Find(_seq, LedgerFindingCode.HeadMissing, "The stream has entries but no head.");
        }

        _headSeen = true;
    }

    private void Begin(LedgerStream stream)
    {
        Finish();
        _stream = stream;
        _seq = 0;
        _known = true;
        _headSeen = false;
        _stored = new byte[ChainHash.Length];
        _at = null;
        _computed.AsSpan().Clear();
    }

    private LedgerEntry? Compare(LedgerRow row)
    {
        if (!CanonicalForm.TryRead(row.Body.Span, out var entry, out var why))
        {
            Find(row.Seq, LedgerFindingCode.BodyUnreadable, $"Entry {row.Seq} cannot be read: {why}.");
            return null;
        }

        if (entry.Stream != row.Stream)
        {
            Find(row.Seq, LedgerFindingCode.WrongStream, $"Entry {row.Seq} says that it belongs to {entry.Stream}.");
        }

        if (entry.Seq != row.Seq)
        {
            Find(row.Seq, LedgerFindingCode.WrongSeq, $"The entry stored as {row.Seq} says that it is {entry.Seq}.");
        }

        if (row.Seq > _seq && _known && !IsHashOfLast(entry.PreviousHash))
        {
            Find(row.Seq, LedgerFindingCode.PreviousHashMismatch, $"Entry {row.Seq} does not follow from the entry before it.");
        }

        if (entry.At < _at)
        {
            Find(row.Seq, LedgerFindingCode.TimeBackwards, $"The time of entry {row.Seq} is before that of the entry ahead of it.");
        }

        return entry;
    }

    // The stored hash counts too: where it differs from the computed one, that entry was already named, and naming its
    // follower as well would point at an entry nobody touched.
    private bool IsHashOfLast(ReadOnlySpan<byte> hash) => hash.SequenceEqual(_computed) || hash.SequenceEqual(_stored);

    private void Find(long seq, string code, string message) => Find(_stream.GetValueOrDefault(), seq, code, message);

    private void Find(LedgerStream stream, long seq, string code, string message)
    {
        var finding = new LedgerFinding(stream, seq, code, message);
        if (finding.IsWarning)
        {
            Warnings++;
        }
        else
        {
            Failures++;
        }

        report(finding);
    }
}
