using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Notices;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Testing;
using TakedownCases.Web.Jobs;
using TakedownCases.Web.Tests.CaseFile;
using TakedownCases.Web.Tests.Jobs;

namespace TakedownCases.Web.Tests.Notices;

/// <summary>What people do with notices, step by step, through the pages.</summary>
internal static class NoticeSteps
{
    public const string Telegram = "telegram";
    public const string Instagram = "meta-instagram";
    public const string Tida = "us-tida-removal@2026-11-22";

    public static async Task<FiledCase> FileAsync(
        CaseWorld world, Track track = Track.Adult, bool isSigned = true, FilerKind filer = FilerKind.Survivor, ConsentAction[]? consents = null)
    {
        await using var scope = world.App.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<CaseFiling>().FileAsync(
            new FilingRequest
            {
                Command = new CommandId(Guid.CreateVersion7()),
                Track = track,
                Language = "en",
                Country = "US",
                Details = new CaseDetails { Filer = filer, Words = "canary words", Harms = [HarmKind.SharedWithoutConsent] },
                Statement = isSigned && track == Track.Adult
                    ? new SignedStatement
                    {
                        Statement = "I did not agree to this being shared.", Name = "Canary Name", Signature = "Canary Name",
                        SignedAt = world.App.Clock.Now(),
                    }
                    : null,
                Places =
                [
                    new TypedPlace("https://t.me/invented_canary/1"), new TypedPlace("https://t.me/invented_canary/2"),
                    new TypedPlace("https://www.instagram.com/p/InventedCanary/"), new TypedPlace("https://host.example.org/canary"),
                ],
                Consents = consents ?? [ConsentAction.NotifyPlatforms],
                Key = filer == FilerKind.Bystander ? null : CaseKey.NewRandom(),
                By = Actor.Survivor,
            },
            CancellationToken.None);
        return outcome.IsDone ? outcome.Value : throw new InvalidOperationException(outcome.Refusal.Code);
    }

    /// <summary>The form on which a notice to the platform is composed.</summary>
    public static async Task<WebPage> ComposeAsync(
        WebSession session, FiledCase filed, string platform, NoticeKind kind = NoticeKind.Removal)
    {
        await CaseWorld.OpenAsync(session, filed);
        return await session.OpenAsync($"/staff/cases/{filed.Number}/notices/new?platform={platform}&kind={kind}");
    }

    /// <summary>A draft, and the page that shows it.</summary>
    public static async Task<WebPage> DraftAsync(
        WebSession session, FiledCase filed, string platform, params (string Name, string? Value)[] values)
        => await session.SubmitAsync(await ComposeAsync(session, filed, platform), "#compose", values);

    /// <summary>Drafted, and said by two people: frozen.</summary>
    public static async Task<NoticeReference> ApproveAsync(CaseWorld world, FiledCase filed, string platform)
    {
        using var first = world.As(world.Supervisor);
        var page = await first.SubmitAsync(await DraftAsync(first, filed, platform), "#approve");
        var reference = ReferenceOf(page);
        if ((await NoticeAsync(world, reference)).State == NoticeState.AwaitsSecond)
        {
            using var second = world.As(world.OtherSupervisor);
            await second.SubmitAsync(await OpenAsync(second, filed, reference), "#approve");
        }

        return reference;
    }

    public static async Task<WebPage> OpenAsync(WebSession session, FiledCase filed, NoticeReference reference)
    {
        await CaseWorld.OpenAsync(session, filed);
        return await session.OpenAsync($"/staff/cases/{filed.Number}/notices/{reference.Value}");
    }

    public static NoticeReference ReferenceOf(WebPage page) => NoticeReference.Parse(page.Find("h1").TextContent);

    public static string PreviewOf(WebPage page) => page.Find("#text").TextContent;

    public static Task<Notice> NoticeAsync(CaseWorld world, NoticeReference reference)
        => world.App.ReadAsync(db => db.Notices.AsNoTracking().Include(notice => notice.Places).SingleAsync(notice => notice.Reference == reference));

    public static Task<List<Notice>> NoticesAsync(CaseWorld world, FiledCase filed)
        => world.App.ReadAsync(db => db.Notices.AsNoTracking().Where(notice => notice.CaseId == filed.Id).ToListAsync());

    public static Task<OutboxItem?> OutboxAsync(CaseWorld world, NoticeReference reference)
        => world.App.ReadAsync(async db =>
        {
            var id = (await db.Notices.AsNoTracking().SingleAsync(notice => notice.Reference == reference)).Id;
            return await db.Outbox.AsNoTracking().SingleOrDefaultAsync(item => item.Notice == id);
        });

    /// <summary>What was frozen, and the bytes beside it.</summary>
    public static async Task<(FrozenNotice Frozen, string? Mime)> FrozenAsync(CaseWorld world, FiledCase filed, NoticeReference reference)
    {
        var notice = await NoticeAsync(world, reference);
        (FrozenNotice, string?) found = default;
        await world.WithAsync(async services =>
        {
            var reading = await services.GetRequiredService<ReadLog>().OpenAsync(filed.Id, Actor.Console, "test", null, CancellationToken.None);
            found = (reading.OpenRecord<FrozenNotice>(SealedFields.NoticeFrozen(notice.Id), notice.Frozen)!,
                reading.Open(SealedFields.NoticeMime(notice.Id), notice.Mime));
        });
        return found;
    }

    public static Task<bool> SendAsync(CaseWorld world) => world.App.SweepAsync(JobTable.Sending);

    public static List<string> Mails(CaseWorld world)
        => Directory.Exists(world.App.MailFolder)
            ? [.. Directory.EnumerateFiles(world.App.MailFolder, "*.eml").Select(file => File.ReadAllText(file))]
            : [];

    public static Task<List<StaffTask>> TasksAsync(CaseWorld world, FiledCase filed)
        => world.App.ReadAsync(db => db.Tasks.AsNoTracking().Where(task => task.CaseId == filed.Id && task.EndedAt == null).ToListAsync());

    public static string Token(WebPage page) => page.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;

    /// <summary>A form that no page offered.</summary>
    public static Task<WebPage> ForgeAsync(WebSession session, WebPage page, string path, params (string Name, string Value)[] values)
        => session.SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(values.Select(value => KeyValuePair.Create(value.Name, value.Value))
                .Append(KeyValuePair.Create("__RequestVerificationToken", Token(page)))
                .Append(KeyValuePair.Create("Input.Command", Guid.CreateVersion7().ToString()))),
        });

    public static IEnumerable<string> Choices(WebPage page, string name)
        => page.Document.QuerySelectorAll($"input[name='{name}']").Select(choice => choice.GetAttribute("value")!);
}
