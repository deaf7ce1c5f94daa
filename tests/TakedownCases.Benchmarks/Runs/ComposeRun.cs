using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Notices;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Benchmarks.Runs;

/// <summary>
/// Composing and freezing a notice of 100 places as an approval does it: the logged reading of the case, its facts, the checks of
/// the law, text, JSON and MIME, sealed and committed with its outbox row. Against rows of the same number and sizes, made
/// before the clock starts, in prepared raw statements: one transaction a notice on both sides.
/// </summary>
internal static class ComposeRun
{
    private const int Places = 100;
    private const int WarmUp = 50;
    private const int Times = 200;

    /// <summary>As for filing, which also is one commit of many sealed rows (design section 7 names no figure for this).</summary>
    private const double Budget = 25;

    private static readonly Actor Ada = Actor.OfStaff(new StaffId(new Guid(0x01000000, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)), "advocate");
    private static readonly NoticeSender Sender = new("Example organisation", "forms@example.org", null);

    public static async Task RunAsync(BenchDatabase bench, BenchReport report)
    {
        var id = await FileAsync(bench);
        var (facts, mime, frozen) = (default(NoticeFacts), 0, 0);
        await FreezeAsync(bench, id, (read, notice) =>
        {
            facts = read;
            (mime, frozen) = (notice.Mime!.Ciphertext.Length, notice.Frozen!.Ciphertext.Length);
        });
        var alone = await Timing.MeasureAsync(WarmUp, Times, _ =>
        {
            Compose(facts!);
            return Task.CompletedTask;
        });
        await using var connection = await bench.ConnectAsync();
        await using var bare = await BareNotices.MakeAsync(connection, bench.IsSqlite, mime, frozen, Places);
        var (app, raw) = await Timing.MeasureInTurnAsync(WarmUp, Times, _ => FreezeAsync(bench, id, (_, _) => { }), bare.WriteAsync);

        report.Figure($"compose {bench.Provider}: places a notice", Places, "");
        report.Figure($"compose {bench.Provider}: octets of the message, sealed", mime, "");
        report.Figure($"compose {bench.Provider}: checks, text, JSON and MIME alone, median", alone.Median(), "ms");
        report.Figure($"compose {bench.Provider}: composed, frozen and committed, median", app.Median(), "ms");
        report.Figure($"compose {bench.Provider}: composed, frozen and committed, p99", app.P99(), "ms");
        report.Figure($"compose {bench.Provider}: raw SQL, median", raw.Median(), "ms");
        report.AtLeast($"compose {bench.Provider}: rate against raw SQL", 100 * raw.Median() / app.Median(), "%", Budget);
    }

    private static void Compose(NoticeFacts facts)
    {
        var text = NoticeFreezer.Compose(facts);
        var bytes = NoticeMime.Write(text.Value!, new NoticeEnvelope
        {
            From = Sender.Address, FromName = Sender.Organisation, To = facts.Recipient!, MessageId = "<1@example.org>", Date = facts.Date,
        });
        if (bytes.Length < Places)
        {
            throw new InvalidOperationException("A notice without its places.");
        }
    }

    private static async Task<CaseId> FileAsync(BenchDatabase bench)
    {
        await using var scope = bench.Services.CreateAsyncScope();
        var now = bench.Clock.Now();
        var filed = await scope.ServiceProvider.GetRequiredService<CaseFiling>().FileAsync(
            new FilingRequest
            {
                Command = new CommandId(Guid.CreateVersion7()),
                Track = Track.Adult,
                Language = "en",
                Country = "US",
                Details = new CaseDetails { Harms = [HarmKind.SharedWithoutConsent] },
                Statement = new SignedStatement
                {
                    Statement = "I did not agree to this picture being shared.", Name = "A. Example", Signature = "A. Example", SignedAt = now,
                },
                Places = [.. Enumerable.Range(0, Places).Select(index => new TypedPlace($"https://media.example.org/c/{Guid.CreateVersion7():N}-{index}"))],
                Consents = [ConsentAction.NotifyPlatforms],
                Key = CaseKey.NewRandom(),
                By = Actor.Survivor,
            },
            CancellationToken.None);
        return filed.IsDone ? filed.Value.Id : throw new InvalidOperationException(filed.Refusal.Message);
    }

    private static async Task FreezeAsync(BenchDatabase bench, CaseId id, Action<NoticeFacts, Notice> look)
    {
        await using var scope = bench.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var now = bench.Clock.Now();
        var reading = await services.GetRequiredService<ReadLog>().OpenAsync(id, Ada, "notice", null, CancellationToken.None);
        var takedownCase = await services.GetRequiredService<CaseStore>().LoadAsync(id, CancellationToken.None)
            ?? throw new InvalidOperationException("The case is gone.");
        var choices = new NoticeChoices(
            "abuse@example.com", [.. takedownCase.Places.Select(place => place.Id)], ["us-tida-removal@2026-11-22"], NoticeSigner.Survivor, null);
        var reference = NoticeReference.FromRandom(RandomNumberGenerator.GetBytes(NoticeReference.RandomBytes));
        var notice = Notice.Draft(
            new NoticeDraft(
                id, NoticeKind.Removal, reference, Track.Adult, FilerKind.Survivor, "example.org", PlatformIsKnown: false, "other", ChannelKind.Mail, "en"),
            choices,
            Ada,
            now).Value!;
        var facts = await services.GetRequiredService<NoticeFactsReader>().ReadAsync(
            new LoadedNotice(takedownCase, notice), choices, reading, Sender, now, CancellationToken.None);
        var frozen = await services.GetRequiredService<NoticeFreezer>().FreezeAsync(notice, facts, CancellationToken.None);
        var approved = frozen.IsDone
            ? notice.Approve(frozen.Value with { RecipientIsKnown = true }, hasConsent: true, Ada, now)
            : throw new InvalidOperationException(frozen.Refusal.Message);
        if (!approved.IsDone)
        {
            throw new InvalidOperationException(approved.Refusal.Message);
        }

        var db = services.GetRequiredService<TakedownDbContext>();
        db.Notices.Add(notice);
        await db.SaveChangesAsync();
        look(facts, notice);
    }

    /// <summary>
    /// On tables of their own: an entry that the case was read; then the notice with its sealed record and message, a row for each
    /// place, two entries and the head.
    /// </summary>
    private sealed class BareNotices : IAsyncDisposable
    {
        private const int Entries = 2;

        private readonly DbConnection _connection;
        private readonly int _places;
        private readonly byte[] _mime;
        private readonly byte[] _frozen;
        private readonly byte[] _small = new byte[320];
        private readonly DbCommand _notice;
        private readonly DbCommand _place;
        private readonly DbCommand _entry;
        private readonly DbCommand _head;
        private int _sequence;

        private BareNotices(DbConnection connection, int mime, int frozen, int places)
        {
            (_connection, _places, _mime, _frozen) = (connection, places, new byte[mime], new byte[frozen]);
            _notice = Prepare("INSERT INTO bench_notice VALUES (@id, @small, @mime, @frozen)");
            _place = Prepare("INSERT INTO bench_notice_place VALUES (@id, @seq)");
            _entry = Prepare("INSERT INTO bench_entry VALUES (@seq, @small, @hash)");
            _head = Prepare("UPDATE bench_head SET seq = @seq, hash = @hash");
        }

        public static async Task<BareNotices> MakeAsync(DbConnection connection, bool isSqlite, int mime, int frozen, int places)
        {
            var bytes = isSqlite ? "BLOB" : "bytea";
            await connection.ExecuteAsync($"CREATE TABLE bench_head (seq bigint NOT NULL, hash {bytes} NOT NULL)");
            await connection.ExecuteAsync($"CREATE TABLE bench_entry (seq bigint PRIMARY KEY, body {bytes} NOT NULL, hash {bytes} NOT NULL)");
            await connection.ExecuteAsync($"CREATE TABLE bench_notice (id {bytes} PRIMARY KEY, choices {bytes}, mime {bytes}, frozen {bytes})");
            await connection.ExecuteAsync($"CREATE TABLE bench_notice_place (id {bytes}, place bigint, PRIMARY KEY (id, place))");
            await connection.ExecuteAsync($"INSERT INTO bench_head VALUES (0, {(isSqlite ? "x'00'" : "'\\x00'")})");
            return new BareNotices(connection, mime, frozen, places);
        }

        public async Task WriteAsync(int number)
        {
            var id = Encoding.ASCII.GetBytes($"bench-notice-{number:0000}");
            await using (var read = await _connection.BeginTransactionAsync())
            {
                await RunAsync(_entry, read, id, ++_sequence);
                await RunAsync(_head, read, id, _sequence);
                await read.CommitAsync();
            }

            await using var transaction = await _connection.BeginTransactionAsync();
            await RunAsync(_notice, transaction, id, number);
            for (var place = 0; place < _places; place++)
            {
                await RunAsync(_place, transaction, id, place);
            }

            for (var entry = 0; entry < Entries; entry++)
            {
                await RunAsync(_entry, transaction, id, ++_sequence);
            }

            await RunAsync(_head, transaction, id, _sequence);
            await transaction.CommitAsync();
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var command in new[] { _notice, _place, _entry, _head })
            {
                await command.DisposeAsync();
            }

            await _connection.ExecuteAsync("DROP TABLE bench_head; DROP TABLE bench_entry; DROP TABLE bench_notice; DROP TABLE bench_notice_place;");
        }

        private DbCommand Prepare(string statement)
        {
            var command = _connection.CreateCommand();
#pragma warning disable CA2100 // the statements stand above
            command.CommandText = statement;
#pragma warning restore CA2100
            foreach (var name in new[] { "@id", "@seq", "@small", "@mime", "@frozen", "@hash" }.Where(name => statement.Contains(name, StringComparison.Ordinal)))
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            return command;
        }

        private async Task RunAsync(DbCommand command, DbTransaction transaction, byte[] id, long sequence)
        {
            command.Transaction = transaction;
            foreach (DbParameter parameter in command.Parameters)
            {
                parameter.Value = parameter.ParameterName switch
                {
                    "@id" => id,
                    "@seq" => sequence,
                    "@mime" => _mime,
                    "@frozen" => _frozen,
                    "@hash" => _small[..32],
                    _ => _small,
                };
            }

            await command.ExecuteNonQueryAsync();
        }
    }
}
