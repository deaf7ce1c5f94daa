namespace TakedownCases.Domain.Notices.Texts;

/// <summary>A request to keep account and log data for the authorities (practice P18).</summary>
internal static class PreservationText
{
    public static void Write(NoticePage page, NoticeSentences sentences)
    {
        var facts = sentences.Facts;
        var words = sentences.Wording.Preservation;
        var opening = sentences.Wording.Opening;
        page.Paragraph(sentences.Fill(facts.Earlier is null ? opening.Preservation : opening.PreservationAfter))
            .Paragraph(facts.Earlier?.Reply is null ? null : sentences.Fill(opening.ServerAnswer))
            .Paragraph(sentences.IsMinor ? sentences.Fill(opening.PassOn) : null)
            .Paragraph(sentences.OnBehalf);
        RemovalText.WriteWhere(page, sentences);
        if (facts.Harms.Count > 0 || facts.AddedWords is not null)
        {
            RemovalText.WriteWhy(page, sentences);
        }

        page.Section(sentences.Wording.Titles.Keep)
            .Bullets(words.Data)
            .Paragraph(facts.PreserveUntil is { } day ? sentences.Fill(words.Until, ("date", sentences.Time.Day(day))) : words.UntilAsked);
        page.Section(sentences.Wording.Titles.Requests).Numbered(sentences.Requests());
    }
}
