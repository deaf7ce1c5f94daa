using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;
using TakedownCases.Web.Features.Escalations.Written;
using TakedownCases.Web.Jobs;
using TakedownCases.Web.Tests.Accounts;
using TakedownCases.Web.Tests.Jobs;
using TakedownCases.Web.Tests.Queue;

namespace TakedownCases.Web.Tests.Telling;

/// <summary>An app whose sweeps run only when a test says so, and what its mails to staff say.</summary>
internal static class TellingHouse
{
    public const string Address = "https://cases.example.org";

    public static TestAppOptions Options(Dictionary<string, string>? more = null, Action<IServiceCollection>? services = null, ManualTimeProvider? clock = null)
    {
        var settings = new Dictionary<string, string>(more ?? [], StringComparer.Ordinal) { ["Installation:PublicAddress"] = Address };
        return new TestAppOptions
        {
            Clock = clock ?? new ManualTimeProvider(),
            Settings = settings,
            Services = collection =>
            {
                SchedulerTests.Unscheduled(collection);
                services?.Invoke(collection);
            },
        };
    }

    /// <summary>Everything that tells: clocks climb, then staff are told.</summary>
    public static async Task TellAsync(this TestApp app)
    {
        Assert.True(await app.SweepAsync(JobTable.Clocks));
        Assert.True(await app.SweepAsync(JobTable.Telling));
    }

    public static async Task<FiledCase> HeldAsync(this TestApp app, TestStaff holder, Track track = Track.Adult, DangerAnswers? danger = null)
    {
        var filed = await Filed.CaseAsync(app, track, danger: danger);
        await Filed.ChangeAsync(app, filed, (found, now) => found.Claim(holder.Viewer.Staff, holder.Viewer.AsActor(), now));
        return filed;
    }

    public static Task AskAsync(this TestApp app, FiledCase filed, TaskKind kind = TaskKind.NextStep, TaskFor whose = TaskFor.Holder)
        => Filed.ChangeAsync(app, filed, (found, now) => Assert.True(found.RaiseTask(
            new NewTask(kind, whose, now.AddHours(40), Place: found.Places[0].Id), Actor.System, now).IsDone));

    /// <summary>What cannot wait.</summary>
    public static Task LateAsync(this TestApp app, FiledCase filed) => Filed.ChangeAsync(app, filed, (found, now) => Assert.True(
        found.RaiseTask(new NewTask(TaskKind.DeadlinePassed, TaskFor.Holder, now, Notice: NoticeId.New(now)), Actor.System, now).IsDone));

    public static Task AwayAsync(this TestApp app, TestStaff staff, TestStaff? deputy)
        => app.ChangeAsync(staff.Id, user => (user.AwayFrom, user.AwayUntil, user.Deputy)
            = (app.Clock.GetUtcNow().AddDays(-1), app.Clock.GetUtcNow().AddDays(2), deputy?.Viewer.Staff));

    /// <summary>The mails in the folder, as whoever reads them sees them.</summary>
    public static List<WrittenMail> Mails(this TestApp app)
        => [.. Bytes(app).Select(bytes => WrittenMail.Read(bytes)).OrderBy(mail => mail.Header("Date"), StringComparer.Ordinal)];

    public static IEnumerable<byte[]> Bytes(this TestApp app)
        => Directory.Exists(app.MailFolder) ? Directory.EnumerateFiles(app.MailFolder, "*.eml").Select(File.ReadAllBytes) : [];

    public static string Words(WrittenMail mail) => $"{mail.Header("Subject")}\n\n{mail.Parts.Single().Text}";

    /// <summary>All that left, in every form it could be read: as bytes, decoded, headers included.</summary>
    public static string Everything(this TestApp app)
        => string.Join('\n', Bytes(app).Select(Encoding.Latin1.GetString))
            + string.Join('\n', Mails(app).SelectMany(mail => mail.Headers.Select(header => mail.Header(header.Key)).Append(Words(mail))));
}
