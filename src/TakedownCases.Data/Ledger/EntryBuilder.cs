using System.Reflection;
using System.Security.Cryptography;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Data.Ledger;

/// <summary>Turns acts into entries. It is the only place that knows both the events of cases and the ledger's tags.</summary>
internal sealed class EntryBuilder(CurrentAct current, FieldCipher cipher)
{
    private static readonly string AppVersion =
        typeof(EntryBuilder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>One entry after the head, with the sealed openings of its commitments.</summary>
    public (LedgerEntryRow Entry, List<LedgerSecretRow> Secrets) Build(LedgerAct act, LedgerHeadRow head, byte[]? dataKey)
    {
        var secrets = new List<LedgerSecretRow>();
        var seq = head.Seq + 1;
        var fields = new List<LedgerField>(act.Fields.Count + 8);
        AddActor(fields, act);
        foreach (var field in act.Fields)
        {
            var tag = LedgerTag.Of(field.Name);
            if (field.Value is SealedText text)
            {
                fields.Add(Commit(act.Stream, seq, tag, text, dataKey, secrets));
            }
            else if (!fields.Exists(known => known.Tag == tag))
            {
                fields.Add(Clear(tag, field.Value));
            }
        }

        fields.Sort((one, other) => one.Tag.CompareTo(other.Tag));
        var body = CanonicalForm.Write(new LedgerEntry(act.Stream, seq, head.Hash, Instants.Cut(act.At), act.Kind, fields));
        var row = new LedgerEntryRow
        {
            Scope = act.Stream.Scope,
            Lane = act.Stream.Lane,
            Seq = seq,
            Body = body,
            Hash = ChainHash.Of(body),
        };
        return (row, secrets);
    }

    private static LedgerField Clear(ushort tag, object value) => value switch
    {
        Guid id => LedgerField.Guid(tag, id),
        string code => LedgerField.Text(tag, code),
        long number => LedgerField.Int64(tag, number),
        DateTimeOffset at => LedgerField.Instant(tag, at),
        IReadOnlyCollection<Guid> ids => LedgerField.GuidList(tag, ids),
        _ => throw new InvalidOperationException($"A ledger entry cannot hold a {value.GetType().Name}."),
    };

    private void AddActor(List<LedgerField> fields, LedgerAct act)
    {
        fields.Add(LedgerField.Text(LedgerTag.ActorKind, Codes.Of(act.By.Kind)));
        fields.Add(LedgerField.Text(LedgerTag.AppVersion, AppVersion));
        fields.Add(LedgerField.Text(LedgerTag.Certainty, Codes.Of(act.Certainty)));
        if (act.By.Staff is { } staff)
        {
            fields.Add(LedgerField.Guid(LedgerTag.Actor, staff.Value));
            if (current.Session is { } session)
            {
                fields.Add(LedgerField.Bytes(LedgerTag.Session, session));
            }
        }

        if (act.By.Role is { } role)
        {
            fields.Add(LedgerField.Text(LedgerTag.Role, role));
        }

        if (current.Command is { } command)
        {
            fields.Add(LedgerField.Guid(LedgerTag.Command, command.Value));
        }
    }

    private LedgerField Commit(
        LedgerStream stream, long seq, ushort tag, SealedText text, byte[]? dataKey, List<LedgerSecretRow> secrets)
    {
        var key = dataKey ?? throw new InvalidOperationException("Only a case's own streams can hold commitments.");
        var value = text.PlainBytes();
        var salt = RandomNumberGenerator.GetBytes(Commitment.SaltLength);
        secrets.Add(new LedgerSecretRow
        {
            Scope = stream.Scope,
            Lane = stream.Lane,
            Seq = seq,
            Tag = tag,
            Sealed = cipher.Seal(key, CaseVault.KeyVersion, [.. salt, .. value], LedgerSecretPlace.Of(stream, seq, tag)),
        });
        return LedgerField.Committed(tag, salt, value);
    }
}
