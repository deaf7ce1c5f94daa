using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Ledger;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.Accounts;

namespace TakedownCases.Web.Tests.Administration;

/// <summary>A supervisor says how much a colleague can hold; nobody else says it of others.</summary>
public sealed class CapacityTests
{
    private const string Form = "form[action='/staff/capacity']";

    [Theory, DatabaseData]
    public async Task A_supervisor_sets_and_lifts_how_many_cases_a_colleague_can_hold(DatabaseKind kind)
    {
        await using var app = await TestApp.StartAsync(kind);
        using var boss = await TestStaff.SignedInAsync(app, StaffRole.Supervisor);
        using var advocate = await TestStaff.SignedInAsync(app, StaffRole.Advocate);
        var page = await boss.OpenAsync("/staff/capacity");
        var colleague = page.Document.QuerySelectorAll("select[name=Person] option").Select(option => option.GetAttribute("value")!).Where(value => value.Length > 0).ToList();
        Assert.Equal(2, colleague.Count);

        foreach (var (typed, stored) in new[] { ("12", (int?)12), ("", null) })
        {
            page = await boss.SubmitAsync(page, Form, ("Person", colleague[0]), ("Most", typed));
            await using var scope = app.Services.CreateAsyncScope();
            var user = await scope.ServiceProvider.GetRequiredService<TakedownDbContext>().Users.FindAsync(Guid.Parse(colleague[0]));
            Assert.Equal(stored, user!.Capacity);
        }

        Assert.Equal(2, (await app.KindsAsync(Guid.Empty, LedgerLane.Admin)).Count(entry => entry == "admin.capacity-set"));
        Assert.Equal(HttpStatusCode.NotFound, (await advocate.GetAsync("/staff/capacity")).Status);
    }

    [Theory]
    [InlineData("0", "whole number from 1 to 500")]
    [InlineData("501", "whole number from 1 to 500")]
    [InlineData("many", "whole number from 1 to 500")]
    public async Task What_is_no_number_of_cases_is_refused_and_stays_as_typed(string typed, string told)
    {
        await using var app = await TestApp.StartAsync();
        using var boss = await TestStaff.SignedInAsync(app, StaffRole.Supervisor);
        var page = await boss.OpenAsync("/staff/capacity");

        page = await boss.PostAsync(page, Form, ("Person", page.Find("select[name=Person] option").GetAttribute("value")), ("Most", typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(told, page.Text, StringComparison.Ordinal);
        Assert.Equal(typed, page.Find("input[name=Most]").GetAttribute("value"));
        Assert.DoesNotContain("admin.capacity-set", await app.KindsAsync(Guid.Empty, LedgerLane.Admin));
    }
}
