using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.CaseFile.Ladder;

/// <summary>
/// Writes down who hosts, delivers or registers a site, as a person found out outside the product; nothing is looked up or
/// fetched here (design law 2).
/// </summary>
public sealed class RecordProvider(CaseChange change)
{
    public Task<VerbResult> HandleAsync(string number, SiteInput input, CancellationToken cancellationToken)
    {
        if (input.Role is not { } role || !Enum.IsDefined(role))
        {
            return Task.FromResult(new VerbResult(VerbStatus.Refused, "role", nameof(SiteInput.Role)));
        }

        var (name, problem) = TypedWords.Read(input.Name, FilingLimits.ShortLength, nameof(SiteInput.Name));
        if ((problem ?? ProblemOf(input)) is { } trouble)
        {
            return Task.FromResult(trouble);
        }

        var details = new ProviderDetails(
            name, Line(input.Mail), Line(input.Form), Line(input.Country)?.ToUpperInvariant(), Line(input.FoundBy));
        return change.RunAsync(
            number, input, CaseAction.CheckPlace, (subject, by, now) => subject.RecordProvider(new PlaceId(input.Place), role, details, by, now), cancellationToken);
    }

    private static VerbResult? ProblemOf(SiteInput input)
        => Line(input.Mail) is { } mail && !MailboxAddress.IsValid(mail) ? Problem("mail", nameof(SiteInput.Mail))
            : TooLong(input.Form) ? Problem("too-long", nameof(SiteInput.Form))
            : TooLong(input.FoundBy) ? Problem("too-long", nameof(SiteInput.FoundBy))
            : Line(input.Country) is { } country && !(country.Length == 2 && country.All(char.IsAsciiLetter)) ? Problem("country", nameof(SiteInput.Country))
            : null;

    private static VerbResult Problem(string code, string field) => new(VerbStatus.Refused, code, field);

    private static bool TooLong(string? typed) => PlainText.Clean(typed, FilingLimits.AddressLength, multiline: false) is { TooLong: true } or { ImageData: true };

    private static string? Line(string? typed)
        => PlainText.Clean(typed, FilingLimits.AddressLength, multiline: false).Text is { Length: > 0 } text ? text : null;
}
