using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.CaseFile.Approvals;

/// <summary>
/// The first of two people who replace a lost key (practice P14): compares what the caller answers with what was chosen
/// at filing and says only whether it fits. Each try is logged; five wrong ones a day are the end of it.
/// </summary>
public sealed class AskForNewKey(
    OpenCase opener, CaseHistory history, ReadLog log, AskSecondPerson second, StaffSession session, TimeProvider clock)
{
    private const string Kind = "key.answer-checked";
    private const int MostWrong = 5;
    private const int LookedAt = 500;
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    public async Task<VerbResult> HandleAsync(string number, CaseInput input, CancellationToken cancellationToken)
    {
        var opening = await opener.HandleAsync(number, "recovery", cases => cases.Include(subject => subject.Keys), cancellationToken);
        if (opening is not { Status: OpeningStatus.Open, Case: { } subject, Reading: { } reading })
        {
            return opening.Status == OpeningStatus.AskWhy ? new VerbResult(VerbStatus.Refused, "purpose") : VerbResult.Gone;
        }

        if (!CasePermissions.May(session.Viewer, CaseAction.ReplaceKey))
        {
            return VerbResult.Forbidden;
        }

        var kept = reading.OpenRecord<CaseDetails>(SealedFields.CaseDetails(subject.Id), subject.Details)?.RecoveryAnswer;
        if (string.IsNullOrWhiteSpace(kept) || subject.Keys.Count == 0 || subject.State == CaseState.Erased)
        {
            return new VerbResult(VerbStatus.Refused, "answer.none");
        }

        if (await WrongTodayAsync(subject.Id, cancellationToken) >= MostWrong)
        {
            return new VerbResult(VerbStatus.Refused, "answer.too-many");
        }

        var given = PlainText.Clean(input.Answer, FilingLimits.ShortLength, multiline: false).Text;
        var fits = RecoveryAnswer.Matches(given, kept);
        await log.AppendAsync(
            new LedgerStream(subject.Id.Value, LedgerLane.Read),
            Kind,
            session.Viewer.AsActor(),
            entry => entry.Code("outcome", fits ? "match" : "no-match"),
            cancellationToken);
        return fits
            ? await second.RunAsync(subject.Id, ApprovalKind.ReplaceKey, "match", reason: null, input.Command, cancellationToken)
            : new VerbResult(VerbStatus.Refused, "answer.no-match");
    }

    private async Task<int> WrongTodayAsync(CaseId caseId, CancellationToken cancellationToken)
    {
        var since = clock.Now() - Day;
        var entries = await history.ClearAsync(caseId, LedgerLane.Read, LookedAt, cancellationToken);
        return entries.Count(entry => entry.At > since && entry.Kind == Kind
            && entry.Find(LedgerTag.Outcome)?.AsText() == "no-match");
    }
}
