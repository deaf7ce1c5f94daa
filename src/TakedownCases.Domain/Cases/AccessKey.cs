namespace TakedownCases.Domain.Cases;

/// <summary>Whose key it is: the survivor's own ends the filer's (practice P7).</summary>
public enum KeyHolder
{
    Survivor,
    Filer,
}

/// <summary>
/// A case key as the database knows it: only its keyed hash. <see cref="EndedAt"/> is set when it was replaced; a key
/// that has ended answers like one that never was.
/// </summary>
public sealed class AccessKey
{
    private AccessKey()
    {
        Lookup = null!;
    }

    internal AccessKey(CaseId caseId, byte[] lookup, KeyHolder holder, DateTimeOffset madeAt, bool spoken)
    {
        Spoken = spoken;
        CaseId = caseId;
        Lookup = lookup;
        Holder = holder;
        MadeAt = madeAt;
    }

    public CaseId CaseId { get; private set; }

    /// <summary>HMAC-SHA-256 of the digits under the installation's pepper.</summary>
    public byte[] Lookup { get; private set; }

    public KeyHolder Holder { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>
    /// Staff made it and read it out, at a filing for a caller or in place of a lost one: whoever comes with it makes their
    /// own first (practice P14, P16).
    /// </summary>
    public bool Spoken { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    internal void Confirm(DateTimeOffset now) => ConfirmedAt ??= now;

    internal void End(DateTimeOffset now) => EndedAt ??= now;
}
