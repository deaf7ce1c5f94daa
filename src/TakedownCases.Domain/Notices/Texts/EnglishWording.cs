using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Notices.Texts;

/// <summary>Our notices in English.</summary>
internal static class EnglishWording
{
    public static NoticeWording Words { get; } = new()
    {
        Subject = "Request {reference}",
        Months =
        [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
            "December",
        ],
        Calendar = new CalendarWords
        {
            Day = "{day} {month} {year}",
            FirstDay = "{day} {month} {year}",
            Instant = "{date} at {hour}:{minute} UTC",
            Hour = "{count} hour",
            Hours = "{count} hours",
            Minute = "{count} minute",
            Minutes = "{count} minutes",
            OneDay = "{count} day",
            Days = "{count} days",
            BusinessDay = "{count} business day",
            BusinessDays = "{count} business days",
            Month = "{count} month",
            MonthsLong = "{count} months",
            And = "{first} and {second}",
        },
        Opening = new OpeningWords
        {
            FromTo = "{organisation} to {recipient}",
            Reference = "Our reference: {reference}",
            Date = "Date: {date}",
            Removal = "This is a notice about unlawful content on {platform} that concerns one person. We ask you to remove it.",
            RemovalMinor = "This is a notice about content on {platform} that concerns {who}. We ask you to remove it.",
            PassOn = "Please pass this notice at once to those at {platform} who deal with child sexual abuse.",
            Reminder = "On {date} we sent you notice {earlier} about the addresses below. Nothing we know of has settled it since. This is a reminder; "
                + "it repeats the notice, so that you have everything in one place.",
            SecondChannel = "On {date} we sent notice {earlier}, about the addresses below, to another address of {platform}. Nothing we know of has "
                + "settled it since. We now send it to you as well.",
            Counter = "On {date} we sent you notice {earlier}. You have asked for an identity document, or for the material itself. We send neither, and we "
                + "ask nobody for them. Our notice stands; it is repeated below.",
            Preservation = "This is a request to preserve data connected with the addresses below.",
            PreservationAfter = "This is a request to preserve data connected with the addresses below. It goes with our notice {earlier} of {date}.",
            Complaint = "This is a complaint about {platform}. As far as we know, {platform} has not done what the law named below asks.",
            ServerAnswer = "The receiving mail server answered then: {reply}",
            Signed = "This message rests on the signed statement below. We send it for whoever signed, and receive the answer for them.",
            Authorised = "{organisation} acts for the person concerned, as authorised person. The authority is recorded with us.",
            AuthorisedNote = "{organisation} acts for the person concerned, as authorised person. The authority is recorded with us: {note}",
            OwnName = "{organisation} sends this message in its own name.",
            NamesNobody = "This message names nobody.",
            Child = "a person who was under 18 at the time",
            PerhapsChild = "a person who was, or may have been, under 18 at the time",
        },
        Titles = new SectionTitles
        {
            Where = "Where it is",
            Why = "What it is, and why it is unlawful",
            Statement = "Signed statement",
            Declarations = "What we declare",
            Requests = "What we ask of you",
            Deadlines = "By when",
            Contact = "How to reach us",
            Keep = "What to preserve",
            NotSent = "Why we send neither",
            Instead = "What we can give instead",
            Missed = "The law",
            History = "What happened",
            Contained = "What our notice contained",
            Proof = "Proof of notice",
            Proves = "What this shows, and what it does not",
        },
        Places = new PlaceWords
        {
            Intro = "Each address has a number. Please use it when you answer.",
            Canonical = "The same in standard form: {canonical}",
            Words = "How to find it: {words}",
        },
        Reasons = new ReasonWords
        {
            Adult = new Dictionary<HarmKind, string>
            {
                [HarmKind.SharedWithoutConsent] = "Intimate images or recordings of the person are shown or shared without the person's consent.",
                [HarmKind.ThreatToShare] = "Somebody threatens to share intimate images or recordings of the person.",
                [HarmKind.Blackmail] = "Somebody demands money, images or acts from the person, under the threat of sharing intimate material.",
                [HarmKind.EditedOrGenerated] = "Intimate images that appear to show the person were edited or generated, and are shown or shared without consent.",
                [HarmKind.HiddenCamera] = "Intimate images or recordings of the person were made without the person's knowledge.",
                [HarmKind.Solicitation] = "Somebody presses the person for sexual images or acts.",
                [HarmKind.Grooming] = "Somebody builds up contact with the person in order to exploit the person sexually.",
                [HarmKind.Sale] = "Intimate images or recordings of the person are offered for sale or exchange.",
                [HarmKind.Trafficking] = "The content is connected with the sexual exploitation of the person by others.",
                [HarmKind.Other] = "The content violates the intimate privacy of the person in the way described below.",
            },
            Minor = new Dictionary<HarmKind, string>
            {
                [HarmKind.SharedWithoutConsent] = "Sexual or intimate images or recordings of {who} are shown or shared.",
                [HarmKind.ThreatToShare] = "Somebody threatens to share sexual or intimate images or recordings of {who}.",
                [HarmKind.Blackmail] = "Somebody demands money, images or acts from {who}, under the threat of sharing such material.",
                [HarmKind.EditedOrGenerated] = "Sexual or intimate images that appear to show {who} were edited or generated, and are shown or shared.",
                [HarmKind.HiddenCamera] = "Sexual or intimate images or recordings of {who} were made in secret.",
                [HarmKind.Solicitation] = "Somebody asks {who} for sexual images, acts or meetings.",
                [HarmKind.Grooming] = "Somebody builds up contact for sexual purposes with {who}.",
                [HarmKind.Sale] = "Sexual or intimate images or recordings of {who} are offered for sale or exchange.",
                [HarmKind.Trafficking] = "The content is connected with sexual exploitation, by others, of {who}.",
                [HarmKind.Other] = "The content is connected in another way with sexual abuse or exploitation of {who}.",
            },
            Edited = "The material was edited or generated so that it appears to show the person (a so-called deepfake). That makes it no less unlawful.",
            NoConsent = "The person concerned has not consented to this being shown or shared.",
            NoConsentReported = "According to what we were told, the person concerned has not consented to this being shown or shared.",
            ChildConsent = "A person under 18 cannot consent to this.",
            NoCopy = "We hold no copy of the material, and this notice contains none.",
            NobodyOpens = "Nobody at {organisation} opens such addresses. We hold no copy of the material, and this notice contains none.",
            Added = "More about it:",
        },
        Signing = new SigningWords
        {
            Name = "Name: {name}",
            Signature = "Signature (electronic): {signature}",
            SignedOn = "Signed on: {date}",
            KeptByUs = "The name and the signature under this statement are recorded with us.",
            GoodFaith = "This notice is made in good faith. To the best of our knowledge and belief, what it says is true, accurate and complete.",
            ForSigner = "Sent for whoever signed the statement above: {organisation}",
            Authorised = "Signed electronically, as authorised person for the person concerned: {organisation}",
            OwnName = "Signed: {organisation}",
            Mail = "E-mail: {address}",
            Contact = "Post or telephone: {contact}",
            Quote = "Please quote our reference {reference} in every answer.",
            Thanks = "Thank you for acting on this.",
        },
        Requests = new RequestWords
        {
            Remove = "Please remove what is at these addresses, and every identical copy on your service.",
            RemoveSimilar = "Please remove what is at these addresses, and every copy on your service that is the same or substantially the same.",
            Confirm = "Please confirm that you have received this notice.",
            Outcome = "Please tell us what you decided and did, number by number.",
            Preserve = "Please preserve the account and log data connected with these addresses for the authorities. Do not send them to us.",
            Discreet = "Please do not tell the person who put it there who asked. Please do not publish this notice, and pass it only to those who need it to act.",
            NoIdentity = "Please do not ask the person concerned for identity documents, or for the material. If you need more, ask us: we can tell you more about "
                + "how to find it, answer questions, and confirm in writing on what our request rests.",
            NoIdentityMinor = "Please ask nobody for identity documents, or for the material. If you need more, ask us: we can tell you more about where it is, and "
                + "confirm in writing on what our request rests.",
            Report = "If the law that binds you asks you to report such content to an authority or a hotline, please do so.",
        },
        Deadlines = new DeadlineWords
        {
            Within = "{citation}: within {time} of receiving this notice.",
            WithinSince = "{citation}: within {time}, counted from when you received our notice {earlier} of {date}.",
            NoFixed = "{citation}: without undue delay.",
            OwnRules = "Under your own rules for such content: without undue delay.",
            NextAfter = "If we have heard nothing after {time}, we write to you again, then to another address of yours, and then prepare a complaint to the "
                + "competent authority.",
            NextThen = "If we have heard nothing when that time has passed, we write to you again, then to another address of yours, and then prepare a "
                + "complaint to the competent authority.",
            NextReasonable = "If we hear nothing, we write to you again, then to another address of yours, and then prepare a complaint to the competent authority.",
        },
        Preservation = new PreservationWords
        {
            Data =
            [
                "the accounts behind these addresses: registration data, contact data, and names used before;",
                "logs: when, and from which network addresses, these accounts were used and the content was put there;",
                "messages, comments and reports connected with the content;",
                "what you hold of the content itself, where your law lets you keep it, out of the public's sight and open only to those who must have it.",
            ],
            Until = "Please keep them until {date} at least, and after that for as long as an authority has asked you to.",
            UntilAsked = "Please keep them for as long as your law allows, or until an authority has asked for them.",
            NotToUs = "Please give what you preserve to the authorities that lawfully ask for it. Do not send it to us, and do not tell the holders of the accounts.",
            StillRemove = "To preserve is not to publish: this does not ask you to leave the content in sight.",
        },
        Counter = new CounterWords
        {
            LawAsks = "{citation} asks a notice for: {elements}. It asks for no identity document and for no copy of the material.",
            Complete = "Our notice contains what is needed to find the content and to decide.",
            Harm = "To ask people to send intimate material of themselves once more harms them.",
            HarmMinor = "In many countries it is a crime to have or to send such material. Please never ask anybody for it.",
            NotPutOff = "In our view, your question does not put off what is asked of you below.",
            OfferDetails = "more about how to find the content, and answers to your questions;",
            OfferStatement = "the signed statement, which is part of this notice;",
            OfferAuthority = "a confirmation in writing that we have authority to act;",
            OfferPerson = "somebody at {organisation} to speak to.",
        },
        Complaint = new ComplaintWords
        {
            CompetentAuthority = "the competent authority",
            Law = "{citation}. It gives {time}.",
            LawNoFixed = "{citation}. It gives no fixed time.",
            PlacesWithheld = "Addresses: {count}. They are named in notice {earlier}, which {platform} has. Where a person under 18 is concerned, we give addresses only "
                + "to the provider, to hotlines and to the police, and hand them to the police on request.",
            History = new Dictionary<ContactCode, string>
            {
                [ContactCode.NoticeSent] = "we sent the notice",
                [ContactCode.ReminderSent] = "we sent a reminder",
                [ContactCode.SecondChannelSent] = "we sent the notice to another address of the platform",
                [ContactCode.PreservationAsked] = "we asked the platform to preserve data",
                [ContactCode.CounterIdentitySent] = "we answered that we send neither identity documents nor the material",
                [ContactCode.FormFiled] = "a member of our staff filed the notice in the platform's form",
                [ContactCode.ServerAccepted] = "the platform's mail server accepted our message",
                [ContactCode.ServerRefused] = "the platform's mail server refused our message",
                [ContactCode.Acknowledged] = "the platform confirmed receipt",
                [ContactCode.AskedForIdentity] = "the platform asked for identity documents or for the material",
                [ContactCode.Refused] = "the platform refused",
                [ContactCode.ClaimedRemoved] = "the platform said that it had removed the content",
                [ContactCode.PartlyRemoved] = "a part of the content was reported removed",
                [ContactCode.HiddenInSearch] = "the content was reported hidden in search only",
                [ContactCode.Moved] = "the content was reported at another address",
                [ContactCode.Reappeared] = "the content was reported to be there again",
                [ContactCode.DeadlinePassed] = "the time given by the law had passed",
                [ContactCode.NoAnswer] = "we had no answer",
                [ContactCode.HostAsked] = "we asked the host of the site",
                [ContactCode.CdnAsked] = "we asked the network that delivers the site",
                [ContactCode.RegistrarAsked] = "we asked the registrar of the site's name",
                [ContactCode.SearchAsked] = "we asked a search engine not to show the addresses",
            },
            HistoryTimes = "All times are UTC.",
            ContainedGeneral = "where the content is, why it is unlawful, a declaration of good faith, and how to reach us",
            Sent = "Notice {earlier} was sent on {date}.",
            Record = "On request we hand over a record of these acts that can be verified without us.",
            Shows = "It shows what we recorded and sent, when, and what the receiving server answered.",
            ShowsNot = "It does not show that the content existed, that anybody read the notice, or what is at the addresses today.",
            Asks =
            [
                "Please look into this, and tell us the reference under which you do.",
                "Please ask nobody for the material. We hold no copy of it.",
            ],
            AskNoAddresses = "Please do not publish the addresses, and do not give them to anybody who does not need them.",
        },
        Beside = new BesideWords
        {
            Host = "This is a notice about unlawful content on {platform}, a site that, as far as we know, stands on your servers. It concerns one person. On {date} we "
                + "sent notice {earlier} to those who run the site. Nothing we know of has settled it since, so we now ask you.",
            Cdn = "This is a notice about unlawful content on {platform}, a site that, as far as we know, is delivered through your network. It concerns one person. On "
                + "{date} we sent notice {earlier} to those who run the site. Nothing we know of has settled it since, so we now ask you.",
            Registrar = "This is a notice about unlawful content on {platform}, a site whose name, as far as we know, is registered with you. It concerns one person. On "
                + "{date} we sent notice {earlier} to those who run the site. Nothing we know of has settled it since, so we now ask you.",
            Search = "This is a request not to show the addresses below in search results. What is there concerns one person. On {date} we sent notice {earlier} about "
                + "them to {platform}. Nothing we know of has settled it since.",
            WhoThePlatformIs = "Below, the platform means whoever runs {platform}.",
            HostRemoves = "Please remove what is at these addresses, or make it unreachable, under your terms and the law that binds you; or see to it that your customer does.",
            CdnStops = "Please stop delivering what is at these addresses, and tell us where its servers stand, or pass this notice on to whoever keeps them.",
            CdnTellsNobody = "Please do not notify the owner of the site. If you notify the host, please do so without our name.",
            RegistrarActs = "Please act under your rules on abuse against the use of this name for the content at these addresses.",
            SearchHides = "Please do not show these addresses in your results, whatever is searched for, and no copy, preview or suggestion that leads there.",
            DiscreetProvider = "Please do not tell your customer, or whoever put it there, who asked. Please do not publish this notice, and pass it only to those who need it to act.",
            DiscreetSearch = "Please do not publish this request, and do not tell those who run the site who asked.",
        },
        Laws = new Dictionary<NoticeLawFamily, LawWords>
        {
            [NoticeLawFamily.TakeItDown] = new(
                "{citation}: in the signed statement above, the good-faith belief is stated that the material was published without the consent of the person shown.",
                "{citation}: as authorised person, and on behalf of the person shown, we state the good-faith belief that the material was published without consent.",
                "{citation}: as authorised person, and on behalf of the person shown, we state the good-faith belief that the material was published without consent.",
                "a signature of the person shown or of an authorised person, enough to find the content, a brief statement of good-faith belief that it is not consensual, "
                    + "and contact details"),
            [NoticeLawFamily.OnlineSafety] = new(
                "{citation}: it is declared that intimate image content is present on the service at these addresses; that this report is made by its subject, or by "
                    + "somebody acting for its subject, as the signed statement says; and that it is made in good faith and is true to the best of knowledge and belief.",
                "{citation}: we declare that intimate image content is present on the service at these addresses; that we act for its subject; and that this report is "
                    + "made in good faith and is true to the best of our knowledge and belief.",
                "{citation}: we declare that this report is made in good faith and is true to the best of our knowledge and belief.",
                "a declaration that the content is there, that the report comes from its subject or somebody acting for the subject, and that it is made in good "
                    + "faith and true, enough to identify the content, and contact details"),
            [NoticeLawFamily.DigitalServices] = new(
                "{citation}: we believe in good faith that the information and allegations in this notice are accurate and complete. The notifier's name and e-mail "
                    + "address are those of {organisation}, given below.",
                "{citation}: we believe in good faith that the information and allegations in this notice are accurate and complete. The notifier's name and e-mail "
                    + "address are those of {organisation}, given below.",
                "{citation}: we believe in good faith that the information and allegations in this notice are accurate and complete. For content of this kind no name "
                    + "or e-mail address of a notifier is required; those of {organisation} are given so that you can answer.",
                "the reasons why the content is unlawful, its exact location, the name and e-mail address of the notifier (not where it concerns sexual abuse of a "
                    + "child), and a statement of good faith"),
            [NoticeLawFamily.IndiaRules] = new(
                "{citation}: this complaint is made by the person concerned or on that person's behalf, as the signed statement says.",
                "{citation}: this complaint is made on behalf of the person concerned.",
                "{citation}: this complaint is made on behalf of the person concerned.",
                "a complaint by the person concerned or on that person's behalf, what the content is, and the link or other details"),
        },
    };
}
