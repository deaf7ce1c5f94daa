using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Referrals;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Referrals;
using TakedownCases.Web.Features.Referrals.Directory;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Referrals;

/// <summary>The pages of referrals, each from a logged reading of its case.</summary>
public sealed class ReferralPages(
    OpenCase opener,
    TakedownDbContext db,
    ReferralStore referrals,
    ReferralForms forms,
    AuthorityDirectory directory,
    LegalBasisCatalogue bases,
    ReportingDuties duties,
    LastChecks checks,
    AuthorityNames names,
    StaffSession session,
    TimeProvider clock)
{
    private bool MayRefer => CasePermissions.May(session.Viewer, CaseAction.TellHotline);

    public async Task<ShownReferral> ListAsync(string number, CancellationToken cancellationToken)
    {
        var opening = await opener.HandleAsync(number, "referrals", WithTasks, cancellationToken);
        if (opening is not { Status: OpeningStatus.Open, Case: { } subject, Reading: { } reading })
        {
            return new ShownReferral(opening.Status, opening.Number);
        }

        var made = await referrals.ListAsync(subject.Id, cancellationToken);
        var packs = await referrals.PacksAsync(subject.Id, cancellationToken);
        var ids = packs.Select(pack => pack.Notice).Distinct().ToList();
        var notices = await db.Notices.AsNoTracking().Where(notice => notice.CaseId == subject.Id && EF.Parameter(ids).Contains(notice.Id))
            .Select(notice => new { notice.Id, notice.Reference }).ToDictionaryAsync(notice => notice.Id, notice => notice.Reference.Value, cancellationToken);
        return new ShownReferral(opening.Status, opening.Number, new ReferralsPage(
            opening.Number,
            subject.Track,
            subject.IsOpen,
            MayRefer,
            subject.HotlineToldAt,
            [.. made.Select(one => new ReferralLine(one.Reference.Value, names.Of(one.Authority), one.State, one.Ground, one.MadeAt ?? one.CreatedAt, one.MovedAt))],
            [.. packs.Select(pack => new PackLine(
                pack.Id.Value, names.Of(pack.Authority), pack.Basis, notices.GetValueOrDefault(pack.Notice, ""), pack.MadeAt, pack.MadeBy is null))],
            MayRefer && await db.Notices.AnyAsync(notice => notice.CaseId == subject.Id && notice.LeftAt != null, cancellationToken),
            MayRefer ? Asked(subject, made) : [],
            CaseBar.Of(subject, reading, clock.Now()),
            clock.Now()));
    }

    /// <summary>Whom one can choose.</summary>
    public async Task<ShownReferral> ChooseAsync(string number, CancellationToken cancellationToken)
    {
        if (!MayRefer)
        {
            return ShownReferral.Forbidden(number);
        }

        var opening = await opener.HandleAsync(number, "referrals", WithTasks, cancellationToken);
        if (opening is not { Status: OpeningStatus.Open, Case: { } subject, Reading: { } reading })
        {
            return new ShownReferral(opening.Status, opening.Number);
        }

        var known = await checks.AllAsync(cancellationToken);
        var all = RecipientOrder.Of(directory.For(subject.Track, subject.Country), subject.Severity);
        var near = all.Where(authority => authority.IsIn(subject.Country) && known.GetValueOrDefault(authority.Id) is not { IsRight: false }).ToList();
        return new ShownReferral(opening.Status, opening.Number, new ChoosePage(
            opening.Number,
            subject.Track,
            subject.Country,
            subject.HasConsent(ConsentAction.TellHotline),
            subject.HasConsent(ConsentAction.TellPolice),
            subject.HasConsent(ConsentAction.TellAuthority),
            subject.HotlineToldAt,
            subject.Tasks.FirstOrDefault(task => task is { IsOpen: true, Kind: TaskKind.TellHotline } && subject.EndsByWord(task))?.Id,
            near,
            [.. all.Except(near)],
            known,
            CaseBar.Of(subject, reading, clock.Now()),
            clock.Now()));
    }

    /// <summary>The form for one recipient; with <paramref name="typed"/> what was chosen stands.</summary>
    public async Task<ShownReferral> MakeAsync(string number, string? to, ReferralInput? typed, CancellationToken cancellationToken)
    {
        if (!MayRefer)
        {
            return ShownReferral.Forbidden(number);
        }

        var opening = await opener.HandleAsync(
            number, "referral", cases => cases.Include(subject => subject.Consents).Include(subject => subject.Places), cancellationToken);
        if (opening is not { Status: OpeningStatus.Open, Case: { } subject, Reading: { } reading })
        {
            return new ShownReferral(opening.Status, opening.Number);
        }

        if (directory.Find(typed?.To ?? to) is not { } authority || !authority.IsFor(subject.Track))
        {
            return ShownReferral.Gone(number);
        }

        var now = clock.Now();
        var input = typed ?? ReferralForms.Fresh(authority, subject);
        var facts = await forms.FactsAsync(subject, authority, input, reading, now, cancellationToken);
        var all = await forms.FactsAsync(subject, authority, input, reading, now, cancellationToken, all: true);
        var text = ReferralText.Of(facts, input.Items);
        return new ShownReferral(opening.Status, opening.Number, new MakePage
        {
            Number = opening.Number,
            Track = subject.Track,
            To = authority,
            HasConsent = authority.Id != AuthorityDirectory.Other && subject.HasConsent(authority.Consent),
            HadConsent = authority.Id != AuthorityDirectory.Other && subject.Consents.Any(consent => consent.Action == authority.Consent),
            Bar = CaseBar.Of(subject, reading, now),
            Check = (await checks.AllAsync(cancellationToken)).GetValueOrDefault(authority.Id),
            Duties = duties.That(subject.Track == Track.Minor, authority, subject.Country),
            Allowed = PassedItems.Allowed(authority, subject.Track),
            Places = all.Places,
            Text = text,
            Print = ReferralForms.PrintOf(text),
            Input = input,
            Zone = session.Zone.Id,
            Now = now,
        });
    }

    public async Task<ShownReferral> OneAsync(ReferralPath path, ReferralStepInput? typed, CancellationToken cancellationToken)
    {
        var opening = await opener.HandleAsync(
            path.Number,
            "referral",
            cases => cases.Include(subject => subject.Clocks).Include(subject => subject.Places).Include(subject => subject.Keys)
                .Include(subject => subject.Tasks.Where(task => task.EndedAt == null)),
            cancellationToken);
        if (opening is not { Status: OpeningStatus.Open, Case: { } subject, Reading: { } reading })
        {
            return new ShownReferral(opening.Status, opening.Number);
        }

        return path.Parse() is (_, var reference) && await referrals.FindAsync(subject.Id, reference, cancellationToken) is { } referral
            ? new ShownReferral(opening.Status, opening.Number, await PageAsync(opening.Number, subject, referral, reading, typed, cancellationToken))
            : ShownReferral.Gone(path.Number);
    }

    private async Task<ReferralPage> PageAsync(
        string number, TakedownCase subject, Referral referral, CaseReading reading, ReferralStepInput? typed, CancellationToken cancellationToken)
    {
        var to = directory.Find(referral.Authority);
        var text = reading.Open(SealedFields.ReferralText(referral.Id), referral.Text);
        var named = referral.Places.Select(place => place.Place).ToHashSet();
        var now = clock.Now();
        return new ReferralPage
        {
            Number = number,
            Referral = referral,
            To = to,
            Text = text,
            Print = ReferralForms.PrintOf(text ?? ""),
            Reason = reading.Open(SealedFields.ReferralReason(referral.Id), referral.Reason),
            Theirs = reading.Open(SealedFields.ReferralTheirs(referral.Id), referral.Theirs),
            Words = reading.Open(SealedFields.ReferralWords(referral.Id), referral.Words),
            Bar = CaseBar.Of(subject, reading, now),
            Whom = reading.Open(SealedFields.ReferralWhom(referral.Id), referral.Whom),
            Places = [.. subject.Places.Where(place => named.Contains(place.Id)).Select(place => place.Ordinal).Order()],
            TakenBack = [.. subject.Places.Where(place => named.Contains(place.Id) && place.State == PlaceState.Withdrawn).Select(place => place.Ordinal).Order()],
            ReachesPerson = subject.ReachesSurvivor,
            Asked = MayRefer ? Asked(subject, [referral]) : [],
            Names = await StaffNames.OfAsync(
                db, new[] { referral.MadeBy, referral.ProposedBy, referral.AgreedBy }.OfType<StaffId>().Select(staff => staff.Value), cancellationToken),
            Bases = TellReferral.Offered(to, subject.Track, bases, now),
            Clocks = [.. subject.Clocks.Where(one => one.Kind == ClockKind.Authority && to?.ClocksUnder.Contains(one.Basis) == true)
                .OrderBy(one => one.DueAt)],
            Duty = duties.For(subject.Track == Track.Minor).FirstOrDefault(duty => duty.Id == referral.Duty)?.TextKey,
            MayAct = MayRefer && ReferralStates.WasPassedOn(referral.State, referral.MadeAt) && referral.State != ReferralState.Withdrawn,
            MayHandOver = MayRefer && text is not null && referral.Track == subject.Track && (referral.State == ReferralState.Agreed || referral.MayHaveLeft),
            IsWithdrawn = subject.State == CaseState.Withdrawn,
            MayTakeBack = MayRefer && ReferralStates.IsPending(referral.State)
                && (referral.ProposedBy == session.Viewer.Staff || CasePermissions.May(session.Viewer, CaseAction.DecideReferral)),
            MayDecide = referral.State == ReferralState.Proposed && CasePermissions.May(session.Viewer, CaseAction.DecideReferral)
                && referral.ProposedBy != session.Viewer.Staff,
            Input = typed ?? new ReferralStepInput(),
            Zone = session.Zone.Id,
            Now = now,
        };
    }

    private List<ReferralTask> Asked(TakedownCase subject, IReadOnlyList<Referral> referrals)
        => [.. subject.Tasks.Where(task => task is { IsOpen: true, Kind: TaskKind.TellWithdrawal or TaskKind.TellPerson })
            .Join(referrals, task => task.Referral, referral => (ReferralId?)referral.Id, (task, referral) => new ReferralTask(
                subject.Number.Value, task.Id, task.Kind, referral.Reference.Value, names.Of(referral.Authority), CommandId.New(clock.Now()).Value))];

    private static IQueryable<TakedownCase> WithTasks(IQueryable<TakedownCase> cases)
        => cases.Include(subject => subject.Consents).Include(subject => subject.Tasks.Where(task => task.EndedAt == null));
}
