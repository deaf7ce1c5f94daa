using TakedownCases.Data;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Filing;

/// <summary>The key page: what the draft holds after sending, and for how long (design section 6).</summary>
internal static class KeyKeeping
{
    public static readonly TimeSpan ShownFor = TimeSpan.FromMinutes(30);

    /// <summary>Forgets every answer but what the key page needs. A window that was faster has done the same.</summary>
    public static async Task MarkSentAsync(
        DraftStore drafts, Draft draft, FiledCase filed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var current = draft; current is { Answers.Sent: null };)
        {
            var row = await SaveAsync(drafts, current, filed, now, cancellationToken);
            if (row)
            {
                return;
            }

            current = await drafts.FindAsync(cancellationToken);
        }
    }

    private static Task<bool> SaveAsync(DraftStore drafts, Draft draft, FiledCase filed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var answers = draft.Answers;
        var kept = new DraftAnswers
        {
            Key = answers.Whom == FilerKind.Bystander ? "" : answers.Key,
            Whom = answers.Whom,
            Age = answers.Age,
            Edited = answers.Edited,
            Looks = answers.Looks,
            Today = answers.Today,
            Country = answers.Country,
            Sent = new DraftSent(filed.Id.Value, filed.Number.Value, now),
        };
        drafts.ExpireAt(draft, now + ShownFor);
        return drafts.SaveAsync(draft with { Answers = kept }, cancellationToken);
    }
}
