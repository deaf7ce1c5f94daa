using TakedownCases.Data.Vault;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Features.Referrals;

/// <summary>
/// Tells the person what was passed on without their consent, in the same transaction: on their own pages where nobody but they
/// would read it, else by a task to find a safe way (practice P8, P12). Nothing where two people agreed that it would endanger them.
/// </summary>
public sealed class TellPerson(CaseClockBook clocks, AuthorityNames names, Languages languages, T texts)
{
    // @keys referrals.message.*
    public Outcome Of(TakedownCase subject, Referral referral, string? whom, CaseReading reading, Actor by, DateTimeOffset now)
    {
        if (!referral.TellPerson || referral.Ground is ReferralGround.Consent or ReferralGround.ByPerson)
        {
            return Outcome.Done;
        }

        if (!subject.ReachesSurvivor)
        {
            return Ask(subject, referral, by, now);
        }

        var details = reading.OpenRecord<CaseDetails>(SealedFields.CaseDetails(subject.Id), subject.Details);
        var voice = subject.Track == Track.Minor && details?.AdultToday != true ? "minor" : "adult";
        var own = texts.In(languages.Find(subject.Language) ?? Languages.English);
        var name = referral.Authority == AuthorityDirectory.Other && whom is not null ? whom : names.Of(referral.Authority, own);
        var written = subject.WriteMessage(own[$"referrals.message.{Codes.Of(referral.Ground)}.{voice}", ("name", name)], by, clocks.Start, now);
        return written.IsDone ? Outcome.Done : Ask(subject, referral, by, now);
    }

    // Also when the case is over, or waits for its erasure: word is owed all the same.
    private static Outcome Ask(TakedownCase subject, Referral referral, Actor by, DateTimeOffset now)
        => subject.AskAfterwards(new NewTask(TaskKind.TellPerson, TaskFor.Holder, now, Referral: referral.Id), by, now);
}
