using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Platforms;
using static TakedownCases.Web.Demo.DemoActs;
using static TakedownCases.Web.Demo.DemoStories;

namespace TakedownCases.Web.Demo;

/// <summary>The invented cases of the adult track.</summary>
internal static class DemoAdults
{
    private static readonly ConsentAction[] Platforms = [ConsentAction.NotifyPlatforms];
    private static readonly ConsentAction[] PlatformsAndContact = [ConsentAction.NotifyPlatforms, ConsentAction.Contact];

    private static readonly DemoLetter Videos = DemoLetter.ToMail("abuse@videos.example.com", "Invented Videos", 0);
    private static readonly DemoLetter Mirror = DemoLetter.ToMail("abuse@mirror.example.net", "Invented Mirror", 1);
    private static readonly DemoLetter Second = DemoLetter.ToForm(1);
    private static readonly DemoLetter First = DemoLetter.ToForm(0);
    private static readonly DemoLetter Clips = DemoLetter.ToMail("abuse@clips.example.com", "Invented Clips", 1);
    private static readonly DemoLetter Third = DemoLetter.ToForm(2);
    private static readonly DemoLetter Breaks = DemoLetter.ToMail($"abuse@{DemoPost.Breaks}", "Invented Forum", 0);
    private static readonly DemoLetter Busy = DemoLetter.ToMail($"abuse@{DemoPost.Busy}", "Invented Board", 1);
    private static readonly DemoLetter Gone = DemoLetter.ToMail($"abuse@{DemoPost.Gone}", "Invented Archive", 2);

    public static IReadOnlyList<DemoStory> All { get; } =
    [
        // Danger now: due within the hour, nobody has taken it.
        new(Minutes(42), Track.Adult, "en", "GB", Adult("Invented: he says he is on his way here and will post more.", HarmKind.ThreatToShare) with
        {
            Danger = new DangerAnswers(DangerNow: true, Threatened: true),
        })
        {
            Places = [At("www.instagram.com", "p/example-invented-1", views: 310)],
            Contact = new SafeContact { Channel = ContactChannel.Telephone, Address = "01632 960 001", SafeWhen = "After 18:00", NoVoicemail = true },
            Consents = [ConsentAction.Contact],
        },

        // The same in France, and the hour is over.
        new(Minutes(75), Track.Adult, "fr", "FR", Adult("Inventé : je ne veux plus continuer comme ça.", HarmKind.SharedWithoutConsent) with
        {
            Danger = new DangerAnswers(ThoughtsOfSuicide: true),
        })
        {
            Places = [At("x.com", "exemple_invente/status/1000000000000000001", views: 12_400, reposts: 96)],
            Consents = Platforms,
            SignedBy = "Camille Inventée",
        },

        // Blackmail without a place.
        new(Hours(30), Track.Adult, "en", "US", Adult("Invented: they want money by Friday or they send it to my family.", HarmKind.Blackmail, HarmKind.ThreatToShare) with
        {
            Danger = new DangerAnswers(DangerNow: false, Threatened: true, ThoughtsOfSuicide: false),
        })
        {
            Places = [ThreatOnly()],
            Contact = ByMail("alex-invented", "Mornings only"),
            Consents = [ConsentAction.Contact],
            Steps =
            [
                Survivor(Hours(29.9), ConfirmKey),
                Staff(Hours(29), DemoStaff.Paul, Claim, Review, Say("Thank you for telling us. Please do not pay and do not answer them. Keep their messages. Is the account still there?")),
                Survivor(Hours(27), Say("Yes, it is still there. I have not answered.")),
                Staff(Hours(26), DemoStaff.Paul, Say("That is the right thing. We keep watch with you and write again tomorrow."), Note("Payment asked in gift cards. Nothing published so far.")),
            ],
        },

        // A made-up picture; the next message is nearly due.
        new(Days(5), Track.Adult, "fr", "BE", Adult("Inventé : c’est mon visage, mais ce n’est pas moi.", HarmKind.EditedOrGenerated) with { EditedOrGenerated = true })
        {
            Places = [At("www.tiktok.com", "@exemple.invente/video/7000000000000000001", views: 48_200, reposts: 530), At("www.reddit.com", "r/example_invented/comments/abc123/")],
            Consents = PlatformsAndContact,
            Contact = ByMail("lou-inventee"),
            SignedBy = "Lou Inventée",
            Steps =
            [
                Survivor(Days(4.99), ConfirmKey),
                Staff(Days(4.9), DemoStaff.Ines, Claim, Review, CheckPlaces),
                Staff(Hours(71), DemoStaff.Ines, Say("Nous avons lu votre demande. Les deux adresses sont notées. Nous vous écrivons dans trois jours au plus tard.")),
            ],
        },

        // A hidden camera: one site said no, the other's notice waits for a second person; we are late with the next message.
        new(Days(6), Track.Adult, "en", "IE", Adult("Invented: filmed in a rented room without my knowledge.", HarmKind.HiddenCamera))
        {
            Places = [At("videos.example.com", "watch/invented-2207", views: 2_900), At("mirror.example.net", "v/invented-2207")],
            Consents = Platforms,
            SignedBy = "R. Invented",
            Steps =
            [
                Staff(Days(5.8), DemoStaff.Noor, Claim, Review, CheckPlaces),
                Desk(Days(5.7), DemoStaff.Noor, Write(Videos)),
                Desk(Days(5.65), DemoStaff.Noor, Approve(Videos)),
                Desk(Days(5.5), DemoStaff.Supervisor, Approve(Videos)),
                Staff(Hours(80), DemoStaff.Noor, Say("We have written to the first site. We will tell you as soon as there is an answer.")),
                Desk(Hours(30), DemoStaff.Noor, Tell(Videos, PlaceState.Refused, OutcomeSource.Platform, "Invented: this does not break our rules."), Write(Mirror)),
                Survivor(Hours(20), Say("Is there any news?")),
                Desk(Hours(5), DemoStaff.Noor, Approve(Mirror)),
            ],
        },

        // Only search results are left: one was hidden, the other was taken back before its notice went out.
        new(Days(2), Track.Adult, "en", "CA", Adult("Invented: the post is gone, but searching my name still shows it.", HarmKind.SharedWithoutConsent))
        {
            Places = [At("www.google.com", "search?q=invented+name", kind: PlaceKind.SearchResult), At("www.bing.com", "search?q=invented+name", kind: PlaceKind.SearchResult)],
            Consents = Platforms,
            SignedBy = "Jo Invented",
            Steps =
            [
                Staff(Days(1.9), DemoStaff.Paul, Claim, Review, CheckPlaces, Say("We have both searches. Thank you for looking first.")),
                Desk(Days(1.8), DemoStaff.Paul, Write(First), Write(Second)),
                Desk(Days(1.7), DemoStaff.Paul, Approve(First), Approve(Second)),
                Desk(Days(1.6), DemoStaff.Paul, File(Second, reference: null)),
                Survivor(Days(1), StopFirstPlace),
                Desk(Hours(16), DemoStaff.Paul, Tell(Second, PlaceState.HiddenInSearch, OutcomeSource.Platform)),
            ],
        },

        // Somebody who came across it.
        new(Hours(6), Track.Adult, "en", "AU", new CaseDetails { Filer = FilerKind.Bystander, Harms = [HarmKind.SharedWithoutConsent], Words = "Invented: I saw this in a public group." })
        {
            Places = [At("t.me", "example_invented_group", kind: PlaceKind.Group), Tag("#exampleinvented")],
        },

        // Somebody helps; their authority was checked.
        new(Days(4), Track.Adult, "fr", "CH", Adult("Inventé : je remplis ceci avec elle, au foyer.", HarmKind.SharedWithoutConsent) with
        {
            Filer = FilerKind.Representative,
            FilerRelation = "éducatrice (inventée)",
            Circumstances = [Circumstance.Pressured],
        })
        {
            Places = [At("www.facebook.com", "groups/exempleinvente/posts/1", kind: PlaceKind.Group)],
            Consents = PlatformsAndContact,
            Contact = ByMail("foyer-invente", "Entre 9 h et 17 h"),
            SignedBy = "Foyer inventé",
            Steps =
            [
                Staff(Days(3.9), DemoStaff.Dana, Claim, Review),
                Staff(Days(3), DemoStaff.Dana, Authority("Appel au foyer inventé, rappel par le standard : mandat confirmé."), CheckPlaces),
                Staff(Hours(60), DemoStaff.Dana, Say("Votre mandat est vérifié. Vous pouvez suivre la demande ici.")),
            ],
        },

        // Family of somebody who died: the draft says what is missing.
        new(Days(7), Track.Adult, "en", "NZ", Adult("Invented: my sister died last year. These should not be there any more.", HarmKind.SharedWithoutConsent) with
        {
            Filer = FilerKind.Family,
            FilerRelation = "brother",
        })
        {
            Places = [At("www.youtube.com", "watch?v=invented0001", views: 940)],
            Steps =
            [
                Staff(Days(6.8), DemoStaff.Noor, Claim, Review, Note("Family of somebody who died: two approvals before anything goes out.")),
                Desk(Days(6.5), DemoStaff.Noor, Write(First with { IsIncomplete = true })),
                Staff(Days(6), DemoStaff.Supervisor, Note("Spoke with Noor about this one; she keeps it and takes two days without new cases.", NoteKind.Supervision)),
                Staff(Hours(40), DemoStaff.Noor, Say("We are sorry for your loss. We will write to you only when there is something to decide.")),
            ],
        },

        // Stopped by the person.
        new(Days(8), Track.Adult, "en", "ES", Adult("Invented: shared by a former partner.", HarmKind.SharedWithoutConsent))
        {
            Places = [At("www.instagram.com", "p/example-invented-10")],
            Steps = [Staff(Days(7.8), DemoStaff.Paul, Claim, Review), Survivor(Days(6), Say("I have changed my mind for now."), Withdraw)],
        },

        // Done.
        new(Days(13), Track.Adult, "en", "GB", Adult("Invented: posted under a false name.", HarmKind.SharedWithoutConsent))
        {
            Places = [At("www.reddit.com", "user/example-invented", kind: PlaceKind.Profile)],
            Consents = Platforms,
            SignedBy = "M. Invented",
            Steps =
            [
                Staff(Days(12.9), DemoStaff.Paul, Claim, Review, CheckPlaces),
                Desk(Days(12.8), DemoStaff.Paul, Write(First)),
                Desk(Days(12.7), DemoStaff.Paul, Approve(First)),
                Desk(Days(12.65), DemoStaff.Paul, File(First, "INVENTED-1107")),
                Desk(Days(11.1), DemoStaff.Paul, Tell(First, PlaceState.RemovedConfirmed, OutcomeSource.Survivor)),
                Staff(Days(11), DemoStaff.Paul, Say("The profile is gone, you told us. May we close this?")),
                Survivor(Days(10), Say("Yes. Thank you.")),
                Staff(Days(9.5), DemoStaff.Paul, Say("We close it today. Your key still works."), Close),
            ],
        },

        // Britain’s 48 hours ran out: receipt was confirmed, and nothing else.
        new(Days(4.2), Track.Adult, "en", "GB", Adult("Invented: a profile with my pictures under another name.", HarmKind.SharedWithoutConsent))
        {
            Places = [At("www.reddit.com", "user/example-invented-2", kind: PlaceKind.Profile)],
            Consents = Platforms,
            SignedBy = "P. Invented",
            Steps =
            [
                Staff(Days(4.1), DemoStaff.Paul, Claim, Review, CheckPlaces),
                Desk(Days(4), DemoStaff.Paul, Write(First)),
                Desk(Days(3.9), DemoStaff.Paul, Approve(First)),
                Desk(Days(3.85), DemoStaff.Paul, File(First, "INVENTED-2231")),
                Desk(Days(3.6), DemoStaff.Paul, Tell(First, PlaceState.Acknowledged, OutcomeSource.Platform)),
                Staff(Hours(50), DemoStaff.Paul, Say("They confirmed that they have our request. We keep at it.")),
            ],
        },

        // Erasure asked; it can still be undone.
        new(Days(9), Track.Adult, "fr", "FR", Adult("Inventé : une ancienne vidéo.", HarmKind.SharedWithoutConsent) with { Circumstances = [Circumstance.AgreedThenNotNow] })
        {
            Places = [At("drive.google.com", "file/d/exemple-invente", kind: PlaceKind.FileShare)],
            Steps = [Staff(Days(8.9), DemoStaff.Dana, Claim, Review), Survivor(Hours(50), AskToErase)],
        },

        // We asked and wait.
        new(Days(3), Track.Adult, "fr", "CA", Adult("Inventé : je n’ai que le nom du compte.", HarmKind.SharedWithoutConsent))
        {
            Places = [new("exemple_invente sur Snapchat", PlaceKind.Profile, "Snapchat")],
            Contact = ByMail("sacha-invente"),
            Consents = [ConsentAction.Contact],
            Steps = [Staff(Days(2.8), DemoStaff.Dana, Claim, Review), Staff(Hours(20), DemoStaff.Dana, Say("Savez-vous si le compte porte un autre nom depuis ?"), Wait)],
        },

        // The first key of the sign-in page, agreed then and not now: one place gone, one where the law's time ran out and a
        // complaint is drafted, one still to be put into the platform's form.
        new(Days(3.5), Track.Adult, "en", "IN", Adult("Invented: I agreed when we were together. I do not agree any more.", HarmKind.SharedWithoutConsent) with
        {
            Circumstances = [Circumstance.AgreedThenNotNow],
        })
        {
            Key = 1,
            Places = [At("www.facebook.com", "example.invented.profile", kind: PlaceKind.Profile), At("clips.example.com", "v/invented-0002", views: 1_870, reposts: 12)],
            Consents = PlatformsAndContact,
            Contact = ByMail("kiran-invented", "Weekdays"),
            SignedBy = "Kiran Invented",
            Steps =
            [
                Survivor(Days(3.49), ConfirmKey),
                Staff(Days(3.3), DemoStaff.Noor, Claim, Review, CheckPlaces, Say("Thank you. You do not have to explain anything more. We start with the two places you gave us.")),
                Desk(Days(3.25), DemoStaff.Noor, Write(First), Write(Clips)),
                Desk(Days(3.2), DemoStaff.Noor, Approve(First), Approve(Clips)),
                Desk(Days(3.15), DemoStaff.Noor, File(First, "INVENTED-0417")),
                Desk(Days(3.14), DemoStaff.Supervisor, Approve(Clips)),
                Desk(Days(3.1), DemoStaff.Noor, Tell(First, PlaceState.RemovedClaimed, OutcomeSource.Platform, "Invented: the page was taken down.")),
                Desk(Days(3.08), DemoStaff.Noor, Tell(Clips, PlaceState.Acknowledged, OutcomeSource.Platform)),
                Survivor(Days(2.5), Say("There is one more now."), Add(At("www.tiktok.com", "@example.invented/video/7000000000000000002", views: 260))),
                Staff(Hours(30), DemoStaff.Noor, CheckPlaces, Say("We have added it. The first page is gone, they say. Nothing for you to do today.")),
                Desk(Hours(29), DemoStaff.Noor, Write(Third)),
                Desk(Hours(4), DemoStaff.Noor, Approve(Third)),
            ],
        },

        // One colleague is walled off: she knows the person.
        new(Days(1.5), Track.Adult, "en", "FR", Adult("Invented: shared in a chat at work.", HarmKind.SharedWithoutConsent))
        {
            Places = [At("discord.com", "channels/1/2/3", kind: PlaceKind.Message)],
            Steps =
            [
                Staff(Days(1.4), DemoStaff.Dana, Claim),
                Staff(Days(1.3), DemoStaff.Supervisor, Recuse(DemoStaff.Dana), Note("Dana knows the person filing; walled off at her own wish.", NoteKind.Supervision)),
                Staff(Days(1.2), DemoStaff.Paul, Claim, Review, CheckPlaces),
            ],
        },

        // Three mails, three troubles: nobody knows whether one left, one is tried again, one was refused.
        new(Days(2.2), Track.Adult, "en", "GB", Adult("Invented: it was copied to three old forums.", HarmKind.SharedWithoutConsent))
        {
            Places = [At(DemoPost.Breaks, "t/invented-41"), At(DemoPost.Busy, "t/invented-42", views: 75), At(DemoPost.Gone, "t/invented-43")],
            Consents = Platforms,
            SignedBy = "Ash Invented",
            Steps =
            [
                Staff(Days(2), DemoStaff.Paul, Claim, Review, CheckPlaces),
                Desk(Days(1.9), DemoStaff.Paul, Write(Breaks), Write(Busy), Write(Gone)),
                Desk(Hours(3), DemoStaff.Paul, Approve(Breaks), Approve(Busy), Approve(Gone)),
                Desk(Minutes(118), DemoStaff.Supervisor, Approve(Breaks), Approve(Busy), Approve(Gone)),
            ],
        },

        // Just arrived.
        new(Minutes(25), Track.Adult, "en", "DE", Adult("Invented: an advert uses a picture of me.", HarmKind.SharedWithoutConsent))
        {
            Places = [At("ads.example.org", "invented/88", kind: PlaceKind.Advert)],
            Consents = Platforms,
            SignedBy = "T. Invented",
        },
    ];
}
