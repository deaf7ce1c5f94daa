using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Platforms;
using static TakedownCases.Web.Demo.DemoActs;
using static TakedownCases.Web.Demo.DemoStories;

namespace TakedownCases.Web.Demo;

/// <summary>The invented cases of the minor track.</summary>
internal static class DemoMinors
{
    private static readonly ConsentAction[] Everyone = [ConsentAction.NotifyPlatforms, ConsentAction.TellHotline, ConsentAction.TellPolice];
    private static readonly ConsentAction[] PlatformsAndHotline = [ConsentAction.NotifyPlatforms, ConsentAction.TellHotline];

    private static readonly DemoLetter First = DemoLetter.ToForm(0);
    private static readonly DemoLetter Second = DemoLetter.ToForm(1);

    public static IReadOnlyList<DemoStory> All { get; } =
    [
        // Thoughts of suicide: the hour is nearly over.
        new(Minutes(50), Track.Minor, "en", "GB", Minor("Invented: everyone at school has seen it.", "13-15", HarmKind.SharedWithoutConsent) with
        {
            Danger = new DangerAnswers(ThoughtsOfSuicide: true),
        })
        {
            Places = [At("www.instagram.com", "p/example-invented-20", views: 640), At("www.snapchat.com", "add/example-invented", kind: PlaceKind.Profile)],
            Consents = PlatformsAndHotline,
        },

        // Blackmail without a place: warned.
        new(Minutes(100), Track.Minor, "fr", "FR", Minor("Inventé : il veut de l’argent ce soir.", "16-17", HarmKind.Blackmail) with
        {
            Danger = new DangerAnswers(DangerNow: false, Threatened: true),
        })
        {
            Places = [ThreatOnly()],
            Consents = [ConsentAction.TellPolice],
        },

        // Grooming: nobody looked in time.
        new(Hours(3), Track.Minor, "en", "US", Minor("Invented: he says he will show my parents unless I send more.", "13-15", HarmKind.Grooming, HarmKind.ThreatToShare) with
        {
            Danger = new DangerAnswers(DangerNow: false, Threatened: true, ThoughtsOfSuicide: false),
        })
        {
            Places = [At("discord.com", "users/1000000000000000003", kind: PlaceKind.Profile)],
            Consents = Everyone,
        },

        // A hashtag that sells, found by somebody else.
        new(Days(1), Track.Minor, "fr", "BE", new CaseDetails { Filer = FilerKind.Bystander, Harms = [HarmKind.Sale], Words = "Inventé : ce mot-dièse renvoie à des comptes qui vendent." })
        {
            Places = [Tag("#exempleinvente"), At("x.com", "exemple_invente_2", kind: PlaceKind.Profile)],
            Steps = [Staff(Hours(22), DemoStaff.Noor, Claim, Review)],
        },

        // A parent files; another adult must never be contacted.
        new(Days(4), Track.Minor, "en", "AU", Minor("Invented: I found this on my daughter’s phone.", "under-13", HarmKind.Solicitation) with
        {
            Filer = FilerKind.Representative,
            FilerRelation = "mother",
        })
        {
            Places = [At("www.tiktok.com", "@example.invented.9", kind: PlaceKind.Profile)],
            Consents = Everyone,
            Contact = ByMail("parent-invented", "Not in the evening") with
            {
                Adults = [new AdultAround("her stepfather", ContactRule.Never), new AdultAround("her class teacher", ContactRule.AskFirst)],
            },
            Steps =
            [
                Staff(Days(3.95), DemoStaff.Ines, Claim, Review, CheckPlaces, Note("Authority not checked yet: she sees only what she wrote.")),
                Staff(Hours(30), DemoStaff.Ines, Say("Thank you for telling us. Please keep the phone as it is. May we call you at work?")),
            ],
        },

        // A made-up picture by classmates; the next message is nearly due.
        new(Days(5), Track.Minor, "fr", "BE", Minor("Inventé : des gens de ma classe ont fait ça avec une appli.", "13-15", HarmKind.EditedOrGenerated) with { EditedOrGenerated = true })
        {
            Places = [At("t.me", "exemple_invente_classe", kind: PlaceKind.Group), new("une appli de retouche (inventée)", PlaceKind.App)],
            Consents = PlatformsAndHotline,
            Steps =
            [
                Staff(Days(4.9), DemoStaff.Ines, Claim, Review, CheckPlaces),
                Survivor(Days(3), Say("Ils l’ont encore envoyée hier.")),
                Staff(Hours(47), DemoStaff.Ines, Say("Merci de nous l’avoir dit. Ce n’est pas ta faute. On s’en occupe et on te réécrit dans deux jours.")),
            ],
        },

        // Grown up today: what was made of them as a child (the platform had refused).
        new(Days(10), Track.Minor, "en", "NL", Minor("Invented: I was fourteen. I wrote to them twice, they said it breaks no rule.", "13-15", HarmKind.SharedWithoutConsent) with { AdultToday = true })
        {
            Places = [At("x.com", "example_invented/status/1000000000000000004", views: 167_000, reposts: 2_223)],
            Consents = Everyone,
            Contact = ByMail("robin-invented"),
            Steps =
            [
                Staff(Days(9.9), DemoStaff.Noor, Claim, Review, MoreUrgent(Severity.Urgent)),
                Staff(Hours(50), DemoStaff.Noor, Say("We have the number of views and the date they refused. Both count."), Note("Two refusals, dates in the person's words.")),
            ],
        },

        // Filed as an adult's; the age is not certain, so triage moved it.
        new(Hours(9), Track.Adult, "en", "PL", new CaseDetails { Words = "Invented: it must have been around my birthday.", Harms = [HarmKind.SharedWithoutConsent] })
        {
            Places = [At("www.youtube.com", "watch?v=invented0002", views: 88)],
            Steps = [Staff(Hours(8.5), DemoStaff.Triage, ToMinorTrack)],
        },

        // A hidden camera in a changing room; a club's welfare officer files.
        new(Days(2), Track.Minor, "en", "SE", Minor("Invented: several of our members are in it.", "16-17", HarmKind.HiddenCamera) with
        {
            Filer = FilerKind.Representative,
            FilerRelation = "welfare officer of a club",
        })
        {
            Places = [At("files.example.net", "invented/77", kind: PlaceKind.FileShare), At("forum.example.com", "t/invented-77", kind: PlaceKind.Comment)],
            Consents = Everyone,
            Steps = [Staff(Days(1.98), DemoStaff.Ines, Claim, Review, CheckPlaces), Staff(Hours(12), DemoStaff.Ines, Say("We have both places. Please do not look again yourselves."))],
        },

        // The second key of the sign-in page: hotline first, then the platforms.
        new(Days(2.5), Track.Minor, "fr", "FR", Minor("Inventé : mon ex l’a envoyée à un groupe.", "16-17", HarmKind.SharedWithoutConsent))
        {
            Key = 2,
            Places = [At("www.instagram.com", "p/exemple-invente-30", views: 95), At("chat.whatsapp.com", "ExempleInvente", kind: PlaceKind.Group)],
            Consents = PlatformsAndHotline,
            Steps =
            [
                Survivor(Days(2.49), ConfirmKey),
                Staff(Days(2.4), DemoStaff.Noor, Claim, Review, CheckPlaces, Say("Merci de nous avoir écrit. Tu n’as rien fait de mal. On commence par ces deux endroits.")),
                Staff(Days(2.3), DemoStaff.Noor, Hotline("point-de-contact", "INVENTE-30")),
                Desk(Days(2.2), DemoStaff.Noor, Write(First), Write(Second)),
                Desk(Days(2.1), DemoStaff.Noor, Approve(First), Approve(Second)),
                Desk(Days(2), DemoStaff.Noor, File(First, "INVENTE-31")),
                Survivor(Days(1.5), Say("Est-ce que mes parents vont le savoir ?")),
                Staff(Days(1.4), DemoStaff.Noor, Say("Pas par nous, sauf si tu le veux ou si tu es en danger. On te le dira toujours avant.")),
                Desk(Days(1.2), DemoStaff.Noor, Tell(First, PlaceState.RemovedClaimed, OutcomeSource.Platform)),
            ],
        },

        // Done.
        new(Days(14), Track.Minor, "fr", "CA", Minor("Inventé : c’était sur un profil qui n’existe plus.", "13-15", HarmKind.SharedWithoutConsent))
        {
            Places = [At("www.tiktok.com", "@exemple.invente.14", kind: PlaceKind.Profile)],
            Steps =
            [
                Staff(Days(13.9), DemoStaff.Ines, Claim, Review, CheckPlaces, Say("On a tout noté. On te réécrit bientôt.")),
                Staff(Days(12.2), DemoStaff.Ines, Say("La plateforme dit que le profil est fermé. Ta clé marche encore si ça revient."), Close),
            ],
        },

        // Stopped by the person.
        new(Days(7), Track.Minor, "en", "IE", Minor("Invented: I talked to someone I trust instead.", "16-17", HarmKind.ThreatToShare))
        {
            Places = [ThreatOnly()],
            Steps = [Staff(Days(6.9), DemoStaff.Noor, Claim, Review), Survivor(Days(6), Withdraw)],
        },

        // We asked and wait.
        new(Days(3), Track.Minor, "en", "ZA", Minor("Invented: I do not know where it is.", "16-17", HarmKind.SharedWithoutConsent) with { AgeUnsure = true })
        {
            Places = [new("", PlaceKind.NoLink)],
            Steps = [Staff(Days(2.9), DemoStaff.Noor, Claim, Review), Staff(Hours(26), DemoStaff.Noor, Say("Who told you about it? You do not have to look for it yourself."), Wait)],
        },

        // Sale by advert: everything at once, the supervisor holds it.
        new(Hours(20), Track.Minor, "en", "US", Minor("Invented: there is an advert with my picture and a price.", "16-17", HarmKind.Sale, HarmKind.Trafficking) with
        {
            Danger = new DangerAnswers(DangerNow: true, Threatened: true),
        })
        {
            Places = [At("ads.example.org", "invented/99", views: 1_200, kind: PlaceKind.Advert), At("www.pinterest.com", "pin/1000000000000000005")],
            Consents = Everyone,
            Contact = new SafeContact { Channel = ContactChannel.ThroughSomeone, Who = "a friend’s aunt (invented)", Address = "aunt-invented@example.net" },
            Steps =
            [
                Staff(Hours(19.7), DemoStaff.Supervisor, Claim, Review, CheckPlaces, Say("You are not alone with this. If you are in danger now, call the emergency number first. We are on it.")),
                Staff(Hours(19.5), DemoStaff.Supervisor, Hotline("ncmec", "INVENTED-99")),
                Desk(Hours(19), DemoStaff.Supervisor, Write(Second)),
                Desk(Hours(18.5), DemoStaff.Supervisor, Approve(Second)),
                Desk(Hours(18), DemoStaff.Supervisor, File(Second, reference: null)),
                Desk(Hours(16), DemoStaff.Supervisor, Tell(Second, PlaceState.Acknowledged, OutcomeSource.Platform)),
                Staff(Hours(8), DemoStaff.Supervisor, Say("We have everything we need for now and will write again this evening."), Note("Police consent given at filing.", NoteKind.Operational)),
            ],
        },
    ];
}
