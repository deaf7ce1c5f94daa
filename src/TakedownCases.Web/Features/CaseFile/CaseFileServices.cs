using Microsoft.AspNetCore.Mvc.Razor;
using TakedownCases.Web.Features.CaseFile.Approvals;
using TakedownCases.Web.Features.CaseFile.Clocks;
using TakedownCases.Web.Features.CaseFile.Ladder;
using TakedownCases.Web.Features.CaseFile.Verbs;

namespace TakedownCases.Web.Features.CaseFile;

/// <summary>The case page, its verbs, and what needs a second person.</summary>
internal static class CaseFileServices
{
    public static IServiceCollection AddCaseFile(this IServiceCollection services) => services
        .Configure<RazorViewEngineOptions>(razor => razor.ViewLocationFormats.Add("/Features/CaseFile/{0}.cshtml"))
        .AddScoped<ShowCase>().AddScoped<CaseParts>()
        .AddScoped<CaseWords>().AddScoped<EventWords>()
        .AddScoped<ClaimCase>().AddScoped<ReleaseCase>().AddScoped<ReviewCase>().AddScoped<ChangeSeverity>()
        .AddScoped<MoveToMinor>().AddScoped<WriteMessage>().AddScoped<AskAndWait>().AddScoped<StopWaiting>().AddScoped<WriteNote>()
        .AddScoped<CheckPlace>().AddScoped<AddPlaces>().AddScoped<WithdrawPlace>().AddScoped<CloseCase>()
        .AddScoped<ReopenCase>().AddScoped<CheckAuthority>().AddScoped<RecuseColleague>()
        .AddScoped<AskSecondPerson>().AddScoped<AskForAdultTrack>().AddScoped<AskForNewKey>().AddScoped<AskForGlass>().AddScoped<AskForLook>()
        .AddScoped<ClockActs>().AddScoped<StartClocks>().AddScoped<EnterLimitation>().AddScoped<EndClock>()
        .AddScoped<LadderPages>().AddScoped<AskForHold>().AddScoped<EndHold>().AddScoped<RecordProvider>().AddScoped<GiveUpHost>()
        .AddScoped<AskProvider>()
        .AddScoped<ListApprovals>().AddScoped<DecideApproval>();
}
