using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Ledger;

/// <summary>Cases with some history, made the way pages make them.</summary>
internal static class CaseSamples
{
    public static Viewer Advocate { get; } = new(new StaffId(Guid.CreateVersion7()), StaffRole.Advocate, ClearedForMinors: true);

    public static async Task<FiledCase> FileAsync(IServiceProvider services, Track track = Track.Adult)
    {
        await using var scope = services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<CaseFiling>().FileAsync(
            new FilingRequest
            {
                Command = new CommandId(Guid.CreateVersion7()),
                Track = track,
                Language = "en",
                Country = "FR",
                Details = new CaseDetails { Words = "canary words" },
                Contact = new SafeContact { Channel = ContactChannel.Mail, Address = "someone@example.org" },
                Places = [new TypedPlace("https://example.org/a", Views: 5), new TypedPlace("#example")],
                Consents = [ConsentAction.NotifyPlatforms],
                Key = CaseKey.NewRandom(),
                By = Actor.Survivor,
            },
            CancellationToken.None);
        return outcome.IsDone ? outcome.Value : throw new InvalidOperationException(outcome.Refusal.Code);
    }

    public static async Task ChangeAsync(
        IServiceProvider services, CaseId id, Action<TakedownCase, CaseClockBook, DateTimeOffset> change)
    {
        await using var scope = services.CreateAsyncScope();
        var loaded = await scope.ServiceProvider.GetRequiredService<CaseStore>().LoadAsync(id, CancellationToken.None);
        change(
            loaded!,
            scope.ServiceProvider.GetRequiredService<CaseClockBook>(),
            scope.ServiceProvider.GetRequiredService<TimeProvider>().Now());
        await scope.ServiceProvider.GetRequiredService<TakedownDbContext>().SaveChangesAsync();
    }

    /// <summary>A case that went through most of what moves its columns.</summary>
    public static async Task<FiledCase> WorkedAsync(IServiceProvider services, ManualTimeProvider clock)
    {
        var filed = await FileAsync(services);
        var by = Advocate.AsActor();
        var steps = new Action<TakedownCase, CaseClockBook, DateTimeOffset>[]
        {
            (subject, _, now) => subject.Claim(Advocate.Staff, by, now),
            (subject, book, now) => subject.Review(book.Start, by, now),
            (subject, book, now) => subject.ChangeSeverity(Severity.Imminent, book.Start, by, now),
            (subject, book, now) => subject.WriteMessage("canary message", by, book.Start, now),
            (subject, _, now) => subject.WriteNote(NoteKind.Privileged, "canary privileged", by, now),
            (subject, _, now) => subject.WriteNote(NoteKind.Operational, "canary operational", by, now),
            (subject, book, now) => subject.WaitForSurvivor(book.Start, by, now),
            (subject, book, now) => subject.WriteMessage("canary answer", Actor.Survivor, book.Start, now),
            (subject, _, now) => subject.CheckAuthority("canary authority", by, now),
            (subject, book, now) => subject.MoveToTrack(Track.Minor, book.Start, by, null, now),
            (subject, _, now) => subject.Recuse(Advocate.Staff, by, now),
        };
        foreach (var step in steps)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await ChangeAsync(services, filed.Id, step);
        }

        return filed;
    }
}
