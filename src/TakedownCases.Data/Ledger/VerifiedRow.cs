using Microsoft.EntityFrameworkCore;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Data.Ledger;

/// <summary>One entry beside the head of its stream and one of its secrets; an entry with two secrets comes twice.</summary>
internal sealed record VerifiedRow
{
    public Guid Scope { get; init; }

    public LedgerLane Lane { get; init; }

    public long Seq { get; init; }

    public required byte[] Body { get; init; }

    public required byte[] Hash { get; init; }

    public long? HeadSeq { get; init; }

    public byte[]? HeadHash { get; init; }

    public int? Tag { get; init; }

    public byte[]? Sealed { get; init; }

    public static IAsyncEnumerable<VerifiedRow> All(TakedownDbContext db)
        => (from entry in db.LedgerEntries.AsNoTracking()
            join head in db.LedgerHeads on new { entry.Scope, entry.Lane } equals new { head.Scope, head.Lane } into heads
            from head in heads.DefaultIfEmpty()
            join secret in db.LedgerSecrets on new { entry.Scope, entry.Lane, entry.Seq }
                equals new { secret.Scope, secret.Lane, secret.Seq } into secrets
            from secret in secrets.DefaultIfEmpty()
            orderby entry.Scope, entry.Lane, entry.Seq
            select new VerifiedRow
            {
                Scope = entry.Scope,
                Lane = entry.Lane,
                Seq = entry.Seq,
                Body = entry.Body,
                Hash = entry.Hash,
                HeadSeq = (long?)head.Seq,
                HeadHash = head.Hash,
                Tag = (int?)secret.Tag,
                Sealed = secret.Sealed,
            }).AsAsyncEnumerable();
}
