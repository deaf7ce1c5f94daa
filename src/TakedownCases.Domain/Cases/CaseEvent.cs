namespace TakedownCases.Domain.Cases;

/// <summary>How we know: we saw it happen, somebody told us, or a sweep computed it (practice P21).</summary>
public enum Certainty
{
    Observed,
    Reported,
    Computed,
}

/// <summary>One thing that happened to a case. Every change of a case records one; every event is a ledger entry.</summary>
public abstract record CaseEvent(Actor By, DateTimeOffset At)
{
    /// <summary>The stable name of the act, such as <c>case.filed</c>; the table stands in docs/ledger.md.</summary>
    public abstract string Kind { get; }

    public virtual Certainty Certainty => Certainty.Observed;

    /// <summary>Names what the entry holds: ids, codes and instants in clear, everything else as a commitment.</summary>
    public abstract void Describe(EventFields fields);
}

/// <summary>What one event says, by field name. The Data project turns names into the ledger's tags.</summary>
public sealed class EventFields
{
    private readonly List<EventField> _all = [];

    public IReadOnlyList<EventField> All => _all;

    public EventFields Id(string name, Guid? id) => Add(name, id);

    public EventFields Code(string name, string? code) => Add(name, code);

    public EventFields Code<TEnum>(string name, TEnum? code)
        where TEnum : struct, Enum
        => Add(name, code is { } known ? Codes.Of(known) : null);

    public EventFields Number(string name, long? number) => Add(name, number);

    public EventFields Ids(string name, IReadOnlyList<Guid> ids) => Add(name, ids);

    public EventFields Instant(string name, DateTimeOffset? at) => Add(name, at);

    /// <summary>A value that the ledger only commits to: its words stay sealed and can be erased.</summary>
    public EventFields Secret(string name, SealedText? text) => Add(name, text);

    private EventFields Add(string name, object? value)
    {
        if (value is not null)
        {
            _all.Add(new EventField(name, value));
        }

        return this;
    }
}

/// <summary>One named value: a Guid, list of Guid, string, long, DateTimeOffset or <see cref="SealedText"/>.</summary>
public sealed record EventField(string Name, object Value);
