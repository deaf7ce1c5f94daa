using TakedownCases.Domain.Cases;

namespace TakedownCases.Data.Law;

/// <summary>
/// What is left to do after an edition was activated: its open clocks are counted again, in the order of their ids, so that
/// a run that breaks off goes on where it was. It is passed through twice, for work that began under the rule of before.
/// </summary>
public sealed class RuleRecount
{
    /// <summary>By then every process has seen the edition.</summary>
    public static readonly TimeSpan FirstPassAfter = TimeSpan.FromSeconds(15);

    /// <summary>By then the longest turn of a sweep that began before it is over.</summary>
    public static readonly TimeSpan SecondPassAfter = TimeSpan.FromMinutes(15);

    private const int Passes = 2;

    private RuleRecount() => RuleId = null!;

    internal RuleRecount(RuleEdition edition, DateTimeOffset now)
    {
        (Id, Kind, RuleId, CreatedAt, NotBefore) = (edition.Id, edition.Kind, edition.RuleId, now, now + FirstPassAfter);
    }

    /// <summary>The edition that was activated.</summary>
    public Guid Id { get; private set; }

    public RuleKind Kind { get; private set; }

    public string RuleId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the pass it is at may begin.</summary>
    public DateTimeOffset NotBefore { get; private set; }

    /// <summary>Passes that are over.</summary>
    public int Pass { get; private set; }

    /// <summary>The basis or track it is at; null at the beginning.</summary>
    public string? AtBasis { get; private set; }

    public CaseId? AtCase { get; private set; }

    /// <summary>The last clock that was looked at.</summary>
    public ClockId? AtClock { get; private set; }

    /// <summary>Clocks looked at in the first pass.</summary>
    public int Looked { get; private set; }

    public int Changed { get; private set; }

    /// <summary>Clocks that keep their version, because the rule has no length for them any more.</summary>
    public int Kept { get; private set; }

    /// <summary>Clocks of cases that could not be worked on; the log says why.</summary>
    public int Failed { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    internal void MoveTo(string basis, CaseId? atCase, ClockId? atClock) => (AtBasis, AtCase, AtClock) = (basis, atCase, atClock);

    internal void Count(int looked, int changed, int kept, int failed)
    {
        Looked += Pass == 0 ? looked : 0;
        Changed += changed;
        Kept += Pass == 0 ? kept : 0;
        Failed += failed;
    }

    internal void EndPass(DateTimeOffset now)
    {
        Pass++;
        (AtBasis, AtCase, AtClock) = (null, null, null);
        if (Pass < Passes)
        {
            NotBefore = CreatedAt + SecondPassAfter;
        }
        else
        {
            FinishedAt = now;
        }
    }
}
