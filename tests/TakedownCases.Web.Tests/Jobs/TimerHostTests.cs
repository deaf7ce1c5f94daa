using System.Net;
using TakedownCases.Domain.Access;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Jobs;

/// <summary>What only the timer leaves out. Compiled with the portable stack alone.</summary>
[Trait("Kind", "Contract")]
public sealed class TimerHostTests
{
    [Fact]
    public async Task It_has_no_pages_and_no_menu_names_any()
    {
        await using var app = await TestApp.StartAsync();
        using var visitor = app.NewSession();
        using var admin = await TestStaff.SignedInAsync(app, StaffRole.Admin);

        foreach (var path in new[] { "/jobs", "/jobs/recurring" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(path)).Status);
        }

        Assert.Null((await admin.OpenAsync("/staff/people")).Document.QuerySelector("a[href='/jobs']"));
    }
}
