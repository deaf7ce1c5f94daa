using TakedownCases.Data.Notices;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Notices.Compose;

/// <summary>Other choices for a draft; whoever proposed it must look again.</summary>
public sealed class ChangeNotice(OpenCase opener, NoticeStore notices, NoticeChange change, ComposeReader reader, StaffSession session)
{
    public async Task<VerbResult> HandleAsync(NoticePath path, NoticeInput input, CancellationToken cancellationToken)
    {
        if (!CasePermissions.May(session.Viewer, CaseAction.WriteNotice))
        {
            return VerbResult.Forbidden;
        }

        var opening = await opener.HandleAsync(path.Number, "compose", cases => cases, cancellationToken);
        if (opening is not { Case: { } subject, Reading: { } reading })
        {
            return opening.Status == OpeningStatus.AskWhy ? new VerbResult(VerbStatus.Refused, "purpose") : VerbResult.Gone;
        }

        if (path.Parse() is not var (_, reference) || await notices.FindAsync(subject.Id, reference, cancellationToken) is not { } seen)
        {
            return VerbResult.Gone;
        }

        var before = reading.OpenRecord<NoticeChoices>(SealedFields.NoticeChoices(seen.Id), seen.Choices);
        var (read, problem) = reader.Read(input, seen.Kind, seen.Platform, seen.Track, before);
        return read is null
            ? problem!
            : ComposeReader.OfPlaces(await change.RunAsync(
                path, input, CaseAction.WriteNotice, (loaded, by, now) => Task.FromResult(Change(loaded, read, by, now)), cancellationToken));
    }

    private static Outcome Change(LoadedNotice loaded, ReadChoices read, Actor by, DateTimeOffset now)
    {
        var (subject, notice) = (loaded.Case, loaded.Notice);
        var open = subject.Places.Where(place => PlaceStates.MayBeNoticed(place.State)).Select(place => place.Id).ToHashSet();
        if (!subject.IsOpen || !read.Choices.Places.All(open.Contains))
        {
            return subject.IsOpen ? CaseRefusals.NoSuchPlace : CaseRefusals.NotOpen;
        }

        var changed = notice.Change(read.Choices, by, now, notice.Kind == NoticeKind.Complaint || NoticeKinds.IsToProvider(notice.Kind)
            ? read.Route with { Channel = notice.Channel, Kind = notice.ChannelKind }
            : read.Route);
        if (changed.IsDone)
        {
            subject.EndTasksOf(notice.Id, by, now, TaskKind.ApproveNotice);
        }

        return changed;
    }
}
