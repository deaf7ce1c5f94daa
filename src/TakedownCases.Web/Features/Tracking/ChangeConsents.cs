using TakedownCases.Domain;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>Gives and takes back each consent as the form has it; taking back acts at once (practice P13).</summary>
public sealed class ChangeConsents(OnceOnly once)
{
    public Task<Outcome> HandleAsync(KeySession session, ConsentForm form, CancellationToken cancellationToken)
        => once.DoAsync(session, form, rights => rights.MayConsent, (found, now) => Change(session, form, found, now), cancellationToken);

    private static Outcome Change(KeySession session, ConsentForm form, TakedownCase found, DateTimeOffset now)
    {
        var allowed = form.Allowed ?? [];
        foreach (var action in Enum.GetValues<ConsentAction>())
        {
            if (!allowed.Contains(action))
            {
                found.WithdrawConsent(action, session.Actor, now);
            }
            else if (found.IsOpen)
            {
                found.GiveConsent(action, session.Actor, now);
            }
        }

        return Outcome.Done;
    }
}
