using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Notices;

/// <summary>
/// What others may see if this notice is sent, as codes that pages put into words (docs/notices.md), before anything
/// is: nothing is sent that the preview did not show.
/// </summary>
public sealed record NoticePreview
{
    /// <summary>What the text carries; for a complaint, what the authority reads.</summary>
    public required IReadOnlyList<string> Recipient { get; init; }

    public required IReadOnlyList<string> Platform { get; init; }

    public required IReadOnlyList<string> Host { get; init; }

    public required IReadOnlyList<string> Uploader { get; init; }

    /// <summary>What the channel is known to tell the uploader, in the words of its record; null when nobody knows.</summary>
    public string? Discloses { get; init; }

    public static NoticePreview Of(NoticeFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var prepared = PreparedFacts.Of(facts);
        var carried = Carried(prepared);
        var isComplaint = prepared.Kind == NoticeKind.Complaint;
        if (NoticeKinds.IsBesidePlatform(prepared.Kind))
        {
            return Beside(prepared, carried);
        }

        return new NoticePreview
        {
            Recipient = carried,
            Platform = isComplaint ? ["nothing-from-us", "what-the-authority-passes-on"] : carried,
            Host = ["nothing-from-us", isComplaint ? "what-the-authority-passes-on" : "what-the-platform-passes-on"],
            Uploader = isComplaint ? ["nothing-from-us"] : OfUploader(prepared, carried),
            Discloses = prepared.DisclosesToUploader,
        };
    }

    // Whoever runs the site hears nothing from us, and perhaps something from whoever keeps it reachable.
    private static NoticePreview Beside(NoticeFacts prepared, string[] carried) => new()
    {
        Recipient = carried,
        Platform = ["nothing-from-us", "what-the-provider-passes-on"],
        Host = prepared.Kind == NoticeKind.AskHost ? carried : ["nothing-from-us", "what-the-provider-passes-on"],
        Uploader = ["nothing-from-us", "provider-asked-not-to-tell", "unknown-what-the-provider-tells"],
        Discloses = prepared.DisclosesToUploader,
    };

    private static string[] Carried(NoticeFacts facts)
    {
        var isMinor = facts.Track == Track.Minor;
        var isRequest = facts.Kind is not (NoticeKind.Preservation or NoticeKind.Complaint);
        var hasStatement = isRequest && !NoticeKinds.IsBesidePlatform(facts.Kind) && facts.Statement is not null;
        var isSigned = hasStatement && facts.Signer == NoticeSigner.Survivor;
        var says = new (string Code, bool IsThere)[]
        {
            ("reference", true),
            ("organisation", true),
            ("organisation-mail", true),
            ("organisation-contact", facts.Sender.Contact is not null),
            ("addresses", facts.Places.Count > 0 && !(isMinor && facts.Kind == NoticeKind.Complaint)),
            ("number-of-addresses", isMinor && facts.Kind == NoticeKind.Complaint),
            ("place-words", facts.Places.Any(place => place.Words is not null)),
            ("harm", facts.Harms.Count > 0),
            ("edited", facts.Edited || facts.Harms.Contains(HarmKind.EditedOrGenerated)),
            ("under-18", isMinor),
            ("statement", hasStatement),
            ("name", isSigned),
            ("signature", isSigned),
            ("authority", facts.HasAuthority && !isSigned),
            ("authority-note", facts.AuthorityNote is not null && !isSigned),
            ("added-words", facts.AddedWords is not null),
            ("laws", NoticeValidity.CitedBases(facts).Count > 0),
            ("earlier-notice", facts.Earlier is not null),
            ("history", facts.History.Count > 0),
        };
        return [.. from said in says where said.IsThere select said.Code];
    }

    private static string[] OfUploader(NoticeFacts facts, string[] carried)
    {
        var discloses = facts.DisclosesToUploader is not null;
        return
        [
            "nothing-from-us",
            "platform-asked-not-to-tell",
            discloses ? "platform-tells" : "unknown-what-the-platform-tells",
            .. discloses && carried.Contains("name") ? ["name-may-reach-uploader"] : Array.Empty<string>(),
        ];
    }
}
