namespace TakedownCases.Domain.Notices.Texts;

/// <summary>A complaint to the authority of a law whose time ran out; it says what it proves and what not (practice P21).</summary>
internal static class ComplaintText
{
    public static void Write(NoticePage page, NoticeSentences sentences)
    {
        var facts = sentences.Facts;
        var words = sentences.Wording.Complaint;
        var titles = sentences.Wording.Titles;
        page.Paragraph(sentences.Fill(sentences.Wording.Opening.Complaint)).Paragraph(sentences.OnBehalf);
        page.Section(titles.Missed);
        foreach (var basis in sentences.Laws)
        {
            page.Line(sentences.SpanOf(basis) is { } span
                ? sentences.Fill(words.Law, ("citation", basis.Citation), ("time", sentences.Time.Span(span)))
                : sentences.Fill(words.LawNoFixed, ("citation", basis.Citation)));
        }

        RemovalText.WriteWhere(page, sentences);
        RemovalText.WriteWhy(page, sentences);
        page.Section(titles.History).Line(words.HistoryTimes).Bullets(sentences.HistoryLines());
        page.Section(titles.Contained)
            .Bullets(sentences.Laws.Select(basis => sentences.LawOf(basis)?.Asks ?? words.ContainedGeneral));
        page.Section(titles.Proof)
            .Line(sentences.Fill(words.Sent))
            .Line(facts.Earlier?.Reply is null ? null : sentences.Fill(sentences.Wording.Opening.ServerAnswer))
            .Line(words.Record);
        page.Section(titles.Proves).Bullets([words.Shows, words.ShowsNot]);
        page.Section(titles.Requests).Numbered(sentences.Requests());
    }
}
