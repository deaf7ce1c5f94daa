using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Telling;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Escalation.Telling;
using TakedownCases.Testing;
using TakedownCases.Testing.Mail;
using TakedownCases.Web.Features.Escalations.Written;
using TakedownCases.Web.Jobs;
using TakedownCases.Web.Jobs.Sweeps;
using TakedownCases.Web.Mail;
using TakedownCases.Web.Tests.Accounts;
using TakedownCases.Web.Tests.Jobs;

namespace TakedownCases.Web.Tests.Telling;

/// <summary>What a mail to staff says, word for word, and that it goes through the mail server of either stack.</summary>
public sealed class TellingMailTests
{
    private static readonly TaskCounts All = new(1, 2, 3, 4, 5, 6);

    private static readonly TaskCounts One = new(0, 0, 0, 0, 0, 1);

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Mails_say_counts_in_the_persons_language_and_nothing_else(string language)
    {
        await using var app = await TestApp.StartAsync(DatabaseKind.Sqlite, TellingHouse.Options());
        StaffMailTurn[] turns =
        [
            Turn(language, All, isDigest: true), Turn(language, One, isDigest: false), Turn(language, All, isDigest: false, countsOnly: true),
        ];
        var mails = turns.Select(turn => WrittenMail.Read(Write(app, turn).Bytes.Span)).ToList();

        await Approved.MatchesAsync($"StaffMail.{language}", string.Join("\n----\n", mails.Select(TellingHouse.Words)));
        Assert.All(mails, mail =>
        {
            Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
            Assert.Equal(language, mail.Header("Content-Language"));
            Assert.Contains("TakedownCases", mail.Header("From"), StringComparison.Ordinal);
        });
        Assert.All(turns, turn => Assert.True(Write(app, turn).Bytes.Span.SequenceEqual(Write(app, turn).Bytes.Span)));
        Assert.All(turns, turn => MailBytes.Check(Write(app, turn).Bytes.Span));
    }

    [Fact]
    public async Task Without_a_public_address_no_address_stands_in_a_mail()
    {
        await using var app = await TestApp.StartAsync(DatabaseKind.Sqlite, new TestAppOptions());
        var words = TellingHouse.Words(WrittenMail.Read(Write(app, Turn("en", One, isDigest: true)).Bytes.Span));

        Assert.DoesNotContain("://", words, StringComparison.Ordinal);
        Assert.Contains("Sign in as usual", words, StringComparison.Ordinal);
    }

    [Trait("Kind", "Contract")]
    [Theory, DatabaseData]
    public async Task A_line_that_breaks_after_the_last_dot_doubles_nothing_and_drops_nothing(DatabaseKind kind)
    {
        await using var server = new FaultySmtpServer { Faults = (connection, step) => connection == 1 && step == SmtpStep.Dot ? SmtpFault.Drop(stored: true) : null };
        await using var app = await TestApp.StartAsync(kind, TellingHouse.Options(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Mail:Transport"] = "Smtp",
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = server.Port.ToString(CultureInfo.InvariantCulture),
            ["Mail:Smtp:Security"] = "None",
        }));
        var (me, boss) = (await TestStaff.CreateAsync(app), await TestStaff.CreateAsync(app, StaffRole.Supervisor));
        await app.LateAsync(await app.HeldAsync(me));
        for (var runs = 0; runs < 4; runs++)
        {
            Assert.True(await app.SweepAsync(JobTable.Telling));
            app.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        Assert.Equal([me.Email, boss.Email], server.Received.Select(mail => mail.Recipient));
        var states = await app.DataAsync(db => db.StaffMails.AsNoTracking().OrderBy(mail => mail.WrittenAt).Select(mail => mail.State).ToListAsync());
        Assert.Equal([StaffMailState.Unknown, StaffMailState.Sent], states);
    }

    private static StaffMailTurn Turn(string language, TaskCounts counts, bool isDigest, bool countsOnly = false) => new(
        Guid.Parse("01950000-0000-7000-8000-000000000001"), Guid.Empty, Attempt: 1, ManualTimeProvider.DefaultStart, "ana@example.org", language,
        isDigest, countsOnly, counts, ManualTimeProvider.DefaultStart);

    private static OutgoingMail Write(TestApp app, StaffMailTurn turn)
    {
        using var scope = app.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<StaffMailWriter>().Write(turn);
    }
}
