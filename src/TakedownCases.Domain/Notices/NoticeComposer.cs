using TakedownCases.Domain.Notices.Texts;

namespace TakedownCases.Domain.Notices;

/// <summary>
/// Writes a notice: the text in English or French, its JSON and its form fields. The same notice gives the same text,
/// always.
/// </summary>
public static class NoticeComposer
{
    public static NoticeText Compose(ApprovedNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var sentences = new NoticeSentences(notice.Facts);
        var page = Head(sentences);
        switch (notice.Facts.Kind)
        {
            case NoticeKind.Preservation:
                PreservationText.Write(page, sentences);
                break;
            case NoticeKind.Complaint:
                ComplaintText.Write(page, sentences);
                break;
            case NoticeKind.Removal or NoticeKind.Reminder or NoticeKind.SecondChannel or NoticeKind.CounterIdentity:
                RemovalText.Write(page, sentences);
                break;
            case NoticeKind.AskHost or NoticeKind.AskCdn or NoticeKind.AskRegistrar or NoticeKind.DeIndexing:
                BesideText.Write(page, sentences);
                break;
            default:
                throw new InvalidOperationException($"No text for {notice.Facts.Kind}.");
        }

        var body = Foot(page, sentences).ToString();
        return new NoticeText
        {
            Subject = sentences.Subject,
            Language = notice.Facts.Language,
            Body = body,
            Json = NoticeJson.Write(sentences),
            Fields = NoticeForm.Fields(sentences, body),
        };
    }

    private static NoticePage Head(NoticeSentences sentences)
    {
        var words = sentences.Wording.Opening;
        var facts = sentences.Facts;
        var recipient = facts.Kind == NoticeKind.Complaint
            ? facts.Authority ?? sentences.Wording.Complaint.CompetentAuthority
            : facts.ProviderName ?? facts.PlatformName;
        return new NoticePage()
            .Line(sentences.Fill(words.FromTo, ("recipient", recipient)))
            .Line(sentences.Fill(words.Reference))
            .Line(sentences.Fill(words.Date, ("date", sentences.Time.Instant(facts.Date))));
    }

    private static NoticePage Foot(NoticePage page, NoticeSentences sentences)
    {
        var words = sentences.Wording.Signing;
        var sender = sentences.Facts.Sender;
        return page
            .Section(sentences.Wording.Titles.Contact)
            .Line(sender.Organisation)
            .Line(sentences.Fill(words.Mail, ("address", sender.Address)))
            .Line(sender.Contact is { } contact ? sentences.Fill(words.Contact, ("contact", contact)) : null)
            .Line(sentences.Fill(words.Quote))
            .Paragraph(words.Thanks)
            .Paragraph(sentences.SignedBy)
            .Line(sentences.Time.Day(sentences.Facts.Date));
    }
}
