using System.Security.Cryptography;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Web.Jobs.Sweeps;

/// <summary>
/// Drafts what goes to somebody beside the platform: whoever hosts, delivers or registers a site, as staff recorded it, and the
/// search engines of the directory. All of it stays a draft, carries no name, and is for the adult track alone (practice P4, P5).
/// </summary>
internal sealed class BesideDrafts(PlatformDirectory directory)
{
    // Hosts of sites are bound by it where it binds at all; the laws about platforms and search engines are chosen by a person.
    private const string HostingLaw = "eu-dsa-16-notice";

    private static readonly Refusal NothingLeft = new("notice.nothing-left", "Nothing is left of that notice to follow.");

    /// <summary>Whether a task of the house is of this kind.</summary>
    public static bool Writes(TaskKind kind) => kind == TaskKind.DeIndex || RoleFor(kind) is not null;

    /// <summary>Whom of those behind a site a task writes to; null where it writes to somebody else.</summary>
    public static ProviderRole? RoleFor(TaskKind kind) => kind switch
    {
        TaskKind.AskHost => ProviderRole.Host,
        TaskKind.AskCdn => ProviderRole.Cdn,
        TaskKind.AskRegistrar => ProviderRole.Registrar,
        _ => null,
    };

    /// <summary>The drafts, or why there is none.</summary>
    public IReadOnlyList<Outcome<Notice>> Write(
        TakedownCase takedownCase, StaffTask task, Notice earlier, CaseReading reading, DateTimeOffset now)
    {
        if (reading.OpenRecord<NoticeChoices>(SealedFields.NoticeChoices(earlier.Id), earlier.Choices) is not { } choices)
        {
            return [NothingLeft];
        }

        var named = earlier.Places.Select(place => place.Place).ToHashSet();
        var open = takedownCase.Places.Where(place => named.Contains(place.Id) && place.BlindIndex is not null
            && PlaceStates.MayBeNoticed(place.State)).ToList();
        var source = new Source(takedownCase, earlier, choices, now);
        return task.Kind == TaskKind.DeIndex
            ? ToSearch(source, [.. open.Where(place => place.State != PlaceState.HiddenInSearch)])
            : [ToProvider(source, task, [.. open.Where(place => takedownCase.AreOnOneSite(place.Id, task.Place))], reading)];
    }

    private Outcome<Notice> ToProvider(Source source, StaffTask task, List<Place> places, CaseReading reading)
    {
        var role = RoleFor(task.Kind) ?? throw new InvalidOperationException($"{task.Kind} is about nobody behind a site.");
        var site = source.Case.Places.FirstOrDefault(place => place.Id == task.Place);
        var provider = source.Case.ProvidersOf(site).FirstOrDefault(provider => provider.Role == role);
        var details = provider is null
            ? null
            : reading.OpenRecord<ProviderDetails>(SealedFields.ProviderDetails(provider.Id), provider.Details);
        if (details is not { CanBeReached: true })
        {
            return new Refusal("notice.no-provider", "Nobody has recorded where that provider takes reports.");
        }

        var byMail = MailboxAddress.IsValid(details.Mail);
        return Draft(
            source,
            new Target(
                ProviderNotices.KindFor(role), PlatformId.Unlisted, Codes.Of(role), byMail ? ChannelKind.Mail : ChannelKind.Form, byMail ? details.Mail : details.Form,
                details.Name, NeedsSecond: true),
            places);
    }

    private List<Outcome<Notice>> ToSearch(Source source, List<Place> places)
        =>
        [
            .. from platform in directory.All
               where platform.Kind == PlatformKind.Search
               let channel = NoticeChannels.Of(platform, source.Case.Track).FirstOrDefault(channel => channel.Purpose == ChannelPurpose.IntimateImages)
               where channel is not null
               select Draft(
                   source,
                   new Target(
                       NoticeKind.DeIndexing, platform.Id.Value, channel.Id, channel.Kind, channel.Where, platform.Name, NeedsSecond: false),
                   places),
        ];

    private Outcome<Notice> Draft(Source source, Target to, List<Place> places)
    {
        if (places.Count == 0)
        {
            return NothingLeft;
        }

        return Notice.Draft(
            new NoticeDraft(
                source.Case.Id,
                to.Kind,
                NoticeReference.FromRandom(RandomNumberGenerator.GetBytes(NoticeReference.RandomBytes)),
                source.Case.Track,
                FilerKind.Survivor,
                to.Platform,
                PlatformIsKnown: true,
                to.Channel,
                to.ChannelKind,
                source.Earlier.Language,
                source.Earlier.Id,
                to.NeedsSecond),
            source.Choices with
            {
                Recipient = to.Recipient,
                Places = [.. places.Select(place => place.Id)],
                Bases = to.Kind == NoticeKind.AskHost
                    ? [.. source.Choices.Bases.Where(name => name.StartsWith(HostingLaw + "@", StringComparison.Ordinal))]
                    : [],
                Signer = NoticeSigner.Organisation,
                AddedWords = null,
                WhyThisRecipient = null,
                PlatformName = directory.Find(new PlatformId(source.Earlier.Platform))?.Name ?? source.Choices.PlatformName ?? source.Earlier.Platform,
                ProviderName = to.Name,
            },
            Actor.System,
            source.Now);
    }

    private sealed record Source(TakedownCase Case, Notice Earlier, NoticeChoices Choices, DateTimeOffset Now);

    private sealed record Target(
        NoticeKind Kind, string Platform, string Channel, ChannelKind ChannelKind, string? Recipient, string Name, bool NeedsSecond);
}
