using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Notices.Compose;

/// <summary>The pages on which a notice is begun or changed, each from a logged reading of its case.</summary>
public sealed class ComposePages(
    OpenCase opener, NoticeStore notices, PlatformDirectory directory, LegalBasisCatalogue bases, StaffSession session, TimeProvider clock)
{
    private const string Section = "compose";

    /// <summary>Which platform?</summary>
    public async Task<Shown> StartAsync(string number, CancellationToken cancellationToken)
    {
        if (!CasePermissions.May(session.Viewer, CaseAction.WriteNotice))
        {
            return Shown.Forbidden(number);
        }

        var opening = await OpenAsync(number, cancellationToken);
        if (opening is not { Status: OpeningStatus.Open, Case: { } subject, Reading: { } reading })
        {
            return new Shown(opening.Status, opening.Number);
        }

        var lines = Open(subject).GroupBy(place => place.Platform, StringComparer.Ordinal)
            .Select(group => new StartLine(
                group.Key ?? ComposePage.UnknownPlatform,
                Find(group.Key)?.Name,
                group.Count(),
                group.Any(place => place.State == PlaceState.AsksIdentity),
                group.Key is null || NoticeChannels.Of(Find(group.Key), subject.Track).Count > 0))
            .OrderBy(line => line.Name is null).ThenBy(line => line.Name, StringComparer.CurrentCultureIgnoreCase).ToList();
        return new Shown(opening.Status, opening.Number, new StartPage(
            opening.Number, subject.Track, subject.IsOpen, subject.HasConsent(ConsentAction.NotifyPlatforms),
            subject.HotlineToldAt is not null, Details(subject, reading)?.Filer == FilerKind.Bystander, lines));
    }

    /// <summary>
    /// The choices of a new notice, filled in with what fits best, or with <paramref name="typed"/>. Gone where the case has
    /// no open place of that platform.
    /// </summary>
    public async Task<Shown> NewAsync(
        string number, string? platform, NoticeKind kind, NoticeInput? typed, CancellationToken cancellationToken)
    {
        if (!CasePermissions.May(session.Viewer, CaseAction.WriteNotice))
        {
            return Shown.Forbidden(number);
        }

        var opening = await OpenAsync(number, cancellationToken);
        if (opening is not { Status: OpeningStatus.Open, Case: { } subject, Reading: { } reading })
        {
            return new Shown(opening.Status, opening.Number);
        }

        var id = platform ?? ComposePage.UnknownPlatform;
        var isOffered = kind is NoticeKind.Removal or NoticeKind.Preservation or NoticeKind.CounterIdentity
            && (id != ComposePage.UnknownPlatform || subject.Track == Track.Adult)
            && Open(subject).Any(place => (place.Platform ?? ComposePage.UnknownPlatform) == id);
        return isOffered
            ? new Shown(opening.Status, opening.Number, Page(opening.Number, subject, reading, kind, id, typed) with
            {
                Unsent = await notices.UnsentAsync(subject.Id, id, cancellationToken),
            })
            : Shown.Gone(number);
    }

    /// <summary>The choices of a draft.</summary>
    public async Task<Shown> ChangeAsync(NoticePath path, NoticeInput? typed, CancellationToken cancellationToken)
    {
        if (!CasePermissions.May(session.Viewer, CaseAction.WriteNotice))
        {
            return Shown.Forbidden(path.Number);
        }

        var opening = await OpenAsync(path.Number, cancellationToken);
        if (opening is not { Status: OpeningStatus.Open, Case: { } subject, Reading: { } reading })
        {
            return new Shown(opening.Status, opening.Number);
        }

        if (path.Parse() is not var (_, reference)
            || await notices.FindAsync(subject.Id, reference, cancellationToken) is not { } notice || NoticeStates.IsFrozen(notice.State)
            || reading.OpenRecord<NoticeChoices>(SealedFields.NoticeChoices(notice.Id), notice.Choices) is not { } choices)
        {
            return Shown.Gone(path.Number);
        }

        var page = Page(opening.Number, subject, reading, notice.Kind, notice.Platform, typed ?? Input(notice, choices));
        return new Shown(opening.Status, opening.Number, page with
        {
            Reference = notice.Reference.Value,
            PlatformName = page.PlatformName ?? choices.PlatformName,
            Unsent = [.. (await notices.UnsentAsync(subject.Id, notice.Platform, cancellationToken)).Where(other => other != notice.Reference)],
        });
    }

    private ComposePage Page(
        string number, TakedownCase subject, CaseReading reading, NoticeKind kind, string platformId, NoticeInput? typed)
    {
        var now = clock.Now();
        var details = Details(subject, reading);
        var platform = Find(platformId);
        var channels = NoticeChannels.Of(platform, subject.Track);
        var places = Open(subject).Where(place => kind == NoticeKind.DeIndexing
                ? place.BlindIndex is not null
                : (place.Platform ?? ComposePage.UnknownPlatform) == platformId)
            .OrderBy(place => place.Ordinal).Select(place => Option(place, reading)).ToList();
        var laws = LawOffers.For(
            new LawQuestion(subject.Track, platform, subject.Country, details?.Harms ?? [], details?.EditedOrGenerated == true, now), bases);
        var page = new ComposePage
        {
            Number = number,
            Track = subject.Track,
            Kind = kind,
            Platform = platformId,
            PlatformName = platform?.Name,
            Channels = channels,
            Places = places,
            Laws = laws,
            AsksHarms = details is null || details.Harms.Count == 0,
            HasStatement = subject.Statement is not null && subject.Track == Track.Adult,
            HasAuthority = subject.AuthorityCheckedAt is not null,
            HasConsent = subject.HasConsent(ConsentAction.NotifyPlatforms),
            HotlineTold = subject.HotlineToldAt is not null,
            Input = typed ?? new NoticeInput(),
            Now = now,
        };
        return typed is null ? page with { Input = Proposal(page, subject, platform) } : page;
    }

    private static NoticeInput Proposal(ComposePage page, TakedownCase subject, Platform? platform)
    {
        var channel = page.Channels.Count > 0 ? page.Channels[0] : null;
        var ticked = page.Kind == NoticeKind.CounterIdentity
            ? page.Places.Where(place => place.State == PlaceState.AsksIdentity)
            : page.IsKnown || page.Places.Count == 1 ? page.Places : [];
        return new NoticeInput
        {
            Kind = page.Kind,
            Platform = page.Platform,
            Channel = channel?.Id ?? (page.MayType ? ComposePage.TypedChannel : null),
            Places = [.. ticked.Select(place => place.Id)],
            Bases = [.. page.Laws.Where(law => law.Applies).Select(law => NoticeDeparture.NameOf(law.Basis))],
            Language = channel?.Language == "fr" || (platform?.Country == "FR" && subject.Language == "fr") ? "fr" : "en",
            Signer = page.HasStatement ? NoticeSigner.Survivor : NoticeSigner.Organisation,
        };
    }

    private static NoticeInput Input(Notice notice, NoticeChoices choices) => new()
    {
        Kind = notice.Kind,
        Platform = notice.Platform,
        PlatformName = choices.PlatformName,
        Channel = notice.Channel,
        Recipient = notice.Channel == ComposePage.TypedChannel ? choices.Recipient : null,
        WhyThisRecipient = choices.WhyThisRecipient,
        Places = [.. choices.Places.Select(place => place.Value)],
        Bases = [.. choices.Bases],
        Harms = [.. choices.Harms ?? []],
        Language = notice.Language,
        Signer = choices.Signer,
        AddedWords = choices.AddedWords,
        PreserveUntil = choices.PreserveUntil is { } day ? ComposeReader.Write(day) : null,
    };

    private static PlaceOption Option(Place place, CaseReading reading)
    {
        var details = reading.OpenRecord<PlaceDetails>(SealedFields.PlaceDetails(place.Id), place.Details);
        return new PlaceOption(place.Id.Value, place.Ordinal, place.State, details?.Kind, details?.AsTyped);
    }

    private static IEnumerable<Place> Open(TakedownCase subject) => subject.Places.Where(place => PlaceStates.MayBeNoticed(place.State));

    private static CaseDetails? Details(TakedownCase subject, CaseReading reading)
        => reading.OpenRecord<CaseDetails>(SealedFields.CaseDetails(subject.Id), subject.Details);

    private Platform? Find(string? id) => id is null ? null : directory.Find(new PlatformId(id));

    private Task<Opening> OpenAsync(string number, CancellationToken cancellationToken)
        => opener.HandleAsync(
            number, Section, cases => cases.Include(subject => subject.Places).Include(subject => subject.Consents), cancellationToken);
}
