using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TakedownCases.Data.Postgres;
using TakedownCases.Data.Sqlite;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Data.Tests.Model;

/// <summary>Law 5 held against the model: what is sealed, what may stand in clear, and how it is all called.</summary>
public sealed class ModelTests
{
    // Codes, numbers and languages; a name, an address or a word of a person never belongs here.
    private static readonly string[] ClearTexts =
    [
        "authority_check.authority", "complaint_pack.authority", "complaint_pack.basis", "complaint_pack.track",
        "referral.authority", "referral.consent", "referral.duty", "referral.ground", "referral.items", "referral.language", "referral.reference",
        "referral.state", "referral.track", "approval.detail", "approval.kind", "access_key.holder", "case_clock.basis", "case_clock.basis_version", "case_clock.kind",
        "case_clock.started_by", "case_message.by", "case_note.kind", "climbed_rung.rung", "climbed_rung.skipped_because", "consent.action",
        "heartbeat.sweep", "installation_secret.name", "notice.bases", "notice.channel", "notice.channel_kind", "notice.kind", "notice.language",
        "notice.message_id", "notice.platform", "notice.reference", "notice.state", "notice.stopped_because", "notice.track", "place.platform",
        "place.state", "rule_edition.json", "rule_edition.kind", "rule_edition.rule_id", "rule_edition.state", "rule_edition.version",
        "rule_recount.at_basis", "rule_recount.kind", "rule_recount.rule_id", "send_attempt.outcome", "site_provider.role", "staff_task.for", "staff_task.kind", "takedown_case.country", "takedown_case.language", "takedown_case.number", "takedown_case.severity",
        "takedown_case.state", "takedown_case.track", "takedown_case.waits",
    ];

    // Keyed hashes, wrapped keys, sealed rows, and the ledger's bytes, which hold commitments instead of words.
    private static readonly string[] ClearBytes =
    [
        "access_key.lookup", "authority_check.note", "case_data_key.wrapped", "cookie_ring_key.sealed", "filing_draft.content", "installation_secret.wrapped",
        "ledger_entry.body", "ledger_entry.hash", "ledger_head.hash", "ledger_secret.sealed", "notice.recipient_index", "outbox_item.recipient_index",
        "place.blind_index", "place.site", "rule_edition.answer", "rule_edition.reason", "site_provider.site",
    ];

    public static TheoryData<string> Providers => ["Sqlite", "Postgres"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_sealed_column_stands_in_the_table_of_sealed_fields(string provider)
    {
        var id = Guid.CreateVersion7();
        FieldPlace[] table =
        [
            SealedFields.CaseDetails(new CaseId(id)), SealedFields.CaseContact(new CaseId(id)), SealedFields.CaseStatement(new CaseId(id)),
            SealedFields.PlaceDetails(new PlaceId(id)), SealedFields.PlaceReach(new PlaceId(id)), SealedFields.MessageText(new MessageId(id)),
            SealedFields.NoteText(new NoteId(id)), SealedFields.ApprovalReason(id), SealedFields.NoticeChoices(new NoticeId(id)),
            SealedFields.NoticeFrozen(new NoticeId(id)), SealedFields.NoticeMime(new NoticeId(id)), SealedFields.NoticeReceipt(new NoticeId(id)),
            SealedFields.AttemptEvidence(id), SealedFields.ClockWords(new ClockId(id)),
            SealedFields.ReferralText(new ReferralId(id)), SealedFields.ReferralReason(new ReferralId(id)), SealedFields.ReferralWhom(new ReferralId(id)),
            SealedFields.ReferralTheirs(new ReferralId(id)),
            SealedFields.ReferralWords(new ReferralId(id)), SealedFields.PackText(new PackId(id)), SealedFields.PackJson(new PackId(id)),
            SealedFields.CaseHold(new CaseId(id)), SealedFields.ProviderDetails(new ProviderId(id)),
        ];
        Assert.Equal(typeof(SealedFields).GetMethods().Count(method => method.IsStatic), table.Length);
        var sealedColumns = Properties(provider).Where(property => property.ClrType == typeof(SealedText)).Select(Name);
        Assert.Equal(sealedColumns.Order(), table.Select(place => $"{place.Table}.{place.Column}").Order());
        Assert.All(table, place => Assert.Equal(id, place.RowId));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Only_codes_stand_in_clear_beside_a_case(string provider)
    {
        var clear = Properties(provider).Where(property => property.ClrType != typeof(SealedText) && Stored(property) == typeof(string));
        Assert.Equal(ClearTexts.Order(), clear.Select(Name).Order());
        var bytes = Properties(provider)
            .Where(property => property.ClrType == typeof(byte[]) && Stored(property) == typeof(byte[]));
        Assert.Equal(ClearBytes.Order(), bytes.Select(Name).Order());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Tables_and_columns_are_in_snake_case(string provider)
    {
        foreach (var property in Model(provider).GetEntityTypes().Where(type => !type.IsMappedToJson()).SelectMany(type => type.GetProperties()))
        {
            Assert.Matches("^[a-z]+(_[a-z]+)*\\.[a-z]+(_[a-z0-9]+)*$", Name(property));
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Everything_of_a_case_has_the_case_first_in_its_key(string provider)
    {
        var parts = Model(provider).GetEntityTypes()
            .Where(type => type.ClrType.Namespace is "TakedownCases.Domain.Cases" or "TakedownCases.Domain.Notices" or "TakedownCases.Data.Notices"
                && type.ClrType != typeof(TakedownCase)).ToList();
        Assert.Equal(15, parts.Count);
        Assert.All(parts, type => Assert.Equal("CaseId", type.FindPrimaryKey()!.Properties[0].Name));
    }

    private static IEnumerable<IProperty> Properties(string provider)
        => Model(provider).GetEntityTypes()
            .Where(type => !type.IsMappedToJson() && !IsOfAccounts(type.GetTableName()!))
            .SelectMany(type => type.GetProperties());

    private static bool IsOfAccounts(string table) => table.StartsWith("staff_", StringComparison.Ordinal) && table != "staff_task";

    private static IModel Model(string provider)
    {
        using DbContext db = provider == "Sqlite"
            ? new SqliteDesignTimeFactory().CreateDbContext([])
            : new PostgresDesignTimeFactory().CreateDbContext([]);
        return db.Model;
    }

    private static Type Stored(IProperty property)
        => property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;

    private static string Name(IProperty property) => $"{property.DeclaringType.GetTableName()}.{property.GetColumnName()}";
}
