namespace TakedownCases.Data.Sql;

/// <summary>
/// Refuse to change or delete ledger entries, on both databases. Whoever owns a SQLite file can get past them, which is
/// why checkpoints must leave the house (docs/ledger.md).
/// </summary>
public static class LedgerTriggers
{
    public const string Sqlite =
        """
        CREATE TRIGGER ledger_entry_no_update BEFORE UPDATE ON ledger_entry
        BEGIN SELECT RAISE(ABORT, 'ledger entries are never changed'); END;
        CREATE TRIGGER ledger_entry_no_delete BEFORE DELETE ON ledger_entry
        BEGIN SELECT RAISE(ABORT, 'ledger entries are never deleted'); END;
        CREATE TRIGGER ledger_head_no_delete BEFORE DELETE ON ledger_head
        BEGIN SELECT RAISE(ABORT, 'a stream never loses its head'); END;
        CREATE TRIGGER ledger_head_forward BEFORE UPDATE ON ledger_head WHEN NEW.seq <= OLD.seq
        BEGIN SELECT RAISE(ABORT, 'a stream never goes back'); END;
        """;

    public const string Postgres =
        """
        ALTER TABLE ledger_entry ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id();
        CREATE INDEX ix_ledger_entry_xid ON ledger_entry (xid);
        CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the ledger is only ever appended to'; END $$;
        CREATE TRIGGER ledger_entry_no_change BEFORE UPDATE OR DELETE ON ledger_entry
        FOR EACH ROW EXECUTE FUNCTION ledger_refuse();
        CREATE TRIGGER ledger_entry_no_truncate BEFORE TRUNCATE ON ledger_entry
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();
        CREATE TRIGGER ledger_head_no_delete BEFORE DELETE ON ledger_head
        FOR EACH ROW EXECUTE FUNCTION ledger_refuse();
        CREATE TRIGGER ledger_head_forward BEFORE UPDATE ON ledger_head
        FOR EACH ROW WHEN (NEW.seq <= OLD.seq) EXECUTE FUNCTION ledger_refuse();
        CREATE TRIGGER ledger_head_no_truncate BEFORE TRUNCATE ON ledger_head
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();
        """;
}
