using System.Security.Cryptography;
using System.Text;
using TakedownCases.Data.Referrals;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Features.Referrals;

/// <summary>Turns what was chosen on the form into facts and text, the same for the page that shows it and the verb that keeps it.</summary>
public sealed class ReferralForms(ReferralFactsReader reader, AuthorityDirectory directory, MailSender sender)
{
    public static Refusal TextChanged { get; } = new("text-changed", "The case or the text has changed since it was shown.");

    /// <summary>What was proposed, word for word; null where the reader saw another text, or the case has moved to the other track.</summary>
    public static string? TextAsShown(LoadedReferral loaded, ReferralStepInput input, CaseReading reading)
        => reading.Open(SealedFields.ReferralText(loaded.Referral.Id), loaded.Referral.Text) is { } text && PrintOf(text) == input.Print
            && loaded.Referral.Track == loaded.Case.Track ? text : null;

    public Authority? To(ReferralInput input) => directory.Find(input.To);

    /// <summary>A form as it begins: the least, in a language that they read, under a reference of its own.</summary>
    public static ReferralInput Fresh(Authority to, TakedownCase subject) => new()
    {
        To = to.Id,
        Reference = ReferralReference.FromRandom(RandomNumberGenerator.GetBytes(ReferralReference.RandomBytes)).Value,
        Ground = to.Id == AuthorityDirectory.Other ? ReferralInput.TwoPeople : subject.HasConsent(to.Consent) ? ReferralInput.Consent : null,
        Items = [.. PassedItems.Least(to, subject.Track)],
        Places = [.. subject.Places.Where(place => place.State != PlaceState.Withdrawn).Select(place => place.Id.Value)],
        Language = to.Languages.FirstOrDefault(language => language is "en" or "fr") ?? "en",
    };

    /// <summary>The facts as chosen: a place that is not ticked stays here, and none where none is. With <paramref name="all"/> what one can choose from.</summary>
    public Task<ReferralFacts> FactsAsync(
        TakedownCase subject, Authority to, ReferralInput input, CaseReading reading, DateTimeOffset now, CancellationToken cancellationToken, bool all = false)
        => reader.ReadAsync(
            subject,
            ReferralReference.TryParse(input.Reference, out var reference) ? reference : default,
            to,
            all ? null : [.. input.Places.Distinct().Select(id => new PlaceId(id))],
            input.Language == "fr" ? "fr" : "en",
            sender.AsNoticeSender(),
            reading,
            now,
            cancellationToken);

    public static string PrintOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Words of a field that may be empty: cleaned, or the code of what is wrong with them.</summary>
    public static (string? Text, string? Problem) Read(string? typed, int limit)
    {
        var cleaned = PlainText.Clean(typed, limit, multiline: limit > FilingLimits.ShortLength);
        return cleaned switch
        {
            { TooLong: true } => (null, "too-long"),
            { ImageData: true } => (null, "image-data"),
            { Text: "" } => (null, null),
            _ => (cleaned.Text, null),
        };
    }
}
