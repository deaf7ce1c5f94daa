using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data;
using TakedownCases.Data.Ledger;
using TakedownCases.Data.Vault;
using TakedownCases.Domain.Cases;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Calls;

/// <summary>A call as staff note it, and what came of it in the database.</summary>
internal static class Call
{
    public const string Form = "#call";
    public const string Words = "canary-words as they were said";
    public const string Address = "https://example.org/canary-address";
    public const string Phone = "canary-phone 01 23 45";
    public const string Witness = "Canary Witness";

    public static readonly (string Name, string? Value)[] Whole =
    [
        ("AgeWhenMade", "adult"), ("Places", Address), ("Words", Words), ("Harms", "Blackmail"), ("Threatened", "True"),
        ("Channel", "Telephone"), ("ContactAddress", Phone), ("NoVoicemail", "true"), ("InterpreterLanguage", "Canary Swahili"),
        ("Consents", "NotifyPlatforms"), ("WitnessName", Witness), ("Agreed", "true"), ("ReadBack", "true"),
    ];

    /// <summary>The whole call but for these answers; null leaves one out.</summary>
    public static (string Name, string? Value)[] With(params (string Name, string? Value)[] other)
        => [.. Whole.Where(field => !other.Any(one => one.Name == field.Name)), .. other];

    public static async Task<WebPage> FileAsync(WebSession staff, params (string Name, string? Value)[] other)
        => await staff.SubmitAsync(await staff.OpenAsync("/staff/calls"), Form, With(other));

    /// <summary>The path alone, whichever way the request was made.</summary>
    public static string PathOf(WebPage page) => new Uri(new Uri("https://localhost"), page.Path).AbsolutePath;

    public static string Number(WebPage done) => done.Find("main strong").TextContent.Trim();

    public static async Task<T> ReadAsync<T>(TestApp app, Func<TakedownDbContext, Task<T>> read)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TakedownDbContext>());
    }

    public static Task<List<TakedownCase>> CasesAsync(TestApp app) => ReadAsync(app, db => db.Cases.AsNoTracking()
        .AsSplitQuery().Include(one => one.Places).Include(one => one.Consents).Include(one => one.Keys).ToListAsync());

    /// <summary>What was sealed about the filing, opened as a reading would.</summary>
    public static async Task<(CaseDetails Details, SafeContact Contact)> OpenAsync(TestApp app, TakedownCase filed)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var reading = await scope.ServiceProvider.GetRequiredService<ReadLog>()
            .OpenAsync(filed.Id, Actor.Survivor, "details", null, CancellationToken.None);
        return (reading.OpenRecord<CaseDetails>(SealedFields.CaseDetails(filed.Id), filed.Details)!,
            reading.OpenRecord<SafeContact>(SealedFields.CaseContact(filed.Id), filed.Contact)!);
    }
}
