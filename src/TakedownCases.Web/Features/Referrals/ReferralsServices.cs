using Microsoft.AspNetCore.Mvc.Razor;
using TakedownCases.Web.Features.Referrals.Directory;
using TakedownCases.Web.Features.Referrals.Packs;

namespace TakedownCases.Web.Features.Referrals;

/// <summary>Handing a case to somebody outside, what they did, complaint packs, and the directory of whom there is.</summary>
internal static class ReferralsServices
{
    public static IServiceCollection AddReferrals(this IServiceCollection services) => services
        .Configure<RazorViewEngineOptions>(razor => razor.ViewLocationFormats.Add("/Features/Referrals/{0}.cshtml"))
        .AddScoped<ReferralWords>().AddScoped<ReferralPages>().AddScoped<ReferralForms>().AddScoped<ReferralChange>()
        .AddScoped<MakeReferral>().AddScoped<DecideReferral>().AddScoped<HandOverReferral>().AddScoped<TellPerson>().AddScoped<TellReferral>()
        .AddScoped<PackPages>().AddScoped<MakePack>()
        .AddScoped<ListAuthorities>().AddScoped<CheckAuthority>().AddScoped<LastChecks>();
}
