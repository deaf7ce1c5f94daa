namespace TakedownCases.Domain.Notices.Texts;

/// <summary>
/// To whoever hosts, delivers or registers a site, or shows it in search results: what it is, what passed between us and those
/// who run it, and what we ask. It carries no statement and no name, and says no more than its reader needs.
/// </summary>
internal static class BesideText
{
    public static void Write(NoticePage page, NoticeSentences sentences)
    {
        var words = sentences.Wording.Beside;
        page.Paragraph(sentences.Fill(sentences.Facts.Kind switch
        {
            NoticeKind.AskHost => words.Host,
            NoticeKind.AskCdn => words.Cdn,
            NoticeKind.AskRegistrar => words.Registrar,
            _ => words.Search,
        }));
        page.Paragraph(sentences.OnBehalf);
        RemovalText.WriteWhere(page, sentences);
        RemovalText.WriteWhy(page, sentences);
        RemovalText.WriteHistory(page, sentences);
        page.Section(sentences.Wording.Titles.Declarations).Bullets(sentences.Declarations());
        page.Section(sentences.Wording.Titles.Requests).Numbered(sentences.Requests());
        page.Section(sentences.Wording.Titles.Deadlines).Bullets(sentences.Deadlines());
    }
}
