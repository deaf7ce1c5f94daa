using TakedownCases.Data;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Referrals;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Referrals;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Features.Referrals.Packs;

/// <summary>Makes a complaint pack about a notice that left, because a person asks for it; the sweep makes them by itself.</summary>
public sealed class MakePack(
    TakedownDbContext db, OpenCase opener, NoticeStore notices, PackReader reader, ReferralChange change, AuthorityDirectory directory,
    MailSender sender, StaffSession session)
{
    public async Task<(VerbResult Result, PackId Made)> HandleAsync(string number, PackInput input, CancellationToken cancellationToken)
    {
        if (!CasePermissions.May(session.Viewer, CaseAction.TellHotline))
        {
            return (VerbResult.Forbidden, default);
        }

        var opening = await opener.HandleAsync(number, "pack", cases => cases, cancellationToken);
        if (opening is not { Status: OpeningStatus.Open, Reading: { } reading })
        {
            return (opening.Status == OpeningStatus.AskWhy ? new VerbResult(VerbStatus.Refused, "purpose") : VerbResult.Gone, default);
        }

        if (directory.Find(input.Authority) is not { Pack: not null } to)
        {
            return (new VerbResult(VerbStatus.Refused, "who", nameof(PackInput.Authority)), default);
        }

        var made = default(PackId);
        var result = await change.AddAsync(
            number,
            input,
            async (subject, by, now) =>
            {
                if (!subject.IsOpen)
                {
                    return CaseRefusals.NotOpen;
                }

                if (!NoticeReference.TryParse(input.Notice, out var reference)
                    || await notices.FindAsync(subject.Id, reference, cancellationToken) is not { LeftAt: not null } notice)
                {
                    return new Refusal("no-notice", "A pack is about a notice that left.");
                }

                var loaded = new LoadedNotice(subject, notice);
                var facts = await reader.ReadAsync(
                    loaded, to, reader.LawFor(to, loaded, reading), sender.AsNoticeSender(), reading, now, cancellationToken);
                var pack = ComplaintPack.Make(subject.Id, notice.Id, facts with { QuotesAnswers = input.QuoteAnswers }, by);
                if (pack.Value is { } written)
                {
                    db.ComplaintPacks.Add(written);
                    made = written.Id;
                }

                return pack.IsDone ? Outcome.Done : pack.Refusal;
            },
            cancellationToken);
        return (result switch
        {
            { Status: VerbStatus.Refused, Code: "no-notice" } => result with { Field = nameof(PackInput.Notice) },
            { Status: VerbStatus.Refused } when result.Code == ReferralRefusals.NothingLeft.Code => new VerbResult(VerbStatus.Refused, "nothing-left", nameof(PackInput.Notice)),
            _ => result,
        }, made);
    }
}
