using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Platforms;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Filing;

/// <summary>Takes what one screen posted into the answers. It never refuses: what is wrong is said by StepProblems.</summary>
internal static class StepAnswers
{
    private static readonly string[] Rules = [.. Enum.GetNames<ContactRule>()];

    public static void Take(FilingStep step, DraftAnswers answers, Posted posted)
    {
        switch (step)
        {
            case FilingStep.Age:
                TakeAge(answers, posted);
                break;
            case FilingStep.Today:
                answers.Today = posted.One("Today", "yes", "no");
                break;
            case FilingStep.Danger:
                answers.Country = Countries.Known(posted.Line("Country"));
                answers.Danger = YesNoSkip(posted, "Danger");
                answers.Threatened = YesNoSkip(posted, "Threatened");
                answers.Suicide = YesNoSkip(posted, "Suicide");
                break;
            case FilingStep.Where:
                TakeWhere(answers, posted);
                break;
            case FilingStep.What:
                answers.Harms = posted.Many("Harms", Enum.GetNames<HarmKind>());
                answers.Circumstances = posted.Many("Circumstances", Enum.GetNames<Circumstance>());
                answers.AgeRange = posted.One("AgeRange", "under-13", "13-15", "16-17");
                answers.Words = posted.Lines("Words");
                break;
            case FilingStep.Statement:
                answers.Signing = posted.One("Signing", "sign", "skip");
                answers.Name = posted.Line("Name");
                answers.Signature = posted.Line("Signature");
                break;
            case FilingStep.Contact:
                TakeContact(answers, posted);
                break;
            case FilingStep.Check:
                break;
            default:
                throw new InvalidOperationException($"Unknown screen {step}.");
        }
    }

    private static void TakeAge(DraftAnswers answers, Posted posted)
    {
        if (posted.Has("Whom") && Enum.TryParse<FilerKind>(posted.One("Whom", Enum.GetNames<FilerKind>()), out var whom))
        {
            answers.Whom = whom;
            answers.Relation = whom == FilerKind.Representative ? posted.Line("Relation") : null;
        }

        answers.Age = posted.One("Age", "under", "adult", "unsure");
        answers.Edited = posted.One("Edited", "yes", "no", "unsure");
        answers.Looks = answers.Edited == "yes" ? posted.One("Looks", "yes", "no", "unsure") : null;
        if (answers.Track == Track.Minor)
        {
            // On the minor track nobody signs; what was typed for the adult one shall not lie about.
            (answers.Signing, answers.Name, answers.Signature) = (null, null, null);
        }
    }

    private static void TakeWhere(DraftAnswers answers, Posted posted)
    {
        var places = answers.Places.ToList();
        if (posted.Index("Shown") is { } shown && shown < places.Count)
        {
            var kind = posted.One("Kind", Enum.GetNames<PlaceKind>());
            places[shown] = places[shown] with { Kind = kind, Views = posted.Count("Views"), Reposts = posted.Count("Reposts") };
        }

        if (posted.Index("remove") is { } gone && gone < places.Count)
        {
            places.RemoveAt(gone);
        }

        answers.NoLink = posted.Is("NoLink");
        answers.App = posted.Line("App");
        answers.ThreatOnly = posted.Is("ThreatOnly");
        (answers.Places, answers.Where) = PastedList.Join(places, posted.Lines("Where"));
    }

    private static void TakeContact(DraftAnswers answers, Posted posted)
    {
        answers.Channel = posted.One("Channel", Enum.GetNames<ContactChannel>());
        answers.Mail = posted.Line("Mail");
        answers.Phone = posted.Line("Phone");
        answers.NoVoicemail = posted.Is("NoVoicemail");
        answers.Someone = posted.Line("Someone");
        answers.SomeoneAddress = posted.Line("SomeoneAddress");
        answers.SafeWhen = posted.Lines("SafeWhen");
        answers.FirstAdult = posted.Line("FirstAdult");
        answers.FirstRule = posted.One("FirstRule", Rules);
        answers.SecondAdult = posted.Line("SecondAdult");
        answers.SecondRule = posted.One("SecondRule", Rules);
        answers.MayTell = posted.Many("MayTell", ["platforms", "hotline", "police"]);
        answers.Recovery = posted.Line("Recovery");
    }

    private static string? YesNoSkip(Posted posted, string name) => posted.One(name, "yes", "no", "skip");
}
