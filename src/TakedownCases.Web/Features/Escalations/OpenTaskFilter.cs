using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using TakedownCases.Data.Desk;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Escalations;

/// <summary>Tells the menu of every staff page how many tasks its reader has.</summary>
internal sealed class OpenTaskFilter(StaffSession session, OpenTasks open, OpenTaskCounts counts, TaskList tasks) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (context.Result is ViewResult && http.Request.Path.StartsWithSegments("/staff", StringComparison.OrdinalIgnoreCase)
            && session.IsSignedIn && Policies.Admits(Policies.CaseWork, http.User))
        {
            var viewer = session.Viewer;
            if (counts.Find(viewer) is not { } count)
            {
                count = await tasks.CountAsync(viewer, http.RequestAborted);
                counts.Know(viewer, count);
            }

            open.Count = count;
        }

        await next();
    }
}
