using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using System.Security.Claims;
using TakedownCases.Testing;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Jobs;

namespace TakedownCases.Web.Tests.Jobs;

public sealed class LateSweepBannerTests
{
    [Fact]
    public async Task Staff_pages_say_when_a_sweep_is_late_and_stop_saying_it_once_it_ran()
    {
        await using var app = await TestApp.StartAsync(options: new TestAppOptions { Services = SchedulerTests.Unscheduled });
        _ = app.Services.GetRequiredService<SweepWatch>();
        Assert.Empty(await BannersAsync(app, "/staff/queue"));

        app.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("late", Assert.Single(await BannersAsync(app, "/staff/queue")).Kind);
        Assert.Empty(await BannersAsync(app, "/en/come-back"));
        await Task.WhenAll(JobTable.All.Select(app.SweepAsync));
        app.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Empty(await BannersAsync(app, "/staff/queue"));
    }

    private static async Task<IReadOnlyList<StaffBanner>> BannersAsync(TestApp app, string path)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var context = new DefaultHttpContext
        {
            RequestServices = scope.ServiceProvider,
            User = new ClaimsPrincipal(new ClaimsIdentity("test")),
        };
        context.Request.Path = path;
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        var filter = ActivatorUtilities.CreateInstance<LateSweepBanner>(scope.ServiceProvider);
        var action = new ActionContext(context, new RouteData(), new ActionDescriptor());
        await filter.OnActionExecutionAsync(
            new ActionExecutingContext(action, [], new Dictionary<string, object?>(StringComparer.Ordinal), new object()),
            () => Task.FromResult(new ActionExecutedContext(action, [], new object())));
        return scope.ServiceProvider.GetRequiredService<StaffBanners>().All;
    }
}
