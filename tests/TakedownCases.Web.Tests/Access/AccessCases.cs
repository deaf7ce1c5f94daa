using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Access;

/// <summary>Makes the cases of the proof, through the same filing and the same verbs as the pages.</summary>
internal static class AccessCases
{
    private static readonly TimeSpan GlassFor = TimeSpan.FromMinutes(30);

    public static async Task FillAsync(AccessWorld world)
    {
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            await world.AddStaffAsync(role, cleared: false);
            await world.AddStaffAsync(role, cleared: true);
        }

        await world.AddBystanderAsync();
        var everybody = world.Viewers.ConvertAll(viewer => viewer.Staff!.Value);
        var (a, b) = (Staff(world, "Advocate"), Staff(world, "Advocate cleared"));
        var outsider = new StaffId(world.Bystander.Id);

        await NewAsync(world, "adult free", Track.Adult);
        await NewAsync(world, "adult of A", Track.Adult, holder: a);
        await NewAsync(world, "adult of B", Track.Adult, holder: b, author: b);
        await NewAsync(world, "adult of supervisor", Track.Adult, holder: Staff(world, "Supervisor"));
        await NewAsync(world, "adult walled off", Track.Adult, holder: outsider);
        await NewAsync(world, "adult under glass", Track.Adult, holder: outsider, glass: [a, b]);
        await NewAsync(world, "adult after glass", Track.Adult, holder: outsider, glass: [a, b], glassFor: TimeSpan.Zero);
        await NewAsync(world, "adult asked about", Track.Adult, holder: outsider, asks: a);
        await NewAsync(world, "minor free", Track.Minor);
        await NewAsync(world, "minor of B", Track.Minor, holder: b, author: b);
        await NewAsync(world, "minor walled off", Track.Minor, holder: outsider);
        await NewAsync(world, "minor under glass", Track.Minor, holder: outsider, glass: [a, b]);
        await NewAsync(world, "minor asked about", Track.Minor, holder: outsider, asks: b);
        await NewAsync(world, "erased", Track.Adult);
        await NewAsync(world, AccessWorld.Represented, Track.Adult, filer: FilerKind.Representative);

        foreach (var staff in everybody)
        {
            await ChangeAsync(world, "adult walled off", (subject, _, now) => subject.Recuse(staff, Of(outsider), now));
            await ChangeAsync(world, "minor walled off", (subject, _, now) => subject.Recuse(staff, Of(outsider), now));
        }

        await WriteNoticeAsync(world, "adult of B");
        await WriteNoticeAsync(world, "minor of B");
        await EraseAsync(world);
        await HandOverAsync(world);
        foreach (var name in new[] { "adult of B", "minor of B", AccessWorld.Represented })
        {
            await SendAsync(world, name);
        }

        world.Viewers.Add(new AccessViewer("anonymous", ViewerKind.Anonymous));
        AddKey(world, "adult of B", ViewerKind.SurvivorKey, "adult of B");
        AddKey(world, "minor of B", ViewerKind.SurvivorKey, "minor of B");
        AddKey(world, AccessWorld.Represented, ViewerKind.FilerKey, AccessWorld.Represented);
        AddKey(world, AccessWorld.Represented, ViewerKind.SurvivorKey, "taken over");
    }

    private static void AddKey(AccessWorld world, string name, ViewerKind kind, string key)
    {
        var viewer = new AccessViewer($"{kind} of {name}", kind, holds: name);
        world.Viewers.Add(viewer);
        world.Keys[viewer.Name] = world.Keys[key];
    }

    private static async Task NewAsync(
        AccessWorld world, string name, Track track, StaffId? holder = null, StaffId? author = null, StaffId[]? glass = null,
        TimeSpan? glassFor = null, StaffId? asks = null, FilerKind filer = FilerKind.Survivor)
    {
        await FileAsync(world, name, track, filer);
        string Word(Secret secret, StaffId? by = null) => world.Canaries.New(name, secret, by);
        var second = Of(new StaffId(world.Bystander.Id));
        var writer = author ?? new StaffId(world.Bystander.Id);
        await ChangeAsync(world, name, (subject, start, now) =>
        {
            subject.CheckAuthority(Word(Secret.Authority), second, now);
            if (filer == FilerKind.Survivor)
            {
                subject.WriteMessage(Word(Secret.SurvivorMessage), Actor.Survivor, start, now);
                subject.WriteMessage(Word(Secret.StaffMessage), second, start, now);
            }

            subject.WriteNote(NoteKind.Operational, Word(Secret.OperationalNote), second, now);
            subject.WriteNote(NoteKind.Supervision, Word(Secret.SupervisionNote, writer), Of(writer), now);
            subject.WriteNote(NoteKind.Privileged, Word(Secret.PrivilegedNote), second, now);
            foreach (var staff in glass ?? [])
            {
                subject.BreakGlass(staff, second, Word(Secret.GlassReason), now + (glassFor ?? GlassFor + GlassFor), now);
            }

            if (holder is { } claims)
            {
                subject.Claim(claims, Of(claims), now);
            }
        });
        await AccessDesk.FillAsync(world, name, track, filer);
        if (asks is { } asker)
        {
            await AskAsync(world, name, asker, Word(Secret.ApprovalReason));
        }
    }

    private static async Task FileAsync(AccessWorld world, string name, Track track, FilerKind filer)
    {
        await FileForCallerAsync(world, name, track, filer);

        // What staff read out opens one page only: the person has made a key of their own with it.
        var key = world.Keys[name] = CaseKey.NewRandom();
        byte[] lookup = [];
        await world.WithAsync(services => Task.FromResult(lookup = services.GetRequiredService<CaseVault>().KeyLookup(key)));
        var (holder, by) = filer == FilerKind.Survivor ? (KeyHolder.Survivor, Actor.Survivor) : (KeyHolder.Filer, Actor.Filer);
        await ChangeAsync(world, name, (subject, _, now) => subject.ReplaceKey(lookup, holder, "spoken", by, null, now));
    }

    private static Task FileForCallerAsync(AccessWorld world, string name, Track track, FilerKind filer) => world.WithAsync(async services =>
    {
        string Word(Secret secret) => world.Canaries.New(name, secret);
        var filed = await services.GetRequiredService<CaseFiling>().FileAsync(
            new FilingRequest
            {
                Command = new CommandId(Guid.CreateVersion7()),
                Track = track,
                Language = "en",
                Country = "FR",
                Details = new CaseDetails
                {
                    Filer = filer, FilerRelation = Word(Secret.Relation), Words = Word(Secret.Words), RecoveryAnswer = Word(Secret.Recovery),
                    Harms = [HarmKind.Blackmail],
                    Caller = new CallerRecord("telephone", null, false, ReadBack: true, SpokenConsent: true, Word(Secret.Witness)),
                },
                Contact = new SafeContact
                {
                    Channel = ContactChannel.ThroughSomeone, Address = Word(Secret.ContactAddress), Who = Word(Secret.ContactWho),
                    SafeWhen = Word(Secret.SafeWhen), Adults = [new AdultAround(Word(Secret.AdultAround), ContactRule.AskFirst)],
                },
                Statement = track == Track.Minor ? null : new SignedStatement
                {
                    Statement = Word(Secret.Statement), Name = Word(Secret.SignedName), Signature = Word(Secret.Signature),
                    SignedAt = world.App.Clock.Now(),
                },
                Places =
                [
                    new TypedPlace($"https://videos.example.org/{Word(Secret.Address)}", Views: world.Canaries.NewReach(name)),
                    new TypedPlace("#" + Word(Secret.Hashtag)),
                ],
                Consents = [ConsentAction.NotifyPlatforms],
                Key = CaseKey.NewRandom(),
                By = filer == FilerKind.Survivor ? Actor.Survivor : Actor.Filer,
            },
            CancellationToken.None);
        world.Know(name, filed.IsDone ? filed.Value : throw new InvalidOperationException(filed.Refusal.Code));
    });

    /// <summary>The request for a second person, as the page writes it.</summary>
    private static Task AskAsync(AccessWorld world, string name, StaffId asker, string reason) => world.WithAsync(async services =>
    {
        var id = world.IdOf(name);
        await services.GetRequiredService<CaseStore>().LoadAsync(id, CancellationToken.None);
        var db = services.GetRequiredService<TakedownDbContext>();
        var (now, why) = (world.App.Clock.Now(), SealedText.Of(reason));
        db.Approvals.Add(new Approval
        {
            Id = Guid.CreateVersion7(now), Kind = ApprovalKind.BreakGlass, CaseId = id, Subject = asker, Detail = "cover", Reason = why,
            RequestedBy = asker, RequestedAt = now, ExpiresAt = now + TimeSpan.FromHours(24),
        });
        db.Record(new LedgerStream(id.Value, LedgerLane.Case), "approval.asked", Of(asker), now, entry => entry
            .Code<ApprovalKind>("reason-code", ApprovalKind.BreakGlass).Id("staff", asker.Value).Secret("reason", why));
        await db.SaveChangesAsync();
    });

    private static Task WriteNoticeAsync(AccessWorld world, string name) => world.WithAsync(async services =>
    {
        var db = services.GetRequiredService<TakedownDbContext>();
        var subject = (await services.GetRequiredService<CaseStore>().LoadAsync(world.IdOf(name), CancellationToken.None))!;
        var reference = NoticeReference.FromRandom(System.Security.Cryptography.RandomNumberGenerator.GetBytes(NoticeReference.RandomBytes));
        var notice = Notice.Draft(
            new NoticeDraft(
                subject.Id, NoticeKind.Removal, reference, subject.Track, FilerKind.Survivor, "meta-instagram", PlatformIsKnown: true,
                "instagram-intimate-images", ChannelKind.Form, "en"),
            new NoticeChoices(
                null, [.. subject.Places.Select(place => place.Id)], [], NoticeSigner.Organisation, null,
                WhyThisRecipient: world.Canaries.New(name, Secret.NoticeWords)),
            Of(Staff(world, "Advocate cleared")),
            world.App.Clock.Now());
        db.Notices.Add(notice.Value!);
        await db.SaveChangesAsync();
        world.References.Add(reference.Value);
    });

    /// <summary>A letter about the case has left; it names its recipient, as what quotes a server's answer does.</summary>
    private static async Task SendAsync(AccessWorld world, string name)
    {
        var recipient = $"{world.Canaries.New(name, Secret.NoticeRecipient)}@example.com";
        await TestLetters.AddAsync(world.App, world.IdOf(name), new TestLetter
        {
            Recipient = recipient,
            Text = $"{world.Canaries.New(name, Secret.NoticeText)} was sent to {recipient}",
            Receipt = world.Canaries.New(name, Secret.NoticeReceipt),
        });
    }

    private static async Task EraseAsync(AccessWorld world)
    {
        await ChangeAsync(world, "erased", (subject, _, now) => subject.RequestErasure(keepProof: false, now, Actor.Survivor, now));
        await world.WithAsync(async services => Assert.True(
            await services.GetRequiredService<CaseErasure>().EraseAsync(world.IdOf("erased"), CancellationToken.None)));
    }

    /// <summary>A representative files and is answered; then the survivor comes with a key of their own and lets the first one stay.</summary>
    private static async Task HandOverAsync(AccessWorld world)
    {
        const string Name = AccessWorld.Represented;
        var staff = Of(new StaffId(world.Bystander.Id));
        var key = world.Keys["taken over"] = CaseKey.NewRandom();
        byte[] lookup = [];
        NewPlace[] place = [];
        await world.WithAsync(services =>
        {
            lookup = services.GetRequiredService<CaseVault>().KeyLookup(key);
            var typed = new TypedPlace($"https://videos.example.net/{world.Canaries.New(Name, Secret.SurvivorPlace)}");
            place = [services.GetRequiredService<PlaceReader>().Read(typed, world.App.Clock.Now())];
            return Task.CompletedTask;
        });
        await ChangeAsync(world, Name, (subject, start, now) =>
        {
            subject.WriteMessage(world.Canaries.New(Name, Secret.FilerMessage), Actor.Filer, start, now);
            subject.WriteMessage(world.Canaries.New(Name, Secret.EarlyStaffMessage), staff, start, now);
        });
        world.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await ChangeAsync(world, Name, (subject, _, now) => subject.ReplaceKey(
            lookup, KeyHolder.Survivor, "taken-over", Actor.Filer, null, now, filerStays: true));
        world.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await ChangeAsync(world, Name, (subject, start, now) =>
        {
            subject.WriteMessage(world.Canaries.New(Name, Secret.SurvivorMessage), Actor.Survivor, start, now);
            subject.WriteMessage(world.Canaries.New(Name, Secret.StaffMessage), staff, start, now);
            subject.AddPlaces(place, start, Actor.Survivor, now);
        });
    }

    internal static Task ChangeAsync(AccessWorld world, string name, Action<TakedownCase, StartClock, DateTimeOffset> change)
        => world.WithAsync(async services =>
        {
            var subject = await services.GetRequiredService<CaseStore>().LoadAsync(world.IdOf(name), CancellationToken.None);
            change(subject!, services.GetRequiredService<CaseClockBook>().Start, world.App.Clock.Now());
            await services.GetRequiredService<TakedownDbContext>().SaveChangesAsync();
        });

    private static Actor Of(StaffId staff) => Actor.OfStaff(staff, "advocate");

    private static StaffId Staff(AccessWorld world, string name) => world[name].Staff!.Value;
}
