using TakedownCases.Domain.Notices.Texts;

namespace TakedownCases.Domain.Notices;

/// <summary>The fields that a person pastes into a platform's form; a field without a value is left out.</summary>
internal static class NoticeForm
{
    public static IReadOnlyList<NoticeField> Fields(NoticeSentences sentences, string body)
    {
        var facts = sentences.Facts;
        var isRequest = facts.Kind is not (NoticeKind.Preservation or NoticeKind.Complaint);
        var values = new (string Name, string? Value)[]
        {
            (NoticeFieldNames.Organisation, facts.Sender.Organisation),
            (NoticeFieldNames.Mail, facts.Sender.Address),
            (NoticeFieldNames.Contact, facts.Sender.Contact),
            (NoticeFieldNames.OnBehalf, sentences.OnBehalf),
            (NoticeFieldNames.Platform, facts.PlatformName),
            (NoticeFieldNames.Addresses, sentences.NamesAddresses ? Lines(facts.Places.Select(Address).Where(address => address.Length > 0)) : null),
            (NoticeFieldNames.Places, sentences.NamesAddresses ? Lines(sentences.PlaceLines()) : null),
            (NoticeFieldNames.Explanation, Lines(facts.AddedWords is null ? sentences.Reasons() : sentences.Reasons().Append(facts.AddedWords))),
            (NoticeFieldNames.Statement, sentences.CarriesStatement ? facts.Statement?.Statement : null),
            (NoticeFieldNames.Name, sentences.IsSigned ? facts.Statement?.Name : null),
            (NoticeFieldNames.Signature, sentences.IsSigned ? facts.Statement?.Signature : isRequest && facts.HasAuthority ? sentences.SignedBy : null),
            (NoticeFieldNames.Declarations, isRequest ? Lines(sentences.Declarations()) : null),
            (NoticeFieldNames.Requests, Lines(sentences.Requests())),
            (NoticeFieldNames.Deadlines, isRequest ? Lines(sentences.Deadlines()) : null),
            (NoticeFieldNames.History, facts.History.Count > 0 ? Lines(sentences.HistoryLines()) : null),
            (NoticeFieldNames.OwnerNotification, facts.Kind == NoticeKind.AskCdn ? "none" : null),
            (NoticeFieldNames.HostNotification, facts.Kind == NoticeKind.AskCdn ? "anonymous" : null),
            (NoticeFieldNames.Reference, facts.Reference.Value),
            (NoticeFieldNames.Text, body),
        };
        var fields = new List<NoticeField>(values.Length);
        foreach (var (name, value) in values)
        {
            if (!string.IsNullOrEmpty(value))
            {
                fields.Add(new NoticeField(name, value));
            }
        }

        return fields;
    }

    // Forms want what opens: the canonical address where there is one.
    private static string Address(NoticedPlace place) => place.Canonical ?? place.Address;

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
