using TakedownCases.Data.Desk;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Web.Features.Escalations;

/// <summary>Where the rows of the desk's lists lead.</summary>
public static class DeskAddress
{
    public static string Case(CaseNumber number) => $"/staff/cases/{number}";

    public static string Notice(CaseNumber number, NoticeReference reference) => $"{Case(number)}/notices/{reference.Value}";

    /// <summary>Where a task is done: at its notice, where the case is passed on, with the sites, at the clock that runs out, else at the case.</summary>
    public static string Task(TaskRow row) => row switch
    {
        { Kind: TaskKind.FindHost } => $"{Case(row.Number)}/sites",
        { Kind: TaskKind.PoliceOrLawyer } => $"{Case(row.Number)}/messages",
        { Referral: { } referral } => Referral(row.Number, referral),
        { Reference: { } reference } => Notice(row.Number, reference),
        { Kind: TaskKind.TellHotline } => $"{Case(row.Number)}/referrals/new",
        { Kind: TaskKind.DecideReferral or TaskKind.TellWithdrawal or TaskKind.HandOver or TaskKind.TellPerson } => $"{Case(row.Number)}/referrals",
        { Place: not null } => $"{Case(row.Number)}/places",
        { Clock: { } clock } => Clock(row.Number, clock),
        _ => Case(row.Number),
    };

    public static string Referral(CaseNumber number, ReferralReference reference) => $"{Case(number)}/referrals/{reference.Value}";

    public static string Clock(CaseNumber number, ClockId clock) => $"/staff/cases/{number}/clocks/{clock.Value}";
}
