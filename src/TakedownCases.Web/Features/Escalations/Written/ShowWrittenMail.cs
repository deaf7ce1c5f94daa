using TakedownCases.Data.Desk;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Escalations.Written;

/// <summary>
/// The mails that lie as files. Those of a case the reader may not see are passed over, and opening one is a logged reading of
/// its case: what holds elsewhere holds while trying out.
/// </summary>
public sealed class ShowWrittenMail(WrittenMailFolder folder, MailCases cases, ReadLog log, StaffSession session)
{
    private const string MessageId = "Message-ID";

    public async Task<WrittenMailsPage> HandleAsync(CancellationToken cancellationToken)
    {
        var lines = new List<WrittenMailLine>();
        foreach (var (name, at) in folder.List())
        {
            if (await folder.ReadAsync(name, cancellationToken) is { } mail)
            {
                lines.Add(new WrittenMailLine(name, at, mail, Number: null));
            }
        }

        var known = await cases.OfAsync(session.Viewer, [.. lines.Select(line => line.Mail.Header(MessageId))], cancellationToken);
        List<WrittenMailLine> shown = [.. lines
            .Select(line => (Line: line, Case: known.GetValueOrDefault(line.Mail.Header(MessageId))))
            .Where(one => one.Case is not { Number: null })
            .Select(one => one.Line with { Number = one.Case?.Number })];
        var ids = known.Values.Select(one => one.Id).OfType<CaseId>().Distinct().ToList();
        await log.ListAsync(session.Viewer, "mail-files", ids, cancellationToken);
        return new WrittenMailsPage(shown, folder.IsUsed);
    }

    public async Task<WrittenMailLine?> OneAsync(string name, CancellationToken cancellationToken)
    {
        if (await folder.ReadAsync(name, cancellationToken) is not { } mail)
        {
            return null;
        }

        var known = await cases.OfAsync(session.Viewer, [mail.Header(MessageId)], cancellationToken);
        var of = known.GetValueOrDefault(mail.Header(MessageId));
        if (of is { Id: null })
        {
            return null;
        }

        if (of is { Id: { } id })
        {
            await log.OpenAsync(id, session.Viewer.AsActor(), "mail-file", purpose: null, cancellationToken);
        }

        return new WrittenMailLine(name, default, mail, of?.Number);
    }
}

/// <summary>The newest mails, and whether mail goes into files at all.</summary>
public sealed record WrittenMailsPage(IReadOnlyList<WrittenMailLine> Lines, bool IsUsed);

/// <summary>One mail, when its file was written, and the case it is about.</summary>
public sealed record WrittenMailLine(string Name, DateTimeOffset At, WrittenMail Mail, CaseNumber? Number);
