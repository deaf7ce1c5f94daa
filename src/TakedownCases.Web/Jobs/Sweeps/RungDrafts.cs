using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Escalation;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Referrals;
using TakedownCases.Data.Sql;
using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Escalation;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Domain.Referrals;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Jobs.Sweeps;

/// <summary>
/// Writes one notice that a rung asked for. A reminder is frozen and queued at once, for a person approved the notice that it
/// repeats; a notice to another channel or to somebody else and a complaint stay drafts, and somebody is asked to look.
/// </summary>
internal sealed class RungDrafts(
    TakedownDbContext db,
    CaseStore cases,
    ReadLog log,
    NoticeFactsReader reader,
    NoticeFreezer freezer,
    LadderClimber ladder,
    LadderBook ladders,
    BesideDrafts beside,
    PlatformDirectory directory,
    LegalBasisCatalogue bases,
    PackReader packs,
    MailSender sender,
    TimeProvider clock)
{
    private const string Fields = "notice";
    private const int MostTries = 5;

    private static readonly Refusal NobodyToRemind = new("notice.nobody-to-remind", "Whoever is late was reminded, or has answered.");

    /// <summary>False when the task was done by another worker, or is no longer wanted.</summary>
    public async Task<bool> WriteAsync(CaseId caseId, TaskId taskId, CancellationToken cancellationToken)
    {
        var reading = await log.OpenAsync(caseId, Actor.System, Fields, purpose: null, cancellationToken);
        for (var tries = 1; ; tries++)
        {
            db.StartAgain();
            if (await cases.LoadAsync(caseId, cancellationToken) is not { } takedownCase
                || takedownCase.Tasks.FirstOrDefault(task => task.Id == taskId) is not { IsOpen: true, For: TaskFor.House } task)
            {
                return false;
            }

            if (takedownCase.HoldUntil is not null)
            {
                // A hold that came since the sweep looked: what it stops waits for its end.
                return false;
            }

            var now = clock.Now();
            await DoAsync(takedownCase, task, reading, now, cancellationToken);
            takedownCase.FinishTask(taskId, Actor.System, now);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return true;
            }
            catch (DbUpdateException conflict) when (tries < MostTries && DatabaseErrors.IsConflict(conflict))
            {
                // Somebody worked on the case meanwhile: decide again.
            }
        }
    }

    private async Task DoAsync(
        TakedownCase takedownCase, StaffTask task, CaseReading reading, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (takedownCase.Track == Track.Minor && TaskKinds.IsForAdultsOnly(task.Kind))
        {
            return;
        }

        var earlier = await db.Notices.AsNoTracking().Include(notice => notice.Places)
            .SingleOrDefaultAsync(notice => notice.CaseId == takedownCase.Id && notice.Id == task.Notice, cancellationToken);
        if (task.Kind == TaskKind.PreparePack)
        {
            await PackAsync(takedownCase, task, earlier, reading, now, cancellationToken);
            return;
        }

        if (takedownCase.Track == Track.Minor && earlier is not null && directory.Find(new PlatformId(earlier.Platform)) is null)
        {
            // The case was moved here since: nobody writes to an unknown site, nor is anybody asked to (practice P4).
            return;
        }

        if (await IsAskedAsync(takedownCase, task, cancellationToken))
        {
            // Somebody asked for it by hand before the ladder came to it.
            return;
        }

        await db.Entry(takedownCase).Collection(found => found.Rungs).LoadAsync(cancellationToken);
        var rung = RungOf(takedownCase, task);
        IReadOnlyList<Outcome<Notice>> written = earlier is null
            ? [new Refusal("notice.gone", "There is no notice to follow.")]
            : BesideDrafts.Writes(task.Kind)
                ? beside.Write(takedownCase, task, earlier, reading, now)
                : [await WriteAsync(takedownCase, task, earlier, rung, reading, now, cancellationToken)];
        db.Notices.AddRange(written.Select(one => one.Value).OfType<Notice>());

        // Whatever waits for a person, and whatever could not be written, is asked of one.
        var whose = rung?.Tells == RungTells.Supervisors ? TaskFor.Supervisors : TaskFor.Holder;
        foreach (var one in written.Where(one => one is not { Value.State: NoticeState.Queued } && one.Refusal != NobodyToRemind))
        {
            takedownCase.RaiseTask(
                new NewTask(task.Kind, whose, task.DueAt, task.Clock, one.Value?.Id ?? task.Notice, task.Place), Actor.System, now);
        }
    }

    private async Task<bool> IsAskedAsync(TakedownCase takedownCase, StaffTask task, CancellationToken cancellationToken)
        => BesideDrafts.RoleFor(task.Kind) is { } role && task.Place is { } place
            && ProviderNotices.Last(takedownCase, place, role, await db.Notices.AsNoTracking().Include(notice => notice.Places)
                .Where(notice => notice.CaseId == takedownCase.Id && notice.Earlier == task.Notice).ToListAsync(cancellationToken)) is not null;

    // Made ready for the authority that hears of this law: whether it leaves, a person decides. Where every place was taken back
    // nothing is left to complain about; anything else that stands in the way a person looks at.
    private async Task PackAsync(
        TakedownCase takedownCase, StaffTask task, Notice? earlier, CaseReading reading, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Outcome<ComplaintPack> made = new Refusal("referral.no-authority", "Nobody whom we know hears complaints about it.");
        if (earlier is { LeftAt: not null } && packs.Complaint(takedownCase, takedownCase.Clocks.FirstOrDefault(clock => clock.Id == task.Clock)) is var (to, law))
        {
            var facts = await packs.ReadAsync(
                new LoadedNotice(takedownCase, earlier), to, law, sender.AsNoticeSender(), reading, now, cancellationToken);
            made = ComplaintPack.Make(takedownCase.Id, earlier.Id, facts, Actor.System);
        }

        if (made.Value is { } pack)
        {
            db.ComplaintPacks.Add(pack);
        }
        else if (made.Refusal != ReferralRefusals.NothingLeft)
        {
            takedownCase.RaiseTask(new NewTask(TaskKind.NextStep, TaskFor.Holder, task.DueAt, task.Clock, task.Notice, task.Place), Actor.System, now);
        }
    }

    // The rung that asked for it, as the ladder has it today; none where it is gone from there.
    private Rung? RungOf(TakedownCase takedownCase, StaffTask task)
    {
        var current = ladders.For(takedownCase.Track);
        return takedownCase.Rungs.Where(climbed => climbed.Clock == task.Clock && climbed.SkippedBecause is null)
            .OrderByDescending(climbed => climbed.ClimbedAt).Select(climbed => current.Find(climbed.Rung)?.Rung)
            .FirstOrDefault(rung => rung is not null && CaseClimb.TaskOf(rung.Action) == task.Kind);
    }

    private async Task<Outcome<Notice>> WriteAsync(
        TakedownCase takedownCase,
        StaffTask task,
        Notice earlier,
        Rung? rung,
        CaseReading reading,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var choices = reading.OpenRecord<NoticeChoices>(SealedFields.NoticeChoices(earlier.Id), earlier.Choices);
        var answered = task.Kind == TaskKind.Remind ? await AnsweredAsync(takedownCase.Id, cancellationToken) : [];
        var open = Named(takedownCase, earlier, task.Kind, answered, now);
        if (task.Kind == TaskKind.Remind && (open.Count == 0 || await IsJustRemindedAsync(earlier, rung, now, cancellationToken)))
        {
            return NobodyToRemind;
        }

        if (choices is null || open.Count == 0)
        {
            return new Refusal("notice.nothing-left", "Nothing is left of that notice to follow.");
        }

        var kind = task.Kind switch
        {
            TaskKind.Remind => NoticeKind.Reminder,
            TaskKind.SecondChannel => NoticeKind.SecondChannel,
            TaskKind.FileComplaint => NoticeKind.Complaint,
            _ => throw new InvalidOperationException($"The house does not know how to do {task.Kind}."),
        };
        var channel = kind == NoticeKind.SecondChannel
            ? ladder.OtherChannel(earlier.Platform, earlier.Channel, takedownCase.Track)
            : null;
        if (kind == NoticeKind.SecondChannel && channel is null)
        {
            return new Refusal("notice.no-channel", "The platform has no other channel.");
        }

        var drafted = Notice.Draft(
            new NoticeDraft(
                takedownCase.Id,
                kind,
                NoticeReference.FromRandom(RandomNumberGenerator.GetBytes(NoticeReference.RandomBytes)),
                takedownCase.Track,
                FilerKind.Survivor,
                earlier.Platform,
                PlatformIsKnown: true,
                kind == NoticeKind.Complaint ? "authority" : channel?.Id ?? earlier.Channel,
                kind == NoticeKind.Complaint ? ChannelKind.Form : channel?.Kind ?? earlier.ChannelKind,
                earlier.Language,
                earlier.Id,
                rung?.Approval == RungApproval.Two),
            choices with
            {
                Places = open,
                Recipient = kind == NoticeKind.Complaint ? null : channel?.Where ?? choices.Recipient,
                AddedWords = kind == NoticeKind.Reminder ? null : choices.AddedWords,
                MissedBasis = kind == NoticeKind.Complaint ? MissedBasis(takedownCase, task) : null,
            },
            Actor.System,
            now);
        return drafted is { Value: { } notice } && kind == NoticeKind.Reminder && rung is { Approval: RungApproval.None }
            ? await QueueAsync(takedownCase, notice, reading, now, cancellationToken)
            : drafted;
    }

    private async Task<Outcome<Notice>> QueueAsync(
        TakedownCase takedownCase, Notice notice, CaseReading reading, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var facts = await reader.ReadAsync(
            new LoadedNotice(takedownCase, notice),
            SealedJson.Read<NoticeChoices>(notice.Choices!.Plain)!,
            reading,
            sender.AsNoticeSender(),
            now,
            cancellationToken);
        var frozen = await freezer.FreezeAsync(notice, facts, cancellationToken);
        if (frozen.Value is { } freeze)
        {
            notice.Approve(freeze, takedownCase.HasConsent(NoticeKinds.ConsentFor(notice.Kind)), Actor.System, now);
        }

        return notice;
    }

    // What a hold or a downtime kept back may come together with what is due today: one of them is enough.
    private async Task<bool> IsJustRemindedAsync(Notice earlier, Rung? rung, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (rung?.Repeat is not { } repeat)
        {
            return false;
        }

        var since = now - (repeat.Every / 2);
        return await db.Notices.AnyAsync(
            notice => notice.CaseId == earlier.CaseId && notice.Earlier == earlier.Id && notice.Kind == NoticeKind.Reminder && notice.State != NoticeState.Stopped
                && notice.CreatedAt > since,
            cancellationToken);
    }

    // The clocks whose reminder was left out because the platform had said no, wherever their place stands by now.
    private async Task<HashSet<ClockId>> AnsweredAsync(CaseId caseId, CancellationToken cancellationToken)
        => [.. await db.Rungs.AsNoTracking().Where(rung => rung.CaseId == caseId && rung.SkippedBecause == SkipCode.Answered)
            .Select(rung => rung.Clock).ToListAsync(cancellationToken)];

    // Who said no is not reminded; who still has time is not complained about.
    private static List<PlaceId> Named(
        TakedownCase takedownCase, Notice earlier, TaskKind kind, HashSet<ClockId> answered, DateTimeOffset now)
    {
        var named = earlier.Places.Select(place => place.Place).ToHashSet();
        var open = takedownCase.Places.Where(place => named.Contains(place.Id) && PlaceStates.MayBeNoticed(place.State));
        return [.. (kind switch
        {
            TaskKind.Remind => open.Where(place => !PlaceStates.SaysNo(place.State)
                && !takedownCase.Clocks.Any(clock => clock.Place == place.Id && clock.Notice == earlier.Id && answered.Contains(clock.Id))),
            TaskKind.FileComplaint => open.Where(place => PlaceStates.SaysNo(place.State) || takedownCase.Clocks.Any(clock => clock.IsRunning
                && clock.Place == place.Id && clock.Kind == ClockKind.Removal && clock.DueAt <= now)),
            _ => open,
        }).Select(place => place.Id)];
    }

    private string? MissedBasis(TakedownCase takedownCase, StaffTask task)
        => takedownCase.Clocks.FirstOrDefault(clock => clock.Id == task.Clock) is { } clock
            && bases.Find(clock.Basis, clock.BasisVersion) is { } basis
            ? NoticeDeparture.NameOf(bases.LawBehind(basis, clock.StartedAt))
            : null;
}
