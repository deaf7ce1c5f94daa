using System.Text;
using TakedownCases.Data;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests.Tours;

/// <summary>The one staff page that the tours of the site cannot come to, because it is there in Development only.</summary>
public sealed class WrittenMailTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Axe_finds_nothing_on_the_mail_files_and_they_fit_a_narrow_telephone(string language)
    {
        await using var app = await TestApp.StartForBrowsersAsync(DatabaseKind.Sqlite, new TestAppOptions
        {
            Environment = "Development",
            Clock = new ManualTimeProvider(TimeProvider.System.GetUtcNow()),
        });
        var check = new EveryCheck(new AxeCheck(), new NarrowCheck());
        var staff = await TestStaff.CreateAsync(app, StaffRole.Advocate, minors: true, language: language);
        await browser.VisitAsync(app, new VisitOptions(), async visit =>
        {
            var visitor = new Visitor(visit, language);
            await visitor.SignInAsync(app, staff);
            await visitor.OpenAsync("/staff/mail");
            await check.LookAsync(visitor, "mail-none");
            await WriteAsync(app);
            await visitor.OpenAsync("/staff/mail");
            await check.LookAsync(visitor, "mail-files");
            await visitor.SendAsync("main th a");
            await check.LookAsync(visitor, "mail-file");
        });

        Assert.True(check.All.Count == 0, string.Join('\n', check.All));
    }

    private static async Task WriteAsync(TestApp app)
    {
        var filed = await BrowserApp.FileAsync(app, CaseKey.NewRandom());
        var (_, messageId) = await DeskTour.NoticeAsync(app, filed, queued: true);
        var body = string.Join("\r\n", Enumerable.Range(1, 12).Select(n => $"{n}. https://www.instagram.com/p/{new string('a', n * 9)}"));
        var bytes = NoticeMime.Write(
            new NoticeText { Language = "en", Subject = "Request TN-2222-2222", Body = body, Json = "{ \"format\": \"takedown-notice/1\" }", Fields = [] },
            new NoticeEnvelope
            {
                From = "forms@example.org", FromName = "Online forms", To = "abuse@platform.example.com", MessageId = messageId, Date = app.Clock.Now(),
            });
        Directory.CreateDirectory(app.MailFolder);
        await File.WriteAllTextAsync(Path.Combine(app.MailFolder, "0123456789abcdef.eml"), Encoding.ASCII.GetString(bytes));
    }
}
