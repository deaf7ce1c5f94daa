using TakedownCases.Data.Notices;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Features.Notices.Sending;

/// <summary>
/// Says that a notice goes out exactly as it was shown. Where nobody has written to the recipient before, the first person
/// proposes it and a second one says the same. A text that changed meanwhile is shown again.
/// </summary>
public sealed class ApproveNotice(
    OpenCase opener, NoticeChange change, NoticeFactsReader reader, NoticeFreezer freezer, MailSender sender, StaffSession session)
{
    private static readonly TimeSpan ShownFor = TimeSpan.FromHours(1);

    private static readonly Refusal TextChanged = new("notice.text-changed", "The text has changed since it was shown.");

    public async Task<VerbResult> HandleAsync(NoticePath path, NoticeInput input, CancellationToken cancellationToken)
    {
        if (!CasePermissions.May(session.Viewer, CaseAction.ApproveNotice))
        {
            return VerbResult.Forbidden;
        }

        var opening = await opener.HandleAsync(path.Number, NoticePages.Section, cases => cases, cancellationToken);
        if (opening is not { Reading: { } reading })
        {
            return opening.Status == OpeningStatus.AskWhy ? new VerbResult(VerbStatus.Refused, "purpose") : VerbResult.Gone;
        }

        var state = NoticeState.Draft;
        var result = await change.RunAsync(
            path,
            input,
            CaseAction.ApproveNotice,
            async (loaded, by, now) =>
            {
                var outcome = await ApproveAsync(loaded, input, reading, by, now, cancellationToken);
                state = loaded.Notice.State;
                return outcome;
            },
            cancellationToken);
        return result.Status == VerbStatus.Done && state != NoticeState.Draft ? VerbResult.Noticed(Codes.Of(state)) : result;
    }

    private async Task<Outcome> ApproveAsync(
        LoadedNotice loaded, NoticeInput input, CaseReading reading, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (subject, notice) = loaded;
        if (!subject.IsOpen)
        {
            return CaseRefusals.NotOpen;
        }

        if (subject.IsOnHold(now))
        {
            return CaseRefusals.OnHold;
        }

        if (reading.OpenRecord<NoticeChoices>(SealedFields.NoticeChoices(notice.Id), notice.Choices) is not { } choices
            || NoticeStates.IsFrozen(notice.State))
        {
            return NoticeVerbRefusals.NotADraft;
        }

        // The text names the instant at which it was made: what was shown is what is frozen, if that was just now.
        var shown = Instants.FromUnixMicroseconds(input.Shown);
        if (shown > now || shown < now - ShownFor)
        {
            return TextChanged;
        }

        var facts = await reader.ReadAsync(loaded, choices, reading, sender.AsNoticeSender(), shown, cancellationToken);
        var composed = NoticeFreezer.Compose(facts);
        if (!composed.IsDone)
        {
            return composed.Refusal;
        }

        if (NoticeFreezer.PrintOf(composed.Value, facts.Recipient) != input.Print)
        {
            return TextChanged;
        }

        var frozen = await freezer.FreezeAsync(notice, facts, cancellationToken);
        if (!frozen.IsDone)
        {
            return frozen.Refusal;
        }

        var approved = notice.Approve(frozen.Value, subject.HasConsent(NoticeKinds.ConsentFor(notice.Kind)), by, now);
        return approved.IsDone ? AskNext(subject, notice, by, now) : approved;
    }

    /// <summary>Asks whoever is next: a second person, or somebody who puts it into the form.</summary>
    internal static Outcome AskNext(TakedownCase subject, Notice notice, Actor by, DateTimeOffset now)
    {
        if (notice.State == NoticeState.AwaitsSecond)
        {
            return subject.RaiseTask(new NewTask(TaskKind.ApproveNotice, TaskFor.Supervisors, now, Notice: notice.Id), by, now);
        }

        subject.EndTasksOf(notice.Id, by, now, TaskKind.ApproveNotice);
        return notice is { State: NoticeState.ToFile, Kind: not NoticeKind.Complaint }
            ? subject.RaiseTask(new NewTask(TaskKind.FileForm, TaskFor.Holder, now, Notice: notice.Id), by, now)
            : Outcome.Done;
    }
}
