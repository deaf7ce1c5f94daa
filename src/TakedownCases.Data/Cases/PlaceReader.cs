using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Data;

/// <summary>Reads a typed place: platform by host or by name, canonical address, blind index. Never refuses, never resolves.</summary>
public sealed class PlaceReader(PlatformDirectory directory, CaseVault vault)
{
    public NewPlace Read(TypedPlace typed, DateTimeOffset now)
    {
        var cleaned = PlainText.Clean(typed.Text, FilingLimits.AddressLength, multiline: false).Text;
        var reading = PlaceText.Read(cleaned);
        var platform = reading.Address is { } address ? directory.Recognise(address) : null;
        platform ??= typed.Platform is { Length: > 0 } named ? directory.RecogniseName(named) : null;
        var details = new PlaceDetails
        {
            AsTyped = cleaned,
            Kind = (typed.Kind ?? reading.SuggestedKind).ToString(),
            Canonical = reading.Address?.Text,
            Hint = reading.Hint?.Code,
        };
        return new NewPlace(
            PlaceId.New(now),
            platform?.Id.Value,
            reading.Address is { } found ? vault.AddressIndex(found.Text) : null,
            details,
            new Reach(typed.Views, typed.Reposts, now),
            platform is null && reading.Address is { } unlisted ? vault.SiteIndex(unlisted.Host) : null);
    }
}
