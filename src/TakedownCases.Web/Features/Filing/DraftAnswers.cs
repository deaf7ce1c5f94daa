using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Filing;

/// <summary>
/// What has been answered so far, kept as JSON in the sealed draft and named as the form's fields are. Texts are as
/// typed, cleaned, of any length: what is too long is told to the person, not thrown away.
/// </summary>
public sealed class DraftAnswers
{
    /// <summary>The digits of the case key, made with the draft so that a repeated sending shows the same one.</summary>
    public string Key { get; set; } = "";

    /// <summary>When the first form was shown, signed (FormGuard).</summary>
    public string? Started { get; set; }

    /// <summary>The field that people never see was filled, or the network files very much: marked, never refused.</summary>
    public bool Odd { get; set; }

    public FilerKind Whom { get; set; }

    public string? Relation { get; set; }

    /// <summary>"under", "adult" or "unsure": the age when it was made.</summary>
    public string? Age { get; set; }

    public string? Edited { get; set; }

    /// <summary>Edited or generated: under 18 in the source, at the making, or by appearance (practice P10).</summary>
    public string? Looks { get; set; }

    /// <summary>"Are you 18 today?": chooses voice and helplines, never the track.</summary>
    public string? Today { get; set; }

    public string? AgeRange { get; set; }

    public string? Danger { get; set; }

    public string? Threatened { get; set; }

    public string? Suicide { get; set; }

    public string? Country { get; set; }

    public IReadOnlyList<DraftPlace> Places { get; set; } = [];

    /// <summary>What was pasted and could not be taken yet: beyond 500 places, or a line too long.</summary>
    public string? Where { get; set; }

    public bool NoLink { get; set; }

    public string? App { get; set; }

    public bool ThreatOnly { get; set; }

    public IReadOnlyList<string> Harms { get; set; } = [];

    public IReadOnlyList<string> Circumstances { get; set; } = [];

    public string? Words { get; set; }

    public string? Signing { get; set; }

    public string? Name { get; set; }

    public string? Signature { get; set; }

    public string? Channel { get; set; }

    public string? Mail { get; set; }

    public string? Phone { get; set; }

    public bool NoVoicemail { get; set; }

    public string? Someone { get; set; }

    public string? SomeoneAddress { get; set; }

    public string? SafeWhen { get; set; }

    public string? FirstAdult { get; set; }

    public string? FirstRule { get; set; }

    public string? SecondAdult { get; set; }

    public string? SecondRule { get; set; }

    /// <summary>"platforms", "hotline", "police": to whom a minor's filing may be passed on (practice P12).</summary>
    public IReadOnlyList<string> MayTell { get; set; } = [];

    public string? Recovery { get; set; }

    /// <summary>Set once it was sent; all other answers but key and voice are gone then.</summary>
    public DraftSent? Sent { get; set; }

    /// <summary>Unsure is minor; edited or generated follows what it shows (practice P10).</summary>
    public Track Track
        => Age == "adult" && !(Edited == "yes" && Looks is "yes" or "unsure") ? Track.Adult : Track.Minor;

    /// <summary>Whether the pages speak to a child: only somebody who files for themselves and is not 18 today.</summary>
    public bool SpeaksToChild => Age is not null && Track == Track.Minor && Whom == FilerKind.Survivor && Today != "yes";

    public bool IsBystander => Whom == FilerKind.Bystander;

    /// <summary>Any yes to the early questions (practice P2).</summary>
    public bool NeedsHelpNow => Danger == "yes" || Threatened == "yes" || Suicide == "yes";
}

/// <summary>One place as typed, with what the person said about it.</summary>
public sealed record DraftPlace(string Text, string? Kind = null, long? Views = null, long? Reposts = null);

/// <summary>What the draft became.</summary>
public sealed record DraftSent(Guid Case, string Number, DateTimeOffset At);
