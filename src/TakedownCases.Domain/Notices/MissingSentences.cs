namespace TakedownCases.Domain.Notices;

/// <summary>Codes and English sentences for what a notice lacks: each says what to do.</summary>
internal static class MissingSentences
{
    public static (string Code, string Sentence) Of(NoticeElement element)
        => element switch
        {
            NoticeElement.Signature => ("signature", "Ask the person to sign the statement, or record an authority and let the organisation sign."),
            NoticeElement.Authority => ("authority", "Record the person's authority first, let the person sign, or leave this law out."),
            NoticeElement.Location => ("location", "Give an address for each place, or say how to find it; leave out the places that have neither."),
            NoticeElement.ExactLocation => ("exact-location", "This law asks for exact addresses: complete them, or leave out the places that have none."),
            NoticeElement.IntimateImage => ("intimate-image", "This law covers intimate images: choose the kind of harm that says so, or leave this law out."),
            NoticeElement.Explanation => ("explanation", "Choose the kind of harm, or say in added words why the content is unlawful."),
            NoticeElement.Contact => ("contact", "Set the name and the e-mail address of the organisation."),
            NoticeElement.Notifier => ("notifier", "This law asks for the name and e-mail address of the notifier: set those of the organisation."),
            NoticeElement.EarlierNotice => ("earlier-notice", "Choose the notice that this one follows."),
            NoticeElement.MissedLaw => ("missed-law", "Choose the law whose time ran out."),
            NoticeElement.History => ("history", "A complaint needs the dated history: add what was sent and what was answered."),
            NoticeElement.GoodFaith or NoticeElement.CitableLaw => throw new ArgumentOutOfRangeException(
                nameof(element), element, "The text itself declares good faith; a law says why it cannot be cited."),
            _ => throw new ArgumentOutOfRangeException(nameof(element)),
        };

    public static string OfLaw(string code)
        => code switch
        {
            "law-unknown" => "What this law asks of a notice is not written down here: leave it out.",
            "law-other-track" => "This law is not for this track: leave it out.",
            "law-not-in-force" => "This law is not in force on the day of the notice: leave it out.",
            "law-not-by-notice" => "A notice of ours sets nothing off under this law: leave it out.",
            _ => throw new ArgumentOutOfRangeException(nameof(code)),
        };
}
