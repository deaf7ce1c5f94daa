using TakedownCases.Web.Features.Accounts;
using TakedownCases.Web.Features.Administration;
using TakedownCases.Web.Features.Background;
using TakedownCases.Web.Features.Calls;
using TakedownCases.Web.Features.CaseFile;
using TakedownCases.Web.Features.Escalations;
using TakedownCases.Web.Features.Filing;
using TakedownCases.Web.Features.Law;
using TakedownCases.Web.Features.Notices;
using TakedownCases.Web.Features.Queue;
using TakedownCases.Web.Features.Referrals;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Tracking;
using TakedownCases.Web.Features.Welcome;

namespace TakedownCases.Web.Features;

/// <summary>Every slice there is; each names its own services.</summary>
internal static class Slices
{
    public static IServiceCollection AddSlices(this IServiceCollection services, IHostEnvironment environment) => services
        .AddShared().AddWelcome().AddAccounts().AddAdministration().AddFiling().AddTracking().AddCalls().AddQueue().AddCaseFile()
        .AddNotices().AddReferrals().AddEscalations(environment).AddLaw().AddBackground();
}
