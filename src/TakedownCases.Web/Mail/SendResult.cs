namespace TakedownCases.Web.Mail;

internal enum SendState
{
    /// <summary>The server took the mail.</summary>
    Accepted,

    /// <summary>Nothing was taken; safe to try again later.</summary>
    Deferred,

    /// <summary>Refused for good.</summary>
    Rejected,

    /// <summary>The line broke after the last dot was begun: only the server knows. Never to be sent again blindly.</summary>
    Unknown,
}

/// <summary>
/// What became of one attempt, and the evidence of it. <paramref name="Reply"/> is the server's, code included, or a sentence of
/// ours when no server answered; <paramref name="Code"/> is null then. The transcript names the recipient: it is personal data.
/// </summary>
internal sealed record SendResult(
    SendState State, int? Code, string? EnhancedCode, string Reply, string? Peer, string? Tls, IReadOnlyList<string> Transcript)
{
    /// <summary>An outcome of ours, before any server was asked.</summary>
    public static SendResult Own(SendState state, string reply) => new(state, null, null, reply, null, null, []);
}
