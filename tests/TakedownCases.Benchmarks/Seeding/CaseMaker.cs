using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Law;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Escalation;
using TakedownCases.Domain.Ledger;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Benchmarks.Seeding;

/// <summary>
/// Makes cases through the domain's own verbs and the ledger's own builder, and seals them as the app does. The same seed
/// and number give the same story; keys, salts and ids are drawn anew.
/// </summary>
internal sealed class CaseMaker(BenchOptions options, InstallationVault installation, IServiceProvider services)
{
    private const int Days = 120;

    /// <summary>All case numbers there are: 23 symbols, seven places.</summary>
    private const long Numbers = 3_404_825_447;

    private const long FirstFiled = 2_000_000_000;

    private static readonly string[] LanguageCodes = ["en", "fr", "fr", "en", "de", "es"];
    private static readonly string?[] Countries = ["BE", "FR", "GB", "US", "CA", null];
    private static readonly StaffId[] Staff =
        [.. Enumerable.Range(1, 20).Select(number => new StaffId(new Guid(0x01000000, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, (byte)number)))];

    private readonly PlatformDirectory _platforms = services.GetRequiredService<PlatformDirectory>();
    private static readonly Dictionary<NoticeId, NoticeReach> NoNotices = [];

    private readonly CaseClockBook _clocks = services.GetRequiredService<CurrentLaw>().Now.Clocks;
    private readonly CaseClimb _climb = services.GetRequiredService<CurrentLaw>().Now.Climb;
    private readonly FieldCipher _cipher = new();
    private readonly long _firstFiled = FirstFiled + Random.Shared.NextInt64(1_000_000_000);

    public MadeCase Make(int number)
    {
        // The same story for the same number, whichever worker tells it.
        var random = new Random(HashCode.Combine(options.Seed, number));
        var filedAt = Instants.Cut(options.At - TimeSpan.FromDays(Days * (1 - ((number + random.NextDouble()) / options.Cases))));
        var takedownCase = TakedownCase.File(Facts(random, number, filedAt), _clocks.Start, filedAt).Value
            ?? throw new InvalidOperationException("A seeded filing was refused.");
        Live(takedownCase, random, filedAt);
        return Seal(takedownCase);
    }

    /// <summary>A case as it is at the moment of filing, with so many places.</summary>
    public MadeCase MakeFiled(int number, int places)
    {
        var random = new Random(HashCode.Combine(options.Seed, number));
        var facts = Facts(random, number, options.At) with
        {
            Number = NumberOf(_firstFiled + number),
            Places = [.. Enumerable.Range(0, places).Select(index => Place(random, number, index, options.At) with { Reach = new Reach(3, null, options.At) })],
        };
        return Seal(TakedownCase.File(facts, _clocks.Start, options.At).Value!);
    }

    private FilingFacts Facts(Random random, int number, DateTimeOffset filedAt)
    {
        var track = random.Next(100) < 65 ? Track.Adult : Track.Minor;
        var filer = random.Next(10) < 8 ? FilerKind.Survivor : FilerKind.Representative;
        var danger = random.Next(100) switch { < 4 => new DangerAnswers(DangerNow: true), < 16 => new DangerAnswers(Threatened: true), _ => new DangerAnswers() };
        var key = CaseKey.NewRandom();
        return new FilingFacts
        {
            Number = NumberOf(number),
            Track = track,
            Language = Pick(random, LanguageCodes),
            Country = Pick(random, Countries),
            Details = new CaseDetails
            {
                Filer = filer,
                AdultToday = track == Track.Adult,
                AgeRange = track == Track.Minor ? "13-15" : null,
                Harms = [(HarmKind)random.Next(10)],
                Danger = danger,
                Words = $"An invented account, number {number}, of a length that people write. It says what happened and when it began.",
                KeyKept = "paper",
            },
            Contact = random.Next(2) == 0 ? new SafeContact { Channel = ContactChannel.Mail, Address = $"person{number}@example.org" } : null,
            Statement = track == Track.Minor ? null : new SignedStatement
            {
                Statement = "I did not agree to this and ask for its removal.", Name = "A. Example", Signature = "A. Example", SignedAt = filedAt,
            },
            Places = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(index => Place(random, number, index, filedAt))],
            Consents = [ConsentAction.NotifyPlatforms],
            KeyLookup = CaseKeyLookup.Of(installation.Secrets.Pepper, key),
            Command = CommandId.New(filedAt),
            By = filer == FilerKind.Survivor ? Actor.Survivor : Actor.Filer,
        };
    }

    // A million draws from 3.4 thousand million meet each other: the app draws again, here each index has a number of its own.
    private static CaseNumber NumberOf(long index)
    {
        var rest = index * 1_000_003 % Numbers;
        return CaseNumber.NewRandom(() =>
        {
            var symbol = (int)(rest % CaseNumber.Alphabet.Length);
            rest /= CaseNumber.Alphabet.Length;
            return symbol;
        });
    }

    private NewPlace Place(Random random, int number, int index, DateTimeOffset filedAt)
    {
        var address = $"https://media.example.org/p/{options.Seed}-{number}-{index}";
        return new NewPlace(
            PlaceId.New(filedAt),
            Pick(random, _platforms.All).Id.Value,
            BlindIndex.Of(installation.Secrets.BlindIndexKey, "place.address", address),
            new PlaceDetails { AsTyped = address, Kind = nameof(PlaceKind.Url), Canonical = address },
            random.Next(3) == 0 ? new Reach(random.Next(200_000), random.Next(3_000), filedAt) : null);
    }

    /// <summary>What happened since the filing, up to the instant the database is made for.</summary>
    private void Live(TakedownCase it, Random random, DateTimeOffset filedAt)
    {
        var staff = Pick(random, Staff);
        var by = Actor.OfStaff(staff, "advocate");
        var reviewed = filedAt.AddMinutes(20 + random.Next(600));
        if (random.Next(100) < 75 && reviewed < options.At)
        {
            it.Claim(staff, by, reviewed);
            it.Review(_clocks.Start, by, reviewed);
            var answered = Instants.Cut(reviewed + ((options.At - reviewed) * random.NextDouble()));
            it.WriteMessage("We have read what you sent and begin today.", by, _clocks.Start, answered);
            switch (random.Next(10))
            {
                case 0: it.Close(by, answered); break;
                case 1: it.WaitForSurvivor(_clocks.Start, by, answered); break;
                case 2: it.WriteNote(NoteKind.Operational, "Spoken with the platform's contact.", by, answered); break;
                default: break;
            }
        }

        foreach (var clock in it.Clocks.Where(clock => clock.IsRunning))
        {
            while (clock.NextAt is { } next && next <= options.At && _climb.Climb(it, [clock.Id], NoNotices, _ => true, next) > 0)
            {
                // Warned, then overdue: as sweeps did at those instants.
            }
        }
    }

    private MadeCase Seal(TakedownCase it)
    {
        var key = FieldCipher.NewDataKey();
        var builder = new EntryBuilder(new CurrentAct(), _cipher);
        var head = new LedgerHeadRow { Scope = it.Id.Value, Lane = LedgerLane.Case, Hash = new byte[ChainHash.Length] };
        var entries = new List<LedgerEntryRow>(it.Events.Count);
        var secrets = new List<LedgerSecretRow>();
        foreach (var happened in it.Events)
        {
            var (row, opened) = builder.Build(LedgerAct.Of(it.Id, happened), head, key);
            (head.Seq, head.Hash) = (row.Seq, row.Hash);
            entries.Add(row);
            secrets.AddRange(opened);
        }

        SealWith(key, it.Details, SealedFields.CaseDetails(it.Id));
        SealWith(key, it.Contact, SealedFields.CaseContact(it.Id));
        SealWith(key, it.Statement, SealedFields.CaseStatement(it.Id));
        foreach (var place in it.Places)
        {
            SealWith(key, place.Details, SealedFields.PlaceDetails(place.Id));
            SealWith(key, place.Reach, SealedFields.PlaceReach(place.Id));
        }

        foreach (var message in it.Messages)
        {
            SealWith(key, message.Text, SealedFields.MessageText(message.Id));
        }

        foreach (var note in it.Notes)
        {
            SealWith(key, note.Text, SealedFields.NoteText(note.Id));
        }

        it.ForgetEvents();
        var wrapped = installation.Key.Wrap(key, KeyPurpose.Case(it.Id.Value, CaseVault.KeyVersion));
        return new MadeCase(it, new CaseDataKey { CaseId = it.Id, Wrapped = wrapped }, head, entries, secrets);
    }

    private void SealWith(byte[] key, SealedText? text, FieldPlace place)
        => text?.SealWith(_cipher.Seal(key, CaseVault.KeyVersion, text.PlainBytes(), place));

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
