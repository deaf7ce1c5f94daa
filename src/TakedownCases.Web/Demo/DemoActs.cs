using TakedownCases.Data;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Demo;

/// <summary>The acts that the demo's stories are told in. Each goes through the case's own verbs.</summary>
internal static class DemoActs
{
    // As long as a real request to erase waits.
    private static readonly TimeSpan ErasureWait = TimeSpan.FromHours(72);

    public static TimeSpan Days(double days) => TimeSpan.FromDays(days);

    public static TimeSpan Hours(double hours) => TimeSpan.FromHours(hours);

    public static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);

    /// <summary>What a colleague did, so long ago.</summary>
    public static DemoStep Staff(TimeSpan ago, string by, params Func<DemoTurn, Outcome>[] acts) => new(ago, by, InTurn(acts));

    /// <summary>What a colleague did about notices.</summary>
    public static DemoStep Desk(TimeSpan ago, string by, params DemoAct[] acts) => new(ago, by, async (turn, cancellationToken) =>
    {
        foreach (var act in acts)
        {
            var outcome = await act(turn, cancellationToken);
            if (!outcome.IsDone)
            {
                return outcome;
            }
        }

        return Outcome.Done;
    });

    public static DemoAct Write(DemoLetter letter) => (turn, _) => turn.Desk.WriteAsync(turn, letter);

    public static DemoAct Approve(DemoLetter letter) => (turn, cancellationToken) => turn.Desk.ApproveAsync(turn, letter, cancellationToken);

    public static DemoAct File(DemoLetter letter, string? reference)
        => (turn, cancellationToken) => turn.Desk.FileAsync(turn, letter, reference, cancellationToken);

    public static DemoAct Tell(DemoLetter letter, PlaceState state, OutcomeSource source, string? words = null)
        => (turn, _) => turn.Desk.TellAsync(turn, letter, state, source, words);

    /// <summary>What the survivor, or whoever filed, did, so long ago.</summary>
    public static DemoStep Survivor(TimeSpan ago, params Func<DemoTurn, Outcome>[] acts) => new(ago, By: null, InTurn(acts));

    public static Outcome Claim(DemoTurn turn) => turn.Case.Claim(turn.By.Staff!.Value, turn.By, turn.Now);

    public static Outcome Review(DemoTurn turn) => turn.Case.Review(turn.Clocks, turn.By, turn.Now);

    public static Outcome Wait(DemoTurn turn) => turn.Case.WaitForSurvivor(turn.Clocks, turn.By, turn.Now);

    public static Outcome Close(DemoTurn turn) => turn.Case.Close(turn.By, turn.Now, turn.Clocks);

    public static Outcome Withdraw(DemoTurn turn) => turn.Case.Withdraw(turn.By, turn.Now, turn.Clocks);

    public static Outcome ConfirmKey(DemoTurn turn) => turn.Case.ConfirmKey(turn.By, turn.Now);

    public static Outcome AskToErase(DemoTurn turn)
        => turn.Case.RequestErasure(keepProof: true, turn.Now + ErasureWait, turn.By, turn.Now, turn.Clocks);

    /// <summary>Every place that still stands as filed is looked at.</summary>
    public static Outcome CheckPlaces(DemoTurn turn)
    {
        foreach (var place in turn.Case.Places.Where(place => place.State == PlaceState.Filed).ToList())
        {
            var outcome = turn.Case.CheckPlace(place.Id, platform: null, turn.By, turn.Now);
            if (!outcome.IsDone)
            {
                return outcome;
            }
        }

        return Outcome.Done;
    }

    public static Outcome StopFirstPlace(DemoTurn turn)
        => turn.Case.WithdrawPlace(turn.Case.Places.MinBy(place => place.Ordinal)!.Id, turn.By, turn.Now);

    public static Outcome ToMinorTrack(DemoTurn turn)
        => turn.Case.MoveToTrack(Track.Minor, turn.Clocks, turn.By, second: null, turn.Now);

    public static Func<DemoTurn, Outcome> Say(string text) => turn =>
    {
        var written = turn.Case.WriteMessage(text, turn.By, turn.Clocks, turn.Now);
        return written.IsDone ? Outcome.Done : written.Refusal;
    };

    public static Func<DemoTurn, Outcome> Note(string text, NoteKind kind = NoteKind.Operational) => turn =>
    {
        turn.Case.WriteNote(kind, text, turn.By, turn.Now);
        return Outcome.Done;
    };

    public static Func<DemoTurn, Outcome> Add(params TypedPlace[] places) => turn =>
    {
        var added = turn.Case.AddPlaces([.. places.Select(place => turn.Places.Read(place, turn.Now))], turn.Clocks, turn.By, turn.Now);
        return added.IsDone ? Outcome.Done : added.Refusal;
    };

    public static Func<DemoTurn, Outcome> Recuse(string colleague) => turn => turn.Case.Recuse(turn.Staff[colleague], turn.By, turn.Now);

    public static Func<DemoTurn, Outcome> Authority(string reason) => turn => turn.Case.CheckAuthority(reason, turn.By, turn.Now);

    public static Func<DemoTurn, Outcome> MoreUrgent(Severity severity)
        => turn => turn.Case.ChangeSeverity(severity, turn.Clocks, turn.By, turn.Now);

    public static Func<DemoTurn, Outcome> Hotline(string hotline, string reference)
        => turn => turn.Case.TellHotline(hotline, reference, duty: null, turn.Clocks, turn.By, turn.Now);

    private static DemoAct InTurn(Func<DemoTurn, Outcome>[] acts) => (turn, _) =>
    {
        foreach (var act in acts)
        {
            var outcome = act(turn);
            if (!outcome.IsDone)
            {
                return Task.FromResult(outcome);
            }
        }

        return Task.FromResult(Outcome.Done);
    };
}
