using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Benchmarks.Runs;

/// <summary>Opens what commitments stand for and hashes it, row after row in the order of the cases: cryptography and no more.</summary>
internal sealed class BareOpener : IDisposable
{
    private readonly BenchDatabase _bench;
    private readonly DbCommand _command;
    private readonly DbDataReader _keys;
    private readonly FieldCipher _cipher = new();
    private Guid? _case;
    private AesGcm? _key;

    public BareOpener(BenchDatabase bench, DbConnection connection)
    {
        _bench = bench;
        _command = connection.CreateCommand();
        _command.CommandText = "SELECT case_id, wrapped FROM case_data_key ORDER BY case_id";
        _command.CommandTimeout = 0;
        _keys = _command.ExecuteReader();
    }

    /// <summary>Keys read so far.</summary>
    public long Keys { get; private set; }

    /// <summary>One row of ledger_secret: scope, lane, seq, tag, sealed.</summary>
    public void Open(object[] row)
    {
        var scope = IdOf(row[0]);
        Seek(scope);
        var stream = new LedgerStream(scope, (LedgerLane)Number(row[1]));
        var opened = LedgerSecretPlace.Open(_cipher, _key!, stream, Number(row[2]), (int)Number(row[3]), (byte[])row[4]);
        Commitment.Of(opened.Salt.Span, opened.Tag, opened.Value.Span);
    }

    public void Dispose()
    {
        _key?.Dispose();
        _keys.Dispose();
        _command.Dispose();
    }

    private void Seek(Guid scope)
    {
        while (_case != scope)
        {
            if (!_keys.Read())
            {
                throw new InvalidOperationException("A secret of a case without a key.");
            }

            Keys++;
            _case = IdOf(_keys.GetValue(0));
            _key?.Dispose();
            _key = SealedBlob.Cipher(_bench.Vault.Key.Unwrap((byte[])_keys.GetValue(1), KeyPurpose.Case(_case.Value, CaseVault.KeyVersion)));
        }
    }

    private static long Number(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    // An id is a blob of 16 bytes on SQLite.
    private static Guid IdOf(object value) => value is Guid id ? id : new Guid((byte[])value, bigEndian: true);
}
