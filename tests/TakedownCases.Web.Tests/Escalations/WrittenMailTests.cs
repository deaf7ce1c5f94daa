using System.Net;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Testing;
using TakedownCases.Web.Features.Escalations.Written;
using TakedownCases.Web.Tests.Queue;

namespace TakedownCases.Web.Tests.Escalations;

/// <summary>The page of mails written as files: there in Development, and nowhere else at all.</summary>
public sealed class WrittenMailTests
{
    [Theory]
    [InlineData("Testing")]
    [InlineData("Production")]
    public async Task Outside_Development_there_is_no_such_endpoint(string environment)
    {
        await using var app = environment == "Testing" ? await TestApp.StartAsync(options: SignedIn.Options()) : null;
        if (app is null)
        {
            // Production asks for settings a test has not; what decides is what is registered.
            var services = new ServiceCollection();
            Features.Escalations.EscalationsServices.AddEscalations(services, new Named(environment));
            Assert.DoesNotContain(services, service => service.ServiceType == typeof(ShowWrittenMail));
            return;
        }

        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(app.MailFolder).FullName, "one.eml"), Mail("<a@example.org>"));
        using var session = await SignedIn.AsAsync(app, StaffRole.Supervisor, cleared: true);

        Assert.DoesNotContain(Routes(app), route => route.Contains("staff/mail", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await session.GetAsync("/staff/mail")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await session.GetAsync("/staff/mail/one")).Status);
        Assert.Empty((await session.OpenAsync("/staff/tasks")).Document.QuerySelectorAll("a[href='/staff/mail']"));
    }

    [Fact]
    public async Task In_Development_the_files_are_listed_with_their_headers_and_text()
    {
        await using var app = await DevelopmentAsync();
        using var session = await SignedIn.AsAsync(app, StaffRole.Advocate);
        Assert.Contains("No mail has been written yet", (await session.OpenAsync("/staff/mail")).Text, StringComparison.Ordinal);
        Assert.Contains("staff/mail/{name}", Routes(app));
        await WriteAsync(app, "one", Mail("<a@example.org>"));
        await WriteAsync(app, ".half", Mail("<b@example.org>"));

        var list = await session.OpenAsync("/staff/mail");
        var one = await session.OpenAsync(Assert.Single(list.Document.QuerySelectorAll("main th a")).GetAttribute("href")!);

        Assert.Contains("Demande TN-2222-2222 é", list.Text, StringComparison.Ordinal);
        Assert.Contains("abuse@example.com", list.Text, StringComparison.Ordinal);
        Assert.Contains("Veuillez retirer – merci.", one.Text, StringComparison.Ordinal);
        Assert.Contains("\"format\": \"takedown-notice/1\"", one.Text, StringComparison.Ordinal);
        Assert.NotNull(list.Document.QuerySelector("nav.nav a[href='/staff/mail']"));
        foreach (var name in new[] { "two", "..%2Fone", ".half", "%2e%2e%2finstallation" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await session.GetAsync("/staff/mail/" + name)).Status);
        }
    }

    [Fact]
    public async Task A_mail_about_a_case_is_shown_to_whoever_may_see_the_case()
    {
        await using var app = await DevelopmentAsync();
        var minor = await Filed.CaseAsync(app, Track.Minor);
        var (_, messageId) = await Desk.NoticeAsync(app, minor, queued: true);
        await WriteAsync(app, "minor", Mail(messageId));
        using var plain = await SignedIn.AsAsync(app, StaffRole.Supervisor);
        using var cleared = await SignedIn.AsAsync(app, StaffRole.Supervisor, cleared: true);

        var hidden = await plain.OpenAsync("/staff/mail");
        Assert.Empty(hidden.Document.QuerySelectorAll("main tbody tr"));
        Assert.Equal(HttpStatusCode.NotFound, (await plain.GetAsync("/staff/mail/minor")).Status);
        Assert.Equal([minor.Number.Value], Desk.Numbers(await cleared.OpenAsync("/staff/mail")));
        Assert.Equal(HttpStatusCode.OK, (await cleared.GetAsync("/staff/mail/minor")).Status);
    }

    [Fact]
    public void What_the_house_writes_is_read_back()
    {
        const string Body = "Line one – with “quotes”, a = sign and a trailing blank \r\n.\r\nLong: ";
        var text = new NoticeText { Language = "fr", Subject = "Demande TN-2222-2222", Body = Body + new string('é', 200), Json = "{\"a\":\"é\"}", Fields = [] };
        var bytes = NoticeMime.Write(text, new NoticeEnvelope
        {
            From = "forms@example.org",
            FromName = "Collectif Été",
            To = "abuse@example.com",
            MessageId = "<x@example.org>",
            Date = ManualTimeProvider.DefaultStart,
        });

        var mail = WrittenMail.Read(bytes);

        Assert.Equal(text.Subject, mail.Header("Subject"));
        Assert.Equal("Collectif Été <forms@example.org>", mail.Header("From"));
        Assert.Equal("<x@example.org>", mail.Header("Message-ID"));
        Assert.Equal([null, NoticeMime.AttachmentName], mail.Parts.Select(part => part.Name));
        Assert.Equal(text.Body, mail.Parts[0].Text.TrimEnd('\r', '\n'));
        Assert.Equal(text.Json, mail.Parts[1].Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no header at all")]
    [InlineData("Content-Type: multipart/mixed; boundary=x\r\n\r\n--x")]
    [InlineData("Content-Transfer-Encoding: base64\r\n\r\n!!!")]
    [InlineData("Content-Transfer-Encoding: quoted-printable\r\n\r\n=Z=")]
    public void A_broken_file_is_shown_and_breaks_nothing(string text)
        => Assert.NotNull(WrittenMail.Read(Encoding.ASCII.GetBytes(text)).Header("Subject"));

    private static async Task<TestApp> DevelopmentAsync()
        => await TestApp.StartAsync(options: SignedIn.Options() with { Environment = "Development" });

    private static async Task WriteAsync(TestApp app, string name, string mail)
        => await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(app.MailFolder).FullName, name + ".eml"), mail);

    private static List<string> Routes(TestApp app)
        => [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/'))];

    private static string Mail(string messageId) => string.Join("\r\n",
        "From: forms@example.org",
        "To: abuse@example.com",
        "Subject: =?utf-8?Q?Demande_TN-2222-2222?=",
        " =?utf-8?B?IMOp?=",
        $"Message-ID: {messageId}",
        "Content-Type: multipart/mixed; boundary=\"=_part\"",
        "",
        "--=_part",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "Veuillez retirer =E2=80=93 mer=",
        "ci.",
        "--=_part",
        "Content-Type: application/json; name=\"takedown-notice.json\"",
        "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment; filename=\"takedown-notice.json\"",
        "",
        Convert.ToBase64String("{ \"format\": \"takedown-notice/1\" }"u8),
        "--=_part--",
        "");

    private sealed class Named(string name) : Microsoft.Extensions.Hosting.IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "test";

        public string ContentRootPath { get; set; } = "/";

        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
    }
}
