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

        return RecordAsync(
            number,
            input,
            role,
            new ProviderDetails(name, Line(input.Mail), Line(input.Form), Line(input.Country)?.ToUpperInvariant(), Line(input.FoundBy)),
            cancellationToken);
    }

    private async Task<VerbResult> RecordAsync(
        string number, SiteInput input, ProviderRole role, ProviderDetails details, CancellationToken cancellationToken)
    {
        var result = await change.RunAsync(
            number, input, CaseAction.CheckPlace, (subject, by, now) => Record(subject, input, role, details, by, now), cancellationToken);
        return result == VerbResult.Refused(NoWayIn) ? result with { Code = "no-way-in", Field = nameof(SiteInput.Mail) }
            : result == VerbResult.Refused(Known) ? result with { Code = "provider-known", Field = nameof(SiteInput.Replaces) }
            : result;
    }

    // Nobody writes to a host on the minor track (practice P4): there the country is what is wanted, and no way in is kept.
    private static Outcome Record(TakedownCase subject, SiteInput input, ProviderRole role, ProviderDetails details, Actor by, DateTimeOffset now)
    {
        var place = new PlaceId(input.Place);
        if (subject.Track == Track.Adult && !details.CanBeReached)
        {
            return NoWayIn;
        }

        return subject.HasProvider(place, role) && !input.Replaces
            ? Known
            : subject.RecordProvider(place, role, subject.Track == Track.Minor ? details with { Mail = null, Form = null } : details, by, now);
    }

    private static Refusal NoWayIn { get; } = new("provider.no-way-in", "A provider takes reports by mail or by a form.");

    private static Refusal Known { get; } = new("provider.known", "Somebody is recorded for this role already.");

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
