using TakedownCases.Data;
using TakedownCases.Data.Referrals;
using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Referrals;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Referrals;

/// <summary>
/// Records what they did. Where they acted, the clocks of the chosen laws start at their own act, on each place of the referral; where
/// they have our report, those that run on themselves; what they answered ends these.
/// </summary>
public sealed class TellReferral(
    ReferralChange change, AuthorityDirectory directory, LegalBasisCatalogue bases, CaseClockBook clocks, StaffSession session, TimeProvider clock)
{
    private const string Ordered = "authority-notice";
    private const string Told = "complaint-to-authority";

    public async Task<VerbResult> HandleAsync(ReferralPath path, ReferralStepInput input, CancellationToken cancellationToken)
    {
        if (!CasePermissions.May(session.Viewer, CaseAction.TellHotline))
        {
            return VerbResult.Forbidden;
        }

        var (theirs, wrongTheirs) = ReferralForms.Read(input.Theirs, FilingLimits.ShortLength);
        var (words, wrongWords) = ReferralForms.Read(input.Words, FilingLimits.MessageLength);
        var happenedAt = TypedTime.Read(input.HappenedAt, session.Zone, clock.Now());
        if (input.To is not { } to || happenedAt is not { } at || wrongTheirs is not null || wrongWords is not null)
        {
            return input.To is null ? new VerbResult(VerbStatus.Refused, "step", nameof(ReferralStepInput.To))
                : happenedAt is null ? new VerbResult(VerbStatus.Refused, "time", nameof(ReferralStepInput.HappenedAt))
                : wrongTheirs is not null ? new VerbResult(VerbStatus.Refused, wrongTheirs, nameof(ReferralStepInput.Theirs))
                : new VerbResult(VerbStatus.Refused, wrongWords, nameof(ReferralStepInput.Words));
        }

        var result = await change.RunAsync(path, input, (loaded, by, now) => Tell(loaded, to, at, theirs, words, input.Bases, by, now), cancellationToken);
        return result switch
        {
            { Status: VerbStatus.Refused, Code: "referral.cannot-follow" } => new VerbResult(VerbStatus.Refused, "cannot-follow", nameof(ReferralStepInput.To)),
            { Status: VerbStatus.Refused, Code: "referral.too-early" } => new VerbResult(VerbStatus.Refused, "too-early", nameof(ReferralStepInput.HappenedAt)),
            _ => result,
        };
    }

    /// <summary>
    /// Taken back by us. What has left: they were told to disregard it, in words that say how. What has not: whoever proposed it, or a
    /// supervisor, thinks better of it.
    /// </summary>
    public async Task<VerbResult> WithdrawAsync(ReferralPath path, ReferralStepInput input, CancellationToken cancellationToken)
    {
        var (words, wrong) = ReferralForms.Read(input.How, FilingLimits.MessageLength);
        if (wrong is not null)
        {
            return new VerbResult(VerbStatus.Refused, wrong, nameof(ReferralStepInput.How));
        }

        var result = await change.RunAsync(path, input, (loaded, by, now) => Withdraw(loaded, words, by, now), cancellationToken);
        return result is { Status: VerbStatus.Refused, Code: "referral.no-words" }
            ? new VerbResult(VerbStatus.Refused, "how-told", nameof(ReferralStepInput.How)) : result;
    }

    /// <summary>The laws that a recipient's act can start clocks under, on this track and at this instant, whether or not they may.</summary>
    public static IReadOnlyList<LegalBasis> Offered(Authority? to, Track track, LegalBasisCatalogue bases, DateTimeOffset at)
        => to is null ? [] : [.. to.ClocksUnder.Select(id => bases.VersionAt(id, at)).OfType<LegalBasis>()
            .Where(basis => basis.Track == TrackScope.Both || basis.Track == (track == Track.Minor ? TrackScope.Minor : TrackScope.Adult))];

    private Outcome Tell(
        LoadedReferral loaded, ReferralState to, DateTimeOffset at, string? theirs, string? words, List<string> chosen, Actor by, DateTimeOffset now)
    {
        var (subject, referral) = loaded;
        var told = referral.Tell(to, at, theirs, words, by, now);
        if (!told.IsDone)
        {
            return told;
        }

        // Their pages promise the person that we write to them about an answer, also when the case is over.
        if (to is ReferralState.Answered or ReferralState.Refused && referral.TellPerson)
        {
            subject.AskAfterwards(new NewTask(TaskKind.TellPerson, TaskFor.Holder, now, Referral: referral.Id), by, now);
        }

        if (!subject.IsOpen)
        {
            return told;
        }

        var offered = Offered(directory.Find(referral.Authority), subject.Track, bases, at).Where(basis => chosen.Contains(basis.Id)).ToList();
        if (to is ReferralState.Received or ReferralState.Acted)
        {
            var trigger = to == ReferralState.Acted ? ClockTrigger.AuthorityRequest : ClockTrigger.ComplaintToAuthority;
            var open = subject.Places.Where(place => referral.Places.Any(named => named.Place == place.Id) && PlaceStates.MayBeNoticed(place.State));
            var code = to == ReferralState.Acted ? Ordered : Told;
            return subject.StartClocks([.. open.SelectMany(place => clocks.Legal(trigger, offered, subject, at, code, place.Id))], now);
        }

        // Another referral to the same body has clocks of its own, on its own places.
        var mine = directory.Find(referral.Authority)?.ClocksUnder ?? [];
        foreach (var running in subject.Clocks.Where(one => one is { IsRunning: true, Kind: ClockKind.Authority, StartedBy: Told } && mine.Contains(one.Basis)
            && referral.Places.Any(named => named.Place == one.Place)).ToList())
        {
            subject.EndClock(running.Id, met: true, by, now, at: at);
        }

        return Outcome.Done;
    }

    private Outcome Withdraw(LoadedReferral loaded, string? words, Actor by, DateTimeOffset now)
    {
        var (subject, referral) = loaded;
        var isPending = ReferralStates.IsPending(referral.State);
        if (isPending && by.Staff != referral.ProposedBy && !CasePermissions.May(session.Viewer, CaseAction.DecideReferral))
        {
            return ReferralRefusals.NotYours;
        }

        if (!isPending && words is null && referral.State != ReferralState.Withdrawn)
        {
            return ReferralRefusals.NoWords;
        }

        subject.EndReferralTasks(referral.Id, by, now, TaskKind.DecideReferral, TaskKind.HandOver, TaskKind.TellWithdrawal);
        return referral.Withdraw("by-staff", words, by, now);
    }
}
