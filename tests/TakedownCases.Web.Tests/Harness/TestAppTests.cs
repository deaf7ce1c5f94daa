using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Harness;

public sealed class TestAppTests
{
    private static readonly TestAppOptions WithPages = new()
    {
        Services = services => services.AddSingleton<IStartupFilter>(new Pages()),
    };

    [Theory, DatabaseData]
    public async Task The_app_gets_its_own_database_clock_and_files(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        var settings = app.Services.GetRequiredService<IConfiguration>();

        Assert.Equal(kind.ToString(), settings["Database:Provider"]);
        Assert.Equal(app.Database.AppConnectionString, settings["ConnectionStrings:Takedown"]);
        Assert.Equal(app.KeyFile, settings["Installation:KeyFile"]);
        Assert.Equal("false", settings["Demo"]);
        Assert.Same(app.Clock, app.Services.GetRequiredService<TimeProvider>());
    }

    [Fact]
    public async Task A_session_keeps_cookies_fills_in_forms_and_follows_redirects()
    {
        await using var app = await TestApp.StartAsync(options: WithPages);
        using var visitor = app.NewSession();
        var form = await visitor.OpenAsync("/harness/form");

        var answer = await visitor.SubmitAsync(form, "form", ("colour", "blue"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("token=t1 colour=blue kept=yes", answer.Text);
    }

    [Fact]
    public async Task A_cookie_dies_by_the_clock_of_the_test()
    {
        await using var app = await TestApp.StartAsync(options: WithPages with { Clock = new() });
        using var visitor = app.NewSession();
        await visitor.OpenAsync("/harness/form");
        Assert.Contains("__Host-kept", visitor.Cookies.Cookies.Keys);

        app.Clock.Advance(TimeSpan.FromHours(25));

        Assert.DoesNotContain("__Host-kept", visitor.Cookies.Cookies.Keys);
    }

    [Fact]
    public async Task Logs_are_kept_from_Debug_up_with_their_values()
    {
        await using var app = await TestApp.StartAsync();
        var log = LoggerMessage.Define<int>(LogLevel.Debug, new EventId(7), "The number is {Number}");

        log(app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Microsoft.Harness"), 41, null);

        var line = Assert.Single(app.Logs, line => line.Category == "Microsoft.Harness");
        Assert.Contains("Number=41", line.Everything, StringComparison.Ordinal);
    }

    private sealed class Pages : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map("/harness/form", form => form.Run(FormAsync));
            app.Map("/harness/done", done => done.Run(context => context.Response.WriteAsync(
                $"{Uri.UnescapeDataString(context.Request.QueryString.Value![1..])} kept={context.Request.Cookies["__Host-kept"]}")));
            next(app);
        };

        private static async Task FormAsync(HttpContext context)
        {
            if (HttpMethods.IsPost(context.Request.Method))
            {
                var sent = await context.Request.ReadFormAsync();
                var text = string.Join(' ', sent.Select(field => $"{field.Key}={field.Value}"));
                context.Response.Redirect("/harness/done?" + Uri.EscapeDataString(text));
                return;
            }

            var clock = context.RequestServices.GetRequiredService<TimeProvider>();
            context.Response.Cookies.Append("__Host-kept", "yes", new CookieOptions
            {
                Secure = true, Path = "/", Expires = clock.GetUtcNow().AddHours(24),
            });
            await context.Response.WriteAsync(
                "<form method=post><input type=hidden name=token value=t1><input name=colour value=red></form>");
        }
    }
}
