namespace TakedownCases.Domain.Cases;

/// <summary>
/// What stands on a case's stream of the ledger and changes only through methods of its own, each of which records an
/// event (design law 3).
/// </summary>
public abstract class CaseBound
{
    private readonly List<CaseEvent> _events = [];

    /// <summary>Whose stream it is.</summary>
    public abstract CaseId Stream { get; }

    /// <summary>What happened since it was loaded; the ledger takes them when the change is saved.</summary>
    public IReadOnlyList<CaseEvent> Events => _events;

    private protected List<CaseEvent> Recorded => _events;

    /// <summary>The Data project calls this once the events stand in the ledger.</summary>
    public void ForgetEvents() => _events.Clear();

    private protected Outcome Record(CaseEvent happened)
    {
        _events.Add(happened);
        return Outcome.Done;
    }
}
