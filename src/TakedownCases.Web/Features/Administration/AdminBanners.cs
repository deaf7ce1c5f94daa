using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using TakedownCases.Data;
using TakedownCases.Domain.Access;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Administration;

/// <summary>
/// Tells administrators what only one person decided: that there is one administrator only, and for a month that one was
/// made by a single person or at the command line.
/// </summary>
internal sealed class AdminBanners(TakedownDbContext db, StaffBanners banners, TimeProvider clock, T texts) : IAsyncResultFilter
{
    private const string ConsoleDetail = "console-admin";

    private static readonly TimeSpan Shown = TimeSpan.FromDays(30);

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is ViewResult && Policies.Admits(Policies.Administration, context.HttpContext.User))
        {
            await AddAsync(Guid.Parse(context.HttpContext.User.FindFirstValue(StaffClaims.Id)!), context.HttpContext.RequestAborted);
        }

        await next();
    }

    private async Task AddAsync(Guid me, CancellationToken cancellationToken)
    {
        var since = clock.Now() - Shown;
        if (!await db.Users.AnyAsync(
            user => user.Role == StaffRole.Admin && user.Id != me && user.DisabledAt == null && user.EnrolledAt != null, cancellationToken))
        {
            banners.Add("warn", texts["administration.banner.one"]);
        }

        var alone = await (from request in db.Approvals.AsNoTracking()
                           where (request.Detail == InvitePerson.AloneDetail || request.Detail == ConsoleDetail) && request.RequestedAt > since
                           orderby request.RequestedAt
                           select new { request.Subject, request.RequestedAt, request.Detail }).ToListAsync(cancellationToken);
        foreach (var grant in alone)
        {
            var name = await db.Users.Where(user => user.Id == grant.Subject.Value).Select(user => user.DisplayName).SingleOrDefaultAsync(cancellationToken);
            var key = grant.Detail == ConsoleDetail ? "administration.banner.console" : "administration.banner.alone";
            banners.Add("info", texts[key, ("name", name), ("when", texts.WhenUtc(grant.RequestedAt))]);
        }
    }
}
