using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Data.Ledger;

/// <summary>
/// One walk over the ledger. Four connections read side by side, entries, keys of cases, cases and notices; a fifth looks again
/// where somebody may have worked in between.
/// </summary>
internal sealed class LedgerVerificationRun : IDisposable
{
    private const int MostFindings = LedgerVerification.MostFindings;
    private const int MostRereads = 3;

    private readonly TakedownDbContext _entries;
    private readonly TakedownDbContext _keys;
    private readonly TakedownDbContext _cases;
    private readonly TakedownDbContext _notices;
    private readonly TakedownDbContext _rereads;
    private readonly InstallationVault _installation;
    private readonly FieldCipher _cipher = new();
    private readonly List<LedgerFinding> _findings = [];
    private readonly List<LedgerFinding> _unsealed = [];
    private readonly List<Guid> _withoutHistory = [];
    private readonly ChainVerifier _verifier;
    private long _streams;
    private long _caseCount;
    private long _opened;
    private long _erased;
    private long _failures;

    private LedgerStream? _stream;
    private LedgerHead? _head;
    private LedgerEntry? _entry;
    private (LedgerStream Stream, long Seq) _at;
    private readonly List<ushort> _committed = [];
    private CaseProjection _projection = new();
    private Guid? _keyOf;
    private AesGcm? _key;

    public LedgerVerificationRun(
        TakedownDbContext entries,
        TakedownDbContext keys,
        TakedownDbContext cases,
        TakedownDbContext notices,
        TakedownDbContext rereads,
        InstallationVault installation)
    {
        (_entries, _keys, _cases, _notices, _rereads, _installation) = (entries, keys, cases, notices, rereads, installation);
        _verifier = new ChainVerifier(Keep);
    }

    public LedgerVerdict Verdict => new(
        _streams, _verifier.Entries, _caseCount, _opened, _erased, _verifier.Failures + _failures, _verifier.Warnings, _findings);

    /// <summary>Gives the number of entries seen, again and again, until all are.</summary>
    public async IAsyncEnumerable<long> VerifyAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var rows = ReadAhead.Of(VerifiedRow.All(_entries), cancellationToken).GetAsyncEnumerator(cancellationToken);
        var more = await rows.MoveNextAsync();
        await using var keys = new OrderedCursor<CaseDataKey>(
            _keys.CaseDataKeys.AsNoTracking().OrderBy(key => key.CaseId).AsAsyncEnumerable(), key => key.CaseId.Value);
        await using var cases = new OrderedCursor<CaseColumns>(CaseColumns.Ordered(_cases).AsAsyncEnumerable(), row => row.Id.Value);
        await using var notices = new OrderedCursor<NoticeColumns>(NoticeColumns.Ordered(_notices).AsAsyncEnumerable(), row => row.CaseId.Value);
        for (; more; more = await rows.MoveNextAsync())
        {
            var row = rows.Current;
            var stream = new LedgerStream(row.Scope, row.Lane);
            if (stream != _stream)
            {
                await EndStreamAsync(cases, notices, cancellationToken);
                await BeginStreamAsync(stream, row, keys);
            }

            if (_at != (stream, row.Seq))
            {
                EndEntry();
                BeginEntry(stream, row);
                yield return _verifier.Entries;
            }

            CheckSecret(row);
        }

        await EndStreamAsync(cases, notices, cancellationToken);
        await cases.DrainAsync(WithoutHistory);
        _verifier.Finish();
        await CheckHeadsWithoutEntriesAsync(cancellationToken);
        await CheckCasesWithoutHistoryAsync(cancellationToken);
    }

    private async Task BeginStreamAsync(LedgerStream stream, VerifiedRow row, OrderedCursor<CaseDataKey> keys)
    {
        _streams++;
        _stream = stream;
        _head = row is { HeadSeq: { } seq, HeadHash: { } hash } ? new LedgerHead(stream, seq, hash) : null;
        _projection = new CaseProjection();
        if (_keyOf == stream.Scope)
        {
            // The streams of one case follow each other.
            return;
        }

        Dispose();
        _keyOf = stream.Scope;
        var key = stream.Lane is LedgerLane.Case or LedgerLane.Read ? await keys.SeekAsync(stream.Scope) : null;
        _key = key is null
            ? null
            : SealedBlob.Cipher(_installation.Key.Unwrap(key.Wrapped, KeyPurpose.Case(stream.Scope, CaseVault.KeyVersion)));
    }

    public void Dispose()
    {
        _key?.Dispose();
        _key = null;
    }

    private void BeginEntry(LedgerStream stream, VerifiedRow row)
    {
        _at = (stream, row.Seq);
        _entry = _verifier.Add(new LedgerRow(stream, row.Seq, row.Body, row.Hash));
        _committed.Clear();
        foreach (var field in _entry?.Fields ?? [])
        {
            if (LedgerTag.IsCommitment(field.Tag))
            {
                _committed.Add(field.Tag);
            }
        }

        if (_entry is not null && stream.Lane == LedgerLane.Case)
        {
            _projection.Apply(_entry);
        }
    }

    private void CheckSecret(VerifiedRow row)
    {
        if (row is not { Tag: { } tag, Sealed: { } blob } || _entry is null)
        {
            return;
        }

        _committed.Remove((ushort)tag);
        if (_key is null)
        {
            _erased++;
            return;
        }

        try
        {
            _verifier.CheckOpened(_entry, LedgerSecretPlace.Open(_cipher, _key, _at.Stream, row.Seq, tag, blob));
            _opened++;
        }
        catch (SealedFieldException)
        {
            Fail(row.Seq, LedgerFindingCode.SecretUnreadable, $"What '{LedgerTag.NameOf((ushort)tag)}' of entry {row.Seq} stands for was changed or moved.");
        }
    }

    private void EndEntry()
    {
        if (_committed.Count > 0 && _key is not null && _stream is { } stream)
        {
            _unsealed.AddRange(_committed.Select(tag => new LedgerFinding(
                stream, _at.Seq, LedgerFindingCode.SecretMissing, $"What '{LedgerTag.NameOf(tag)}' of entry {_at.Seq} stands for is missing.")));
        }

        _committed.Clear();
    }

    private async Task EndStreamAsync(
        OrderedCursor<CaseColumns> cases, OrderedCursor<NoticeColumns> notices, CancellationToken cancellationToken)
    {
        EndEntry();
        if (_stream is not { } stream)
        {
            return;
        }

        if (_head is { } head)
        {
            _verifier.CompareHead(head);
        }

        if (!_projection.Erased)
        {
            // Erasure that keeps the proof takes words away on purpose, and says so in the stream.
            _unsealed.ForEach(Fail);
        }

        _unsealed.Clear();
        if (stream.Lane == LedgerLane.Case)
        {
            await CompareColumnsAsync(stream, cases, notices, cancellationToken);
        }
    }

    private async Task CompareColumnsAsync(
        LedgerStream stream, OrderedCursor<CaseColumns> cases, OrderedCursor<NoticeColumns> notices, CancellationToken cancellationToken)
    {
        _caseCount++;
        var row = await cases.SeekAsync(stream.Scope, WithoutHistory);
        await (row is null ? ValueTask.CompletedTask : cases.SkipAsync());
        var letters = await notices.TakeAsync(stream.Scope);
        var told = _projection;
        for (var reread = 0; ; reread++)
        {
            IReadOnlyList<string> different = row is null
                ? ["all"] : [.. row.DifferencesFrom(told.Columns), .. NoticeColumns.Differences(letters, told.Notices).Distinct(StringComparer.Ordinal)];
            if (different.Count == 0)
            {
                return;
            }

            if (reread == MostRereads)
            {
                var code = row is null ? LedgerFindingCode.ProjectionMissing : LedgerFindingCode.ProjectionMismatch;
                Fail(_at.Seq, code, $"The row of the case does not say what its history says: {string.Join(", ", different)}.");
                return;
            }

            // Somebody may have worked on the case between the two reads: look at both again.
            (row, told) = await RereadAsync(new CaseId(stream.Scope), cancellationToken);
            letters = await NoticeColumns.Of(_rereads, new CaseId(stream.Scope)).ToListAsync(cancellationToken);
        }
    }

    private async Task<(CaseColumns? Row, CaseProjection Told)> RereadAsync(CaseId caseId, CancellationToken cancellationToken)
    {
        var projection = new CaseProjection();
        var rows = _rereads.LedgerEntries.AsNoTracking()
            .Where(entry => entry.Scope == caseId.Value && entry.Lane == LedgerLane.Case).OrderBy(entry => entry.Seq)
            .Select(entry => entry.Body);
        await foreach (var body in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (CanonicalForm.TryRead(body, out var entry, out _))
            {
                projection.Apply(entry);
            }
        }

        return (await CaseColumns.FindAsync(_rereads, caseId, cancellationToken), projection);
    }

    private async Task CheckCasesWithoutHistoryAsync(CancellationToken cancellationToken)
    {
        foreach (var caseId in _withoutHistory)
        {
            if (!await _rereads.LedgerEntries.AnyAsync(
                entry => entry.Scope == caseId && entry.Lane == LedgerLane.Case, cancellationToken))
            {
                Fail(new LedgerFinding(
                    new LedgerStream(caseId, LedgerLane.Case), 0, LedgerFindingCode.ProjectionMissing, "The case has a row but no history."));
            }
        }
    }

    private async Task CheckHeadsWithoutEntriesAsync(CancellationToken cancellationToken)
    {
        var bare = _entries.LedgerHeads.AsNoTracking().Where(head => head.Seq > 0
            && !_entries.LedgerEntries.Any(entry => entry.Scope == head.Scope && entry.Lane == head.Lane));
        await foreach (var head in bare.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            _streams++;
            _verifier.CompareHead(new LedgerHead(new LedgerStream(head.Scope, head.Lane), head.Seq, head.Hash));
        }
    }

    // It may have been filed after the entries were read: looked at again at the end.
    private void WithoutHistory(CaseColumns row)
    {
        if (_withoutHistory.Count < MostFindings)
        {
            _withoutHistory.Add(row.Id.Value);
        }
    }

    private void Fail(long seq, string code, string message) => Fail(new LedgerFinding(_stream.GetValueOrDefault(), seq, code, message));

    private void Fail(LedgerFinding finding)
    {
        _failures++;
        Keep(finding);
    }

    private void Keep(LedgerFinding finding)
    {
        if (_findings.Count < MostFindings)
        {
            _findings.Add(finding);
        }
    }
}
