using TakedownCases.Data.Notices;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Notices.Sending;

/// <summary>A person put the notice into the platform's form: reference, time and person are kept, and the clocks start.</summary>
public sealed class LogFiling(NoticeChange change, OutboxAnswers answers, StaffSession session, TimeProvider clock)
{
    private static readonly Refusal TooEarly = new("notice.filed-too-early", "It was approved only after that.");

    public async Task<VerbResult> HandleAsync(NoticePath path, NoticeInput input, CancellationToken cancellationToken)
    {
        var reference = PlainText.Clean(input.FormReference, NoticeLimits.ShortLength, multiline: false);
        if (reference is { TooLong: true } or { ImageData: true })
        {
            return new VerbResult(VerbStatus.Refused, reference.TooLong ? "too-long" : "image-data", nameof(NoticeInput.FormReference));
        }

        if (reference.Text.Length == 0 && !input.HadNone)
        {
            return new VerbResult(VerbStatus.Refused, "reference", nameof(NoticeInput.FormReference));
        }

        if (TypedTime.Read(input.FiledAt, session.Zone, Instants.Cut(clock.GetUtcNow())) is not { } filedAt)
        {
            return new VerbResult(VerbStatus.Refused, "time", nameof(NoticeInput.FiledAt));
        }

        var result = await change.RunAsync(
            path,
            input,
            CaseAction.WriteNotice,
            (loaded, by, now) => Task.FromResult(
                !loaded.Case.IsOpen ? CaseRefusals.NotOpen
                : filedAt.AddMinutes(1) <= loaded.Notice.FrozenAt ? TooEarly
                : answers.LogFiling(loaded, reference.Text is { Length: > 0 } given ? given : null, input.HadNone, filedAt, by, now)),
            cancellationToken);
        return result.Code == TooEarly.Code ? result with { Code = "time-early", Field = nameof(NoticeInput.FiledAt) } : result;
    }
}
