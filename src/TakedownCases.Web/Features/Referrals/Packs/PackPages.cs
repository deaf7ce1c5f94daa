using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Referrals;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Platforms;
using TakedownCases.Domain.Referrals;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Referrals.Packs;

/// <summary>The pages of complaint packs, and the files, each from a logged reading of its case.</summary>
public sealed class PackPages(
    OpenCase opener, ReferralStore referrals, NoticeStore notices, TakedownDbContext db, AuthorityDirectory directory, PlatformDirectory platforms,
    LegalBasisCatalogue bases, StaffSession session, TimeProvider clock)
{
    private const string Section = "pack";

    public async Task<ShownReferral> NewAsync(string number, PackInput input, CancellationToken cancellationToken)
    {
        if (!CasePermissions.May(session.Viewer, CaseAction.TellHotline))
        {
            return ShownReferral.Forbidden(number);
        }

        var opening = await opener.HandleAsync(number, Section, cases => cases, cancellationToken);
        if (opening is not { Status: OpeningStatus.Open, Case: { } subject })
        {
            return new ShownReferral(opening.Status, opening.Number);
        }

        var sent = (await notices.ListAsync(subject.Id, cancellationToken)).Where(notice => notice.LeftAt is not null)
            .Select(notice => (notice.Reference.Value, platforms.Find(new PlatformId(notice.Platform))?.Name ?? notice.Platform, notice.LeftAt!.Value)).ToList();
        return new ShownReferral(opening.Status, opening.Number, new NewPackPage(
            opening.Number, subject.Track, sent, [.. directory.For(subject.Track, subject.Country).Where(authority => authority.Pack is not null)], input, clock.Now()));
    }

    public async Task<ShownReferral> OneAsync(string number, Guid id, CancellationToken cancellationToken)
    {
        var opening = await opener.HandleAsync(number, Section, cases => cases, cancellationToken);
        if (opening is not { Status: OpeningStatus.Open, Case: { } subject, Reading: { } reading })
        {
            return new ShownReferral(opening.Status, opening.Number);
        }

        if (await referrals.FindPackAsync(subject.Id, new PackId(id), cancellationToken) is not { } pack)
        {
            return ShownReferral.Gone(number);
        }

        // Made for an adult, with addresses, and the case is a minor's now: nobody reads or saves it any more (practice P5).
        var isWithheld = subject.Track == Track.Minor && pack.Track == Track.Adult;
        var json = isWithheld ? "" : reading.Open(SealedFields.PackJson(pack.Id), pack.Json) ?? "";
        var notice = await db.Notices.AsNoTracking().Where(one => one.CaseId == subject.Id && one.Id == pack.Notice)
            .Select(one => one.Reference).FirstOrDefaultAsync(cancellationToken);
        return new ShownReferral(opening.Status, opening.Number, new PackPage(
            opening.Number,
            pack,
            directory.Find(pack.Authority),
            pack.Basis?.Split('@') is [var basis, var version] ? bases.Find(basis, version)?.Citation : null,
            notice.Value is { Length: > 0 } reference ? reference : null,
            isWithheld ? "" : reading.Open(SealedFields.PackText(pack.Id), pack.Text) ?? "",
            json,
            ReferralForms.PrintOf(json),
            isWithheld));
    }
}
