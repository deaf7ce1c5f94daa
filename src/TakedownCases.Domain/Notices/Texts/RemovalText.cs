namespace TakedownCases.Domain.Notices.Texts;

/// <summary>The first notice, its reminder, the same to a second channel, and the answer to a demand for identity.</summary>
internal static class RemovalText
{
    public static void Write(NoticePage page, NoticeSentences sentences)
    {
        var facts = sentences.Facts;
        page.Paragraph(sentences.Fill(OpeningOf(sentences)));
        if (facts.Kind != NoticeKind.Removal && facts.Earlier?.Reply is not null)
        {
            page.Paragraph(sentences.Fill(sentences.Wording.Opening.ServerAnswer));
        }

        page.Paragraph(sentences.IsMinor ? sentences.Fill(sentences.Wording.Opening.PassOn) : null).Paragraph(sentences.OnBehalf);
        if (facts.Kind == NoticeKind.CounterIdentity)
        {
            WriteAnswer(page, sentences);
        }

        WriteWhere(page, sentences);
        WriteWhy(page, sentences);
        WriteHistory(page, sentences);
        WriteStatement(page, sentences);
        page.Section(sentences.Wording.Titles.Declarations).Bullets(sentences.Declarations());
        page.Section(sentences.Wording.Titles.Requests).Numbered(sentences.Requests());
        page.Section(sentences.Wording.Titles.Deadlines).Bullets(sentences.Deadlines()).Paragraph(sentences.NextSteps());
    }

    public static void WriteWhere(NoticePage page, NoticeSentences sentences)
    {
        page.Section(sentences.Wording.Titles.Where);
        if (!sentences.NamesAddresses)
        {
            page.Line(sentences.Fill(
                sentences.Wording.Complaint.PlacesWithheld,
                ("count", sentences.Facts.Places.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))));
            return;
        }

        page.Line(sentences.Wording.Places.Intro);
        foreach (var line in sentences.PlaceLines())
        {
            page.Line(line);
        }
    }

    public static void WriteWhy(NoticePage page, NoticeSentences sentences)
    {
        page.Section(sentences.Wording.Titles.Why).Bullets(sentences.Reasons());
        if (sentences.Facts.AddedWords is { } added)
        {
            page.Paragraph(sentences.Wording.Reasons.Added).Quoted(added);
        }
    }

    /// <summary>What passed so far, with its dates; nothing where there is nothing to tell.</summary>
    public static void WriteHistory(NoticePage page, NoticeSentences sentences)
    {
        if (sentences.Facts.History.Count > 0)
        {
            var beside = NoticeKinds.IsBesidePlatform(sentences.Facts.Kind);
            page.Section(sentences.Wording.Titles.History)
                .Line(sentences.Wording.Complaint.HistoryTimes + (beside ? " " + sentences.Fill(sentences.Wording.Beside.WhoThePlatformIs) : ""))
                .Bullets(sentences.HistoryLines());
        }
    }

    private static string OpeningOf(NoticeSentences sentences)
    {
        var words = sentences.Wording.Opening;
        return sentences.Facts.Kind switch
        {
            NoticeKind.Reminder => words.Reminder,
            NoticeKind.SecondChannel => words.SecondChannel,
            NoticeKind.CounterIdentity => words.Counter,
            _ => sentences.IsMinor ? words.RemovalMinor : words.Removal,
        };
    }

    private static void WriteAnswer(NoticePage page, NoticeSentences sentences)
    {
        var words = sentences.Wording.Counter;
        page.Section(sentences.Wording.Titles.NotSent)
            .Bullets(sentences.Laws.Select(basis => sentences.Fill(
                words.LawAsks, ("citation", basis.Citation), ("elements", sentences.LawOf(basis)?.Asks ?? ""))))
            .Bullets([words.Complete, sentences.IsMinor ? words.HarmMinor : words.Harm, words.NotPutOff]);
        page.Section(sentences.Wording.Titles.Instead)
            .Bullets([
                words.OfferDetails,
                .. sentences.IsSigned ? [words.OfferStatement] : Array.Empty<string>(),
                .. sentences.Facts.HasAuthority ? [words.OfferAuthority] : Array.Empty<string>(),
                sentences.Fill(words.OfferPerson),
            ]);
    }

    private static void WriteStatement(NoticePage page, NoticeSentences sentences)
    {
        if (!sentences.CarriesStatement || sentences.Facts.Statement is not { } statement)
        {
            return;
        }

        var words = sentences.Wording.Signing;
        page.Section(sentences.Wording.Titles.Statement).Quoted(statement.Statement);
        if (sentences.IsSigned)
        {
            page.Line(sentences.Fill(words.Name, ("name", statement.Name)))
                .Line(sentences.Fill(words.Signature, ("signature", statement.Signature)))
                .Line(sentences.Fill(words.SignedOn, ("date", sentences.Time.Day(statement.SignedAt))));
        }
        else
        {
            page.Line(words.KeptByUs);
        }
    }
}
