using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Web.Features.Notices.Compose;
using TakedownCases.Web.Features.Notices.Sending;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Demo;

/// <summary>Writes, approves, files and follows the demo's notices, from the facts and with the verbs that the pages use.</summary>
internal sealed class DemoDesk(
    TakedownDbContext db,
    NoticeFactsReader reader,
    NoticeFreezer freezer,
    OutboxAnswers answers,
    LegalBasisCatalogue bases,
    PlatformDirectory directory,
    MailSender sender)
{
    private readonly Dictionary<(CaseId, DemoLetter), NoticeId> _written = [];

    public Task<Outcome> WriteAsync(DemoTurn turn, DemoLetter letter)
    {
        var (found, now) = (turn.Case, turn.Now);
        var places = letter.Places.Select(index => found.Places.OrderBy(place => place.Ordinal).ElementAt(index)).ToList();
        var platform = places[0].Platform is { } id ? directory.Find(new PlatformId(id)) : null;
        var details = turn.Reading.OpenRecord<CaseDetails>(SealedFields.CaseDetails(found.Id), found.Details)!;
        var form = letter.To is null ? NoticeChannels.Of(platform, found.Track)[0] : null;
        var laws = LawOffers.For(
            new LawQuestion(found.Track, platform, found.Country, details.Harms, details.EditedOrGenerated == true, now), bases);
        var signs = found is { Track: Track.Adult, Statement: not null };
        var cited = laws.Where(law => law.Applies && (signs || found.AuthorityCheckedAt is not null || letter.IsIncomplete || !AsksSignature(law, found.Track)));
        var drafted = Notice.Draft(
            new NoticeDraft(
                found.Id,
                NoticeKind.Removal,
                NoticeReference.FromRandom(RandomNumberGenerator.GetBytes(NoticeReference.RandomBytes)),
                found.Track,
                details.Filer,
                platform?.Id.Value ?? ComposePage.UnknownPlatform,
                platform is not null,
                form?.Id ?? ComposePage.TypedChannel,
                form?.Kind ?? ChannelKind.Mail,
                found.Language),
            new NoticeChoices(
                letter.To ?? form?.Where,
                [.. places.Select(place => place.Id)],
                [.. cited.Select(law => NoticeDeparture.NameOf(law.Basis))],
                signs ? NoticeSigner.Survivor : NoticeSigner.Organisation,
                AddedWords: null,
                WhyThisRecipient: letter.To is null ? null : "The address stands on their own page for reports. (invented)",
                PlatformName: letter.Name),
            turn.By,
            now);
        if (drafted.IsDone)
        {
            db.Notices.Add(drafted.Value);
            _written[(found.Id, letter)] = drafted.Value.Id;
        }

        return Task.FromResult(drafted.Refusal is { } refusal ? refusal : Outcome.Done);
    }

    /// <summary>In a step of its own: what was chosen must have been saved before.</summary>
    public async Task<Outcome> ApproveAsync(DemoTurn turn, DemoLetter letter, CancellationToken cancellationToken)
    {
        var notice = await FindAsync(turn, letter, cancellationToken);
        var choices = turn.Reading.OpenRecord<NoticeChoices>(SealedFields.NoticeChoices(notice.Id), notice.Choices)!;
        var facts = await reader.ReadAsync(
            new LoadedNotice(turn.Case, notice), choices, turn.Reading, sender.AsNoticeSender(), turn.Now, cancellationToken);
        var frozen = await freezer.FreezeAsync(notice, facts, cancellationToken);
        if (!frozen.IsDone)
        {
            return frozen.Refusal;
        }

        var approved = notice.Approve(frozen.Value, turn.Case.HasConsent(ConsentAction.NotifyPlatforms), turn.By, turn.Now);
        return approved.IsDone ? ApproveNotice.AskNext(turn.Case, notice, turn.By, turn.Now) : approved;
    }

    /// <summary>Somebody put it into the platform's form; no reference where the form gave none.</summary>
    public async Task<Outcome> FileAsync(DemoTurn turn, DemoLetter letter, string? reference, CancellationToken cancellationToken)
    {
        var notice = await FindAsync(turn, letter, cancellationToken);
        return answers.LogFiling(
            new LoadedNotice(turn.Case, notice), reference, hadNone: reference is null, turn.Now, turn.By, turn.Now);
    }

    /// <summary>How the places of a notice stand, by somebody's word.</summary>
    public Task<Outcome> TellAsync(DemoTurn turn, DemoLetter letter, PlaceState state, OutcomeSource source, string? words)
    {
        foreach (var index in letter.Places)
        {
            var told = turn.Case.TellOutcome(
                turn.Case.Places.OrderBy(place => place.Ordinal).ElementAt(index).Id,
                new PlaceOutcome(state, source, turn.Now, _written[(turn.Case.Id, letter)], words),
                turn.Clocks,
                turn.By,
                turn.Now);
            if (!told.IsDone)
            {
                return Task.FromResult(told);
            }
        }

        return Task.FromResult(Outcome.Done);
    }

    private static bool AsksSignature(LawOffer law, Track track)
        => NoticeLaw.Find(law.Basis.Id)!.ElementsOn(track).Any(element => element is NoticeElement.Signature or NoticeElement.Authority);

    private Task<Notice> FindAsync(DemoTurn turn, DemoLetter letter, CancellationToken cancellationToken)
    {
        var (caseId, id) = (turn.Case.Id, _written[(turn.Case.Id, letter)]);
        return db.Notices.Include(notice => notice.Places)
            .SingleAsync(notice => notice.CaseId == caseId && notice.Id == id, cancellationToken);
    }
}
