namespace TakedownCases.Domain.Cases;

/// <summary>Which authority asked us to hold still, under which reference of theirs, and why; sealed as one record.</summary>
public sealed record InvestigationHold(string Authority, string? Reference, string Reason);

/// <summary>Two people agreed to hold still for an authority until an instant (practice P4).</summary>
public sealed record HoldSet(Actor By, DateTimeOffset At, DateTimeOffset Until, StaffId Second, SealedText Words) : CaseEvent(By, At)
{
    public override string Kind => "case.hold-set";

    public override void Describe(EventFields fields) => fields
        .Instant("until", Until).Id("second-staff", Second.Value).Secret("reason", Words);
}

/// <summary>The hold is over, by a person's word or because its end came.</summary>
public sealed record HoldEnded(Actor By, DateTimeOffset At, DateTimeOffset Until) : CaseEvent(By, At)
{
    public override string Kind => "case.hold-ended";

    public override Certainty Certainty => By.Kind == ActorKind.System ? Certainty.Computed : Certainty.Observed;

    public override void Describe(EventFields fields) => fields.Instant("until", Until);
}

/// <summary>Staff found out who hosts, delivers or registers the site of a place.</summary>
public sealed record ProviderRecorded(Actor By, DateTimeOffset At, PlaceId Place, ProviderRole Role, SealedText Details)
    : CaseEvent(By, At)
{
    public override string Kind => "site.provider-recorded";

    public override Certainty Certainty => Certainty.Reported;

    public override void Describe(EventFields fields) => fields
        .Id("place", Place.Value).Code<ProviderRole>("channel", Role).Secret("details", Details);
}
