using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Ledger;

namespace TakedownCases.Data.Ledger;

/// <summary>One act on its way into a stream.</summary>
internal sealed record LedgerAct(
    LedgerStream Stream,
    string Kind,
    Actor By,
    DateTimeOffset At,
    Certainty Certainty,
    IReadOnlyList<EventField> Fields)
{
    public static LedgerAct Of(CaseId caseId, CaseEvent happened)
    {
        var fields = new EventFields();
        happened.Describe(fields);
        return new LedgerAct(
            new LedgerStream(caseId.Value, LedgerLane.Case), happened.Kind, happened.By, happened.At, happened.Certainty, fields.All);
    }
}
