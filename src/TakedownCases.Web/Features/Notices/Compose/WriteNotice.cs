using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Notices.Compose;

/// <summary>Begins a notice: a draft with what was chosen; nothing leaves by it.</summary>
public sealed class WriteNotice(
    TakedownDbContext db,
    OpenCase opener,
    CaseChange change,
    NoticeStore notices,
    ComposeReader reader,
    PlatformDirectory directory,
    StaffSession session)
{
    /// <summary>What came of it, and the reference of the draft where one was made.</summary>
    public async Task<(VerbResult Result, string? Reference)> HandleAsync(string number, NoticeInput input, CancellationToken cancellationToken)
    {
        if (!CasePermissions.May(session.Viewer, CaseAction.WriteNotice))
        {
            return (VerbResult.Forbidden, null);
        }

        var opening = await opener.HandleAsync(number, "compose", cases => cases.Include(subject => subject.Places), cancellationToken);
        if (opening is not { Case: { } seen, Reading: { } reading })
        {
            return (opening.Status == OpeningStatus.AskWhy ? new VerbResult(VerbStatus.Refused, "purpose") : VerbResult.Gone, null);
        }

        var kind = input.Kind is NoticeKind.Preservation or NoticeKind.CounterIdentity ? input.Kind.Value : NoticeKind.Removal;
        var platform = input.Platform ?? ComposePage.UnknownPlatform;
        var (read, problem) = reader.Read(input, kind, platform, seen.Track, before: null);
        if (read is null)
        {
            return (problem!, null);
        }

        var details = reading.OpenRecord<CaseDetails>(SealedFields.CaseDetails(seen.Id), seen.Details);
        var earlier = kind == NoticeKind.CounterIdentity ? await EarlierAsync(seen.Id, platform, read.Choices.Places, cancellationToken) : null;
        string? reference = null;
        var result = await change.RunAsync(
            number,
            input,
            CaseAction.WriteNotice,
            (subject, by, now) =>
            {
                var drafted = Draft(subject, new Begun(kind, platform, details?.Filer ?? FilerKind.Survivor, earlier), read, by, now);
                reference = drafted.Value?.Reference.Value;
                return drafted.Refusal is { } refusal ? refusal : Outcome.Done;
            },
            cancellationToken);
        return (ComposeReader.OfPlaces(result), reference);
    }

    private Outcome<Notice> Draft(TakedownCase subject, Begun begun, ReadChoices read, Actor by, DateTimeOffset now)
    {
        if (!subject.IsOpen)
        {
            return CaseRefusals.NotOpen;
        }

        var named = read.Choices.Places.ToHashSet();
        var open = subject.Places.Count(place => named.Contains(place.Id) && PlaceStates.MayBeNoticed(place.State)
            && (place.Platform ?? ComposePage.UnknownPlatform) == begun.Platform);
        if (open != named.Count)
        {
            return CaseRefusals.NoSuchPlace;
        }

        var draft = new NoticeDraft(
            subject.Id,
            begun.Kind,
            NoticeReference.FromRandom(RandomNumberGenerator.GetBytes(NoticeReference.RandomBytes)),
            subject.Track,
            begun.Filer,
            begun.Platform,
            directory.Find(new PlatformId(begun.Platform)) is not null,
            read.Route.Channel,
            read.Route.Kind,
            read.Route.Language,
            begun.Earlier);
        var drafted = Notice.Draft(draft, read.Choices, by, now);
        if (drafted.IsDone)
        {
            db.Notices.Add(drafted.Value);
        }

        return drafted;
    }

    // Which notice was answered with "send us your identity document": about one of the same places, for sites that the
    // directory does not know share an id.
    private async Task<NoticeId?> EarlierAsync(
        CaseId caseId, string platform, IReadOnlyCollection<PlaceId> places, CancellationToken cancellationToken)
        => (await notices.ListAsync(caseId, cancellationToken))
            .FirstOrDefault(notice => notice.Platform == platform && notice.LeftAt is not null
                && notice.Kind is NoticeKind.Removal or NoticeKind.SecondChannel or NoticeKind.Reminder
                && notice.Places.Any(named => places.Contains(named.Place)))?.Id;

    private sealed record Begun(NoticeKind Kind, string Platform, FilerKind Filer, NoticeId? Earlier);
}
