using Microsoft.Extensions.Options;
using TakedownCases.Data.Telling;
using TakedownCases.Domain.Escalation.Telling;
using TakedownCases.Domain.Notices;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Localization;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Jobs.Sweeps;

/// <summary>
/// Writes a mail to staff: counts, in the person's language, and the address of the page that says more. No case, no name, no
/// track, no platform (law 9). The same turn gives the same bytes on every attempt.
/// </summary>
public sealed class StaffMailWriter(T texts, Languages languages, MailSender sender, IOptions<InstallationOptions> installation)
{
    internal OutgoingMail Write(StaffMailTurn turn)
    {
        var language = languages.Find(turn.Language) ?? languages.Default;
        var words = texts.In(language);
        var domain = sender.Address[(sender.Address.IndexOf('@', StringComparison.Ordinal) + 1)..];
        var envelope = new NoticeEnvelope
        {
            From = sender.Address,
            FromName = sender.AsNoticeSender().Organisation,
            To = turn.Recipient,
            MessageId = $"<{turn.Id:N}@{domain}>",
            Date = turn.WrittenAt,
        };
        return new OutgoingMail(
            sender.Address, turn.Recipient, envelope.MessageId, StaffMime.Write(Subject(words, turn.Counts), Body(words, turn), language.Code, envelope));
    }

    internal string Body(T words, StaffMailTurn turn)
    {
        var address = installation.Value.AddressOf(turn.CountsOnly ? "/staff/people" : "/staff/tasks");
        string[] lines =
        [
            Beginning(words, turn),
            "",
            .. Lines(words, turn.Counts),
            "",
            address is null ? words["staff-mail.sign-in"] : words["staff-mail.open", ("address", address)],
            "",
            words["staff-mail.end"],
        ];
        return string.Join('\n', lines);
    }

    private static string Subject(T words, TaskCounts counts) => words.Plural("staff-mail.subject", counts.All, ("count", words.Number(counts.All)));

    private static string Beginning(T words, StaffMailTurn turn)
        => turn.CountsOnly ? words["staff-mail.nobody-there"] : turn.IsDigest ? words["staff-mail.digest"] : words["staff-mail.now"];

    private static IEnumerable<string> Lines(T words, TaskCounts counts)
    {
        (string Text, int Count)[] lines =
        [
            (words["staff-mail.danger"], counts.Danger),
            (words["staff-mail.overdue"], counts.Overdue),
            (words["staff-mail.today"], counts.DueToday),
            (words["staff-mail.approve"], counts.ToApprove),
            (words["staff-mail.unknown"], counts.Unknown),
            (words["staff-mail.others"], counts.Others),
        ];
        return lines.Where(line => line.Count > 0).Select(line => words["staff-mail.line", ("what", line.Text), ("count", words.Number(line.Count))]);
    }
}
