using TakedownCases.Data;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Web.Features.Filing;

/// <summary>Turns a draft's answers into the takedown request that is filed.</summary>
internal static class FilingRequests
{
    public static FilingRequest Of(Draft draft, string language, string statement, bool isUnchecked, DateTimeOffset now)
    {
        var answers = draft.Answers;
        return new FilingRequest
        {
            Command = draft.Command,
            Track = answers.Track,
            Language = language,
            Country = answers.Country,
            Details = Details(answers),
            IsUnchecked = isUnchecked,
            Contact = answers.IsBystander ? null : Contact(answers),
            Statement = IsSigned(answers)
                ? new SignedStatement { Statement = statement, Name = answers.Name!, Signature = answers.Signature!, SignedAt = now }
                : null,
            Places = [.. Places(answers)],
            Consents = [.. Consents(answers)],
            Key = answers.IsBystander ? null : CaseKey.Parse(answers.Key),
            By = answers.Whom == FilerKind.Survivor ? Actor.Survivor : Actor.Filer,
        };
    }

    public static bool IsSigned(DraftAnswers answers)
        => answers is { Track: Track.Adult, IsBystander: false, Signing: "sign", Name: not null, Signature: not null };

    private static CaseDetails Details(DraftAnswers answers) => new()
    {
        Filer = answers.Whom,
        FilerRelation = answers.Relation,
        AdultToday = answers.Track == Track.Adult ? true : YesNo(answers.Today),
        AgeRange = answers.Track == Track.Minor ? answers.AgeRange : null,
        AgeUnsure = answers.Age == "unsure" || (answers.Age == "adult" && answers is { Edited: "yes", Looks: "unsure" }),
        EditedOrGenerated = YesNo(answers.Edited),
        Harms = [.. answers.Harms.Select(Enum.Parse<HarmKind>)],
        Circumstances = answers.Track == Track.Adult ? [.. answers.Circumstances.Select(Enum.Parse<Circumstance>)] : [],
        Danger = new DangerAnswers(YesNo(answers.Danger), YesNo(answers.Threatened), YesNo(answers.Suicide)),
        Words = answers.Words,
        RecoveryAnswer = answers.IsBystander ? null : answers.Recovery,
    };

    private static SafeContact Contact(DraftAnswers answers)
    {
        var channel = Enum.TryParse<ContactChannel>(answers.Channel, out var chosen) ? chosen : ContactChannel.ComesBack;
        return new SafeContact
        {
            Channel = channel,
            Address = channel switch
            {
                ContactChannel.Mail => answers.Mail,
                ContactChannel.Telephone => answers.Phone,
                ContactChannel.ThroughSomeone => answers.SomeoneAddress,
                _ => null,
            },
            Who = channel == ContactChannel.ThroughSomeone ? answers.Someone : null,
            SafeWhen = channel == ContactChannel.ComesBack ? null : answers.SafeWhen,
            NoVoicemail = channel == ContactChannel.Telephone && answers.NoVoicemail,
            Adults = answers.Track == Track.Minor
                ? [.. Adult(answers.FirstAdult, answers.FirstRule), .. Adult(answers.SecondAdult, answers.SecondRule)]
                : [],
        };
    }

    // Somebody named without a rule is asked about first.
    private static IEnumerable<AdultAround> Adult(string? who, string? rule)
        => who is null ? [] : [new AdultAround(who, Enum.TryParse<ContactRule>(rule, out var chosen) ? chosen : ContactRule.AskFirst)];

    private static IEnumerable<TypedPlace> Places(DraftAnswers answers)
    {
        foreach (var place in answers.Places)
        {
            yield return new TypedPlace(place.Text, Kind(place.Kind), Platform: null, place.Views, place.Reposts);
        }

        var room = FilingLimits.Places - answers.Places.Count;
        if (answers.NoLink && room > 0)
        {
            yield return new TypedPlace(answers.App ?? "", PlaceKind.NoLink, answers.App);
            room--;
        }

        if (answers.ThreatOnly && room > 0)
        {
            yield return new TypedPlace("", PlaceKind.ThreatOnly);
        }
    }

    private static IEnumerable<ConsentAction> Consents(DraftAnswers answers)
    {
        if (answers.IsBystander)
        {
            yield break;
        }

        if (IsSigned(answers) || (answers.Track == Track.Minor && answers.MayTell.Contains("platforms")))
        {
            yield return ConsentAction.NotifyPlatforms;
        }

        if (answers.Track == Track.Minor && answers.MayTell.Contains("hotline"))
        {
            yield return ConsentAction.TellHotline;
        }

        if (answers.Track == Track.Minor && answers.MayTell.Contains("police"))
        {
            yield return ConsentAction.TellPolice;
        }

        if (answers.Channel is not (null or nameof(ContactChannel.ComesBack)))
        {
            yield return ConsentAction.Contact;
        }
    }

    private static PlaceKind? Kind(string? kind) => Enum.TryParse<PlaceKind>(kind, out var chosen) ? chosen : null;

    private static bool? YesNo(string? answer) => answer switch
    {
        "yes" => true,
        "no" => false,
        _ => null,
    };
}
