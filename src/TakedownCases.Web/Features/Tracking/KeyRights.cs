using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>
/// What a key shows and allows (practice P7, P8). A case that somebody else filed shows only what was written with its
/// own key until a person has checked who may speak, whichever key is used: saying "this is me" proves nothing. What the
/// survivor writes with their own key is never shown to the filer.
/// </summary>
public sealed record KeyRights(KeyHolder Holder, bool FiledByOther, bool Checked, DateTimeOffset? SurvivorSince)
{
    public bool IsFiler => Holder == KeyHolder.Filer;

    public bool SurvivorHasKey => SurvivorSince is not null;

    public bool SeesStatus => Checked;

    /// <summary>The filer's own key, and no other hand on the case.</summary>
    public bool MayChange => !(IsFiler && SurvivorHasKey);

    public bool SeesContact => MayChange;

    public bool SeesWords => !IsFiler;

    public bool MayConsent => Checked && MayChange;

    /// <summary>Erasure cannot be taken back for ever: only the survivor's own key asks for it.</summary>
    public bool MayErase => Checked && !IsFiler;

    /// <summary>What was sent and what waits: not before authority is checked, and not beside a survivor with their own key.</summary>
    public bool SeesNotices => Checked && MayChange;

    public bool MayTakeOver => IsFiler && !SurvivorHasKey;

    public static KeyRights Of(KeyHolder holder, TakedownCase takedownCase)
    {
        var filedByOther = takedownCase.Keys.Any(key => key.Holder == KeyHolder.Filer);
        var survivorSince = takedownCase.Keys.Where(key => key.Holder == KeyHolder.Survivor).Min(key => (DateTimeOffset?)key.MadeAt);
        return new KeyRights(holder, filedByOther, !filedByOther || takedownCase.AuthorityCheckedAt is not null, survivorSince);
    }

    /// <summary>Each side sees its own words, and ours to it: what we wrote before the survivor had a key went to the filer.</summary>
    public bool Sees(CaseMessage message) => message.By switch
    {
        ActorKind.Survivor => !IsFiler,
        ActorKind.Filer => IsFiler,
        ActorKind.Staff => Checked
            && (!FiledByOther || SurvivorSince is null || IsFiler == (message.WrittenAt < SurvivorSince)),
        ActorKind.System or ActorKind.Console => false,
        _ => throw new InvalidOperationException("A message by somebody unknown."),
    };
}
