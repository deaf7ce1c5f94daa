using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Identity;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests.Tours;

/// <summary>The staff pages one role comes to, in the language of its profile.</summary>
internal sealed class StaffTour(TestApp app, Visitor visitor, PageCheck check, FiledCase adult, FiledCase minor, FiledCase odd)
{
    private static readonly string[] CaseParts = ["", "/places", "/notices", "/clocks", "/messages", "/notes", "/people", "/timeline"];

    public async Task RunAsync(StaffRole role)
    {
        var who = role.ToString().ToLowerInvariant();
        var staff = await TestStaff.CreateAsync(app, role, minors: role is StaffRole.Advocate or StaffRole.Supervisor, language: visitor.Lang);
        if (role == StaffRole.Triage)
        {
            await SignInPagesAsync(staff);
        }

        await visitor.SignInAsync(app, staff);
        await LookAsync("/staff/profile", $"{who}-profile");
        await (role switch
        {
            StaffRole.Triage => TriageAsync(),
            StaffRole.Advocate => AdvocateAsync(staff.Viewer),
            StaffRole.Supervisor => SupervisorAsync(),
            StaffRole.Legal => LegalAsync(),
            _ => AdminAsync(),
        });
    }

    private async Task SignInPagesAsync(TestStaff staff)
    {
        await LookAsync($"/staff/sign-in?lang={visitor.Lang}", "sign-in");
        await visitor.TypeAsync("Email", staff.Email);
        await visitor.TypeAsync("Password", "not that one at all");
        await visitor.SendAsync("main .actions button.button");
        await check.LookAsync(visitor, "sign-in-error");
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await visitor.TypeAsync("Password", TestStaff.Password);
        await visitor.SendAsync("main .actions button.button");
        await check.LookAsync(visitor, "sign-in-code");
        await visitor.TypeAsync("Passcode", "000000");
        await visitor.SendAsync("main .actions button.button");
        await check.LookAsync(visitor, "sign-in-code-error");
        app.Clock.Advance(TimeSpan.FromMinutes(2));

        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TakedownDbContext>();
        var invited = StaffUser.Invited($"new-{visitor.Lang}-{Guid.CreateVersion7():N}@example.org", "New Person", StaffRole.Legal, app.Clock.Now());
        db.Users.Add(invited);
        var path = await scope.ServiceProvider.GetRequiredService<StaffInvitations>().IssueAsync(invited.Id, CancellationToken.None);
        await db.SaveChangesAsync();
        await LookAsync(path, "welcome");
        await visitor.SendAsync("main .actions button.button");
        await check.LookAsync(visitor, "welcome-error");
        await visitor.TypeAsync("Password", TestStaff.Password);
        await visitor.TypeAsync("PasswordAgain", TestStaff.Password);
        await visitor.SendAsync("main .actions button.button");
        await check.LookAsync(visitor, "welcome-app");
    }

    private async Task TriageAsync()
    {
        await LookAsync("/staff/queue", "triage-queue");
        await LookAsync($"/staff/queue/{adult.Number}", "triage-sorting");
        await LookAsync("/staff/queue?tab=unchecked", "triage-unchecked");
        await LookAsync($"/staff/queue/{odd.Number}", "triage-sorting-unchecked");
        await LookAsync("/staff/people", "triage-not-found");
    }

    private async Task AdvocateAsync(Viewer me)
    {
        await LookAsync("/staff/queue?tab=free", "queue");
        await LookAsync("/staff/queue?severity=Urgent&language=fr", "queue-filtered");
        await LookAsync("/staff/queue?country=ZZ", "queue-empty");
        await visitor.OpenAsync("/staff/queue");
        await visitor.SendAsync("#next button.button");
        await check.LookAsync(visitor, "queue-claimed");
        await visitor.OpenAsync($"/staff/queue/find?number={adult.Number}");
        await check.LookAsync(visitor, "queue-found");
        await visitor.OpenAsync("/staff/queue/find?number=NOTHING");
        await check.LookAsync(visitor, "queue-not-found");
        await LookAsync($"/staff/queue/{minor.Number}", "sorting-minor");
        foreach (var (filed, name) in new[] { (adult, "case"), (minor, "case-minor") })
        {
            foreach (var part in CaseParts)
            {
                await LookAsync($"/staff/cases/{filed.Number}{part}", name + part.Replace('/', '-'));
            }
        }

        await visitor.OpenAsync($"/staff/cases/{adult.Number}/clocks");
        await visitor.SendAsync("main table a[data-open]");
        await check.LookAsync(visitor, "case-clock-trace");
        await visitor.OpenAsync($"/staff/cases/{adult.Number}/messages");
        await visitor.SendAsync("main form[action$='/message'] button.button");
        await check.LookAsync(visitor, "case-message-error");
        await visitor.TypeAsync("Input.Message", "We have begun.");
        await visitor.SendAsync("main form[action$='/message'] button.button");
        await check.LookAsync(visitor, "case-message-sent");
        await new DeskTour(visitor, check).NothingAsync();
        await DeskTour.FillAsync(app, me, adult, minor);
        await new DeskTour(visitor, check).RunAsync(adult.Number);
        foreach (var page in new[] { "hold", "sites" })
        {
            await LookAsync($"/staff/cases/{minor.Number}/{page}", $"minor-{page}");
            await LookAsync($"/staff/cases/{adult.Number}/{page}", $"adult-{page}");
        }

        await visitor.OpenAsync($"/staff/cases/{adult.Number}/hold");
        await visitor.SendAsync("main .actions button.button");
        await check.LookAsync(visitor, "adult-hold-error");

        await LookAsync("/staff/glass", "glass");
        await visitor.SendAsync("main .actions button.button");
        await check.LookAsync(visitor, "glass-error");
        await LookAsync("/staff/approvals", "approvals-mine");
        await visitor.OpenAsync($"/staff/cases/{minor.Number}/people");
        await visitor.TypeAsync("Input.AdultReason", "The pictures were made last year.");
        await visitor.SendAsync("main form[action$='/adult'] button.button");
        await check.LookAsync(visitor, "case-asked-second");
        await LookAsync("/staff/cases/TC-0000-0000", "case-not-found");
        var notices = new NoticeTour(visitor, check);
        await notices.RunAsync(adult, Track.Adult, "adult");
        await notices.RunAsync(minor, Track.Minor, "minor");
        await CallAsync();
    }

    private async Task CallAsync()
    {
        await LookAsync("/staff/calls", "call");
        await visitor.SendAsync("main .actions button.button");
        await check.LookAsync(visitor, "call-error");
        await visitor.ChooseAsync("AgeWhenMade", "unsure");
        await visitor.TypeAsync("Places", "https://www.instagram.com/p/a-rather-long-address-that-must-wrap-somewhere\nhttps://x.com/someone/status/1");
        await visitor.ChooseAsync("Agreed", "true");
        await visitor.ChooseAsync("ReadBack", "true");
        await visitor.SendAsync("main .actions button.button");
        Assert.Equal("/staff/calls/done", visitor.Path);
        await check.LookAsync(visitor, "call-done");
        var heard = await visitor.KeyAsync();
        await visitor.SendAsync("#forget button.button");

        // What the person sees who comes back with a key that was read out.
        await visitor.EnterAsync(heard);
        Assert.EndsWith("/k/new", visitor.Path, StringComparison.Ordinal);
        await check.LookAsync(visitor, "spoken-key");
    }

    private async Task SupervisorAsync()
    {
        await LookAsync("/staff/queue", "supervisor-queue");
        await LookAsync("/staff/tasks", "supervisor-tasks");
        await LookAsync("/staff/escalations", "supervisor-escalations");
        await LookAsync("/staff/escalations/kept", "supervisor-kept");
        await LookAsync("/staff/background", "supervisor-background");
        await LookAsync("/staff/capacity", "supervisor-capacity");
        await LookAsync("/staff/approvals", "approvals");
        await LookAsync($"/staff/cases/{adult.Number}", "case-purpose");
        await visitor.SendAsync("main .actions button.button");
        await check.LookAsync(visitor, "case-purpose-error");
        await visitor.ChooseAsync("Input.Purpose", "supervision");
        await visitor.SendAsync("main .actions button.button");
        await check.LookAsync(visitor, "supervisor-case");
        await LookAsync($"/staff/cases/{adult.Number}/notes", "supervisor-notes");
        await LookAsync("/staff/escalations?tab=second", "supervisor-second");
        await visitor.SendAsync("main td a[data-open]");
        await check.LookAsync(visitor, "supervisor-second-notice");
    }

    private async Task LegalAsync()
    {
        await visitor.OpenAsync($"/staff/cases/{adult.Number}");
        await visitor.ChooseAsync("Input.Purpose", "legal-request");
        await visitor.SendAsync("main .actions button.button");
        foreach (var part in new[] { "", "/readers", "/history" })
        {
            await LookAsync($"/staff/cases/{adult.Number}{part}", "legal-case" + part.Replace('/', '-'));
        }

        await new LawTour(visitor, check).RunAsync();
    }

    private async Task AdminAsync()
    {
        await LookAsync("/staff/people", "people");
        await LookAsync("/staff/people/invite", "people-invite");
        await visitor.SendAsync("main .actions button.button");
        await check.LookAsync(visitor, "people-invite-error");
        await visitor.TypeAsync("Name", "Second Administrator");
        await visitor.TypeAsync("Email", string.Create(CultureInfo.InvariantCulture, $"second-{Guid.CreateVersion7():N}@example.org"));
        await visitor.SendAsync("main .actions button.button");
        await check.LookAsync(visitor, "people-invited");
        await visitor.OpenAsync("/staff/people");
        var person = await visitor.Page.Locator("main table a[href^='/staff/people/0']").First.GetAttributeAsync("href");
        await LookAsync(person!, "person");
        await LookAsync("/staff/settings", "settings");
        await LookAsync("/staff/admin-log", "admin-log");
        await LookAsync("/staff/outbox", "admin-outbox");
        await new LawTour(visitor, check).DecideAsync();
        await LookAsync("/staff/background", "admin-background");
    }

    private async Task LookAsync(string path, string name)
    {
        await visitor.OpenAsync(path);
        await check.LookAsync(visitor, name);
    }
}
