using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Sql;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Testing;

/// <summary>A notice as the desk and the outbox leave it.</summary>
public sealed record TestLetter
{
    public NoticeKind Kind { get; init; } = NoticeKind.Removal;

    public NoticeState State { get; init; } = NoticeState.Filed;

    public string Platform { get; init; } = "x";

    public string Recipient { get; init; } = "somebody@example.com";

    public string Text { get; init; } = "Please take it down.";

    public string Receipt { get; init; } = "receipt";

    /// <summary>Which places of the case it names; all where none is said.</summary>
    public IReadOnlyList<int>? Places { get; init; }

    /// <summary>Until when a law gives them time at each place, once it has left.</summary>
    public DateTimeOffset? Due { get; init; }
}

/// <summary>Makes notices with the domain's own verbs, without anybody at the desk.</summary>
public static class TestLetters
{
    private const int IndexBytes = 32;

    private const int MostTries = 10;

    public static async Task<NoticeId> AddAsync(TestApp app, CaseId id, TestLetter letter)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryAddAsync(app, id, letter);
            }
            catch (DbUpdateException error) when (tries < MostTries && DatabaseErrors.IsConflict(error))
            {
                // A sweep wrote into the same case.
            }
        }
    }

    private static async Task<NoticeId> TryAddAsync(TestApp app, CaseId id, TestLetter letter)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var found = (await scope.ServiceProvider.GetRequiredService<CaseStore>().LoadAsync(id, CancellationToken.None))!;
        var now = app.Clock.Now();
        var staff = Actor.OfStaff(StaffId.New(now), "advocate");
        var all = found.Places.OrderBy(place => place.Ordinal).Select(place => place.Id).ToList();
        List<PlaceId> places = letter.Places is { } chosen ? [.. chosen.Select(index => all[index])] : all;
        var isForm = letter.State is NoticeState.ToFile or NoticeState.Filed;
        var notice = Notice.Draft(
            new NoticeDraft(
                id,
                letter.Kind,
                NoticeReference.FromRandom(RandomNumberGenerator.GetBytes(NoticeReference.RandomBytes)),
                found.Track,
                FilerKind.Survivor,
                letter.Platform,
                PlatformIsKnown: true,
                "test",
                isForm ? ChannelKind.Form : ChannelKind.Mail,
                "en"),
            new NoticeChoices(letter.Recipient, places, [], NoticeSigner.Organisation, null),
            staff,
            now).Value!;
        if (letter.State != NoticeState.Draft)
        {
            Must(notice.Approve(Freeze(letter, isForm), hasConsent: true, staff, now).IsDone);
            Bring(notice, letter, staff, now);
        }

        if (NoticeStates.HasLeft(letter.State))
        {
            List<ClockStart> starts = letter.Due is { } due
                ? [.. places.Select(place => new ClockStart(
                    ClockKind.Removal, "us-tida-removal", "2026-11-22", now, due, due, 100, "sending", place, notice.Id))]
                : [];
            Must(found.NoticeLeft(
                notice.Id, places, starts, scope.ServiceProvider.GetRequiredService<CaseClockBook>().Start, Actor.System, now).IsDone);
        }

        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        db.Notices.Add(notice);
        await db.SaveChangesAsync();
        return notice.Id;
    }

    private static NoticeFreeze Freeze(TestLetter letter, bool isForm) => new(
        new FrozenNotice(letter.Recipient, "Request", letter.Text, "{}", [], new string('0', 64)),
        isForm ? null : $"To: {letter.Recipient}\r\nSubject: Request\r\n\r\n{letter.Text}\r\n",
        isForm ? null : $"<{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}@example.org>",
        isForm ? null : RandomNumberGenerator.GetBytes(IndexBytes),
        RecipientIsKnown: letter.State != NoticeState.AwaitsSecond);

    private static void Bring(Notice notice, TestLetter letter, Actor staff, DateTimeOffset now)
    {
        switch (letter.State)
        {
            case NoticeState.AwaitsSecond or NoticeState.Queued or NoticeState.ToFile:
                break;
            case NoticeState.Filed:
                Must(notice.LogFiling(letter.Receipt, hadNone: false, now, staff, now).IsDone);
                break;
            case NoticeState.Stopped:
                Must(notice.Stop(StopReason.ByStaff, staff, now).IsDone);
                break;
            default:
                Must(notice.BeginSending(1, now).IsDone);
                Must(letter.State switch
                {
                    NoticeState.Sent => notice.Accept(1, letter.Receipt, SentHow.Server, Actor.System, now, now).IsDone,
                    NoticeState.Rejected => notice.Reject(1, letter.Receipt, now).IsDone,
                    NoticeState.Unknown => notice.LoseSight(1, letter.Receipt, now).IsDone,
                    _ => letter.State == NoticeState.Sending,
                });
                break;
        }
    }

    private static void Must(bool done)
    {
        if (!done)
        {
            throw new InvalidOperationException("The domain refused what the test made.");
        }
    }
}
