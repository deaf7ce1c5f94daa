using Microsoft.AspNetCore.Mvc.ModelBinding;
using TakedownCases.Data.Identity;
using TakedownCases.Domain;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Accounts;

/// <summary>Says beside the field why a password was not taken.</summary>
internal static class PasswordRefusals
{
    // @keys accounts.password.*
    public static void AddRefusal(this ModelStateDictionary state, Outcome chosen, T texts)
    {
        if (!chosen.IsDone)
        {
            var code = chosen.Refusal.Code;
            var field = code == "password.again" ? "PasswordAgain" : code == "password.current" ? "CurrentPassword" : "Password";
            state.AddModelError(field, code switch
            {
                "password.short" => texts["accounts.password.short", ("n", Passwords.MinimumLength)],
                "password.long" => texts["accounts.password.long", ("n", Passwords.MaximumLength)],
                "password.again" => texts["accounts.password.differ"],
                "password.current" => texts["accounts.password.wrong"],
                _ => texts[$"accounts.{code}"],
            });
        }
    }
}
