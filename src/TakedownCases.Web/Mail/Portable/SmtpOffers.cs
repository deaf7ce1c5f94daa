namespace TakedownCases.Web.Mail.Portable;

/// <summary>What the server offers in its reply to EHLO, as far as we use it.</summary>
internal sealed record SmtpOffers(bool StartTls, bool Size, IReadOnlySet<string> SignIns)
{
    public static SmtpOffers Read(SmtpReply hello)
    {
        var offers = hello.Lines.Skip(1).Where(line => line.Length > 4).Select(line => line[4..].ToUpperInvariant()).ToList();
        return new SmtpOffers(
            offers.Exists(offer => offer == "STARTTLS"),
            offers.Exists(offer => offer == "SIZE" || offer.StartsWith("SIZE ", StringComparison.Ordinal)),
            offers.Where(offer => offer.StartsWith("AUTH ", StringComparison.Ordinal) || offer.StartsWith("AUTH=", StringComparison.Ordinal))
                .SelectMany(offer => offer[5..].Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal));
    }
}
