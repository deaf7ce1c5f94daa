namespace TakedownCases.Domain.Notices;

/// <summary>What a notice asks for.</summary>
public enum NoticeKind
{
    /// <summary>The first notice: take it down.</summary>
    Removal,

    /// <summary>To the same recipient, naming the earlier notice.</summary>
    Reminder,

    /// <summary>The same to another channel of the platform.</summary>
    SecondChannel,

    /// <summary>Keep account and log data (practice P18).</summary>
    Preservation,

    /// <summary>The answer to "send an identity document", or the picture (practice P19).</summary>
    CounterIdentity,

    /// <summary>A draft for the authority that the missed basis names; a person files it.</summary>
    Complaint,
}

/// <summary>Who signs a notice.</summary>
public enum NoticeSigner
{
    Survivor,

    /// <summary>The organisation, as authorised person, with recorded authority.</summary>
    Organisation,
}
