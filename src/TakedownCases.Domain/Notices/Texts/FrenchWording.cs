using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Notices.Texts;

/// <summary>Our notices in French.</summary>
internal static class FrenchWording
{
    public static NoticeWording Words { get; } = new()
    {
        Subject = "Demande {reference}",
        Months =
        [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
            "décembre",
        ],
        Calendar = new CalendarWords
        {
            Day = "{day} {month} {year}",
            FirstDay = "{day}er {month} {year}",
            Instant = "{date} à {hour} h {minute} (UTC)",
            Hour = "{count} heure",
            Hours = "{count} heures",
            Minute = "{count} minute",
            Minutes = "{count} minutes",
            OneDay = "{count} jour",
            Days = "{count} jours",
            BusinessDay = "{count} jour ouvrable",
            BusinessDays = "{count} jours ouvrables",
            Month = "{count} mois",
            MonthsLong = "{count} mois",
            And = "{first} et {second}",
        },
        Opening = new OpeningWords
        {
            FromTo = "De : {organisation} ; à : {recipient}",
            Reference = "Notre référence : {reference}",
            Date = "Date : {date}",
            Removal = "Par la présente, nous signalons un contenu illicite sur {platform} qui concerne une personne. Nous vous demandons de le retirer.",
            RemovalMinor = "Par la présente, nous signalons un contenu sur {platform} qui concerne {who}. Nous vous demandons de le retirer.",
            PassOn = "Merci de transmettre immédiatement ce message aux personnes qui, chez {platform}, traitent les abus sexuels sur mineurs.",
            Reminder = "Le {date}, nous vous avons adressé le signalement {earlier} au sujet des adresses ci-dessous. À notre connaissance, rien n’a réglé la "
                + "situation depuis. Ceci est un rappel ; il reprend le signalement, afin que vous ayez tout au même endroit.",
            SecondChannel = "Le {date}, nous avons adressé le signalement {earlier}, au sujet des adresses ci-dessous, à une autre adresse de la plateforme {platform}. À notre "
                + "connaissance, rien n’a réglé la situation depuis. Nous vous l’adressons donc également.",
            Counter = "Le {date}, nous vous avons adressé le signalement {earlier}. Vous avez demandé une pièce d’identité ou le contenu lui-même. Nous n’envoyons "
                + "ni l’un ni l’autre et ne les demandons à personne. Notre signalement est maintenu ; il est repris ci-dessous.",
            Preservation = "Par la présente, nous vous demandons de conserver les données liées aux adresses ci-dessous.",
            PreservationAfter = "Par la présente, nous vous demandons de conserver les données liées aux adresses ci-dessous. Cette demande accompagne notre "
                + "signalement {earlier} du {date}.",
            Complaint = "La présente réclamation concerne {platform}. À notre connaissance, {platform} n’a pas fait ce que demande le texte cité "
                + "ci-dessous.",
            ServerAnswer = "Le serveur de messagerie du destinataire avait alors répondu : {reply}",
            Signed = "Ce message s’appuie sur la déclaration signée ci-dessous. Nous l’adressons pour la personne qui a signé et recevons la réponse pour elle.",
            Authorised = "{organisation} agit pour la personne concernée, en qualité de personne autorisée. L’autorisation est enregistrée chez nous.",
            AuthorisedNote = "{organisation} agit pour la personne concernée, en qualité de personne autorisée. L’autorisation est enregistrée chez nous : {note}",
            OwnName = "{organisation} adresse ce message en son propre nom.",
            NamesNobody = "Ce message ne nomme personne.",
            Child = "une personne qui avait moins de 18 ans au moment des faits",
            PerhapsChild = "une personne qui avait, ou avait peut-être, moins de 18 ans au moment des faits",
        },
        Titles = new SectionTitles
        {
            Where = "Où se trouve le contenu",
            Why = "De quoi il s’agit, et pourquoi c’est illicite",
            Statement = "Déclaration signée",
            Declarations = "Ce que nous déclarons",
            Requests = "Ce que nous vous demandons",
            Deadlines = "Dans quel délai",
            Contact = "Comment nous joindre",
            Keep = "Ce qu’il faut conserver",
            NotSent = "Pourquoi nous n’envoyons ni l’un ni l’autre",
            Instead = "Ce que nous pouvons vous donner à la place",
            Missed = "Le texte",
            History = "Ce qui s’est passé",
            Contained = "Ce que contenait notre signalement",
            Proof = "Preuve du signalement",
            Proves = "Ce que cela montre, et ce que cela ne montre pas",
        },
        Places = new PlaceWords
        {
            Intro = "Chaque adresse porte un numéro. Merci de l’utiliser dans votre réponse.",
            Canonical = "La même sous forme normalisée : {canonical}",
            Words = "Comment la trouver : {words}",
        },
        Reasons = new ReasonWords
        {
            Adult = new Dictionary<HarmKind, string>
            {
                [HarmKind.SharedWithoutConsent] = "Des images ou enregistrements intimes de la personne sont montrés ou partagés sans son consentement.",
                [HarmKind.ThreatToShare] = "Quelqu’un menace de partager des images ou enregistrements intimes de la personne.",
                [HarmKind.Blackmail] = "Quelqu’un exige de la personne de l’argent, des images ou des actes, en menaçant de partager du contenu intime.",
                [HarmKind.EditedOrGenerated] = "Des images intimes qui semblent montrer la personne ont été modifiées ou fabriquées, et sont montrées ou partagées "
                    + "sans consentement.",
                [HarmKind.HiddenCamera] = "Des images ou enregistrements intimes de la personne ont été faits à son insu.",
                [HarmKind.Solicitation] = "Quelqu’un fait pression sur la personne pour obtenir des images ou des actes sexuels.",
                [HarmKind.Grooming] = "Quelqu’un noue un contact avec la personne afin de l’exploiter sexuellement.",
                [HarmKind.Sale] = "Des images ou enregistrements intimes de la personne sont proposés à la vente ou à l’échange.",
                [HarmKind.Trafficking] = "Le contenu est lié à l’exploitation sexuelle de la personne par autrui.",
                [HarmKind.Other] = "Le contenu porte atteinte à l’intimité de la personne de la manière décrite ci-dessous.",
            },
            Minor = new Dictionary<HarmKind, string>
            {
                [HarmKind.SharedWithoutConsent] = "Des images ou enregistrements sexuels ou intimes montrant {who} sont montrés ou partagés.",
                [HarmKind.ThreatToShare] = "Quelqu’un menace de partager des images ou enregistrements sexuels ou intimes montrant {who}.",
                [HarmKind.Blackmail] = "Quelqu’un exige de l’argent, des images ou des actes, en menaçant de partager un tel contenu. La personne visée est {who}.",
                [HarmKind.EditedOrGenerated] = "Des images sexuelles ou intimes qui semblent montrer {who} ont été modifiées ou fabriquées, et sont montrées ou partagées.",
                [HarmKind.HiddenCamera] = "Des images ou enregistrements sexuels ou intimes montrant {who} ont été faits en secret.",
                [HarmKind.Solicitation] = "Quelqu’un demande des images, des actes ou des rencontres à caractère sexuel. La personne visée est {who}.",
                [HarmKind.Grooming] = "Quelqu’un noue un contact à des fins sexuelles. La personne visée est {who}.",
                [HarmKind.Sale] = "Des images ou enregistrements sexuels ou intimes montrant {who} sont proposés à la vente ou à l’échange.",
                [HarmKind.Trafficking] = "Le contenu est lié à une exploitation sexuelle par autrui. La personne visée est {who}.",
                [HarmKind.Other] = "Le contenu est lié d’une autre manière à un abus ou à une exploitation sexuelle. La personne visée est {who}.",
            },
            Edited = "Le contenu a été modifié ou fabriqué de façon à sembler montrer la personne (hypertrucage, ou « deepfake »). Il n’en est pas moins illicite.",
            NoConsent = "La personne concernée n’a pas consenti à ce que cela soit montré ou partagé.",
            NoConsentReported = "Selon ce qui nous a été rapporté, la personne concernée n’a pas consenti à ce que cela soit montré ou partagé.",
            ChildConsent = "Une personne de moins de 18 ans ne peut pas y consentir.",
            NoCopy = "Nous ne détenons aucune copie du contenu, et ce message n’en contient aucune.",
            NobodyOpens = "Personne chez {organisation} n’ouvre de telles adresses. Nous ne détenons aucune copie du contenu, et ce message n’en contient aucune.",
            Added = "Précisions :",
        },
        Signing = new SigningWords
        {
            Name = "Nom : {name}",
            Signature = "Signature (électronique) : {signature}",
            SignedOn = "Signé le : {date}",
            KeptByUs = "Le nom et la signature qui figurent sous cette déclaration sont enregistrés chez nous.",
            GoodFaith = "Ce signalement est fait de bonne foi. À notre connaissance, ce qu’il dit est vrai, exact et complet.",
            ForSigner = "Adressé pour la personne qui a signé la déclaration ci-dessus : {organisation}",
            Authorised = "Signé électroniquement, en qualité de personne autorisée, pour la personne concernée : {organisation}",
            OwnName = "Signé : {organisation}",
            Mail = "Adresse électronique : {address}",
            Contact = "Courrier ou téléphone : {contact}",
            Quote = "Merci de rappeler notre référence {reference} dans toute réponse.",
            Thanks = "Nous vous remercions d’y donner suite.",
        },
        Requests = new RequestWords
        {
            Remove = "Merci de retirer ce qui se trouve à ces adresses, ainsi que toute copie identique sur votre service.",
            RemoveSimilar = "Merci de retirer ce qui se trouve à ces adresses, ainsi que toute copie identique ou identique pour l’essentiel sur votre service.",
            Confirm = "Merci de confirmer la réception de ce signalement.",
            Outcome = "Merci de nous dire ce que vous avez décidé et fait, numéro par numéro.",
            Preserve = "Merci de conserver pour les autorités les données de compte et de connexion liées à ces adresses. Ne nous les envoyez pas.",
            Discreet = "Merci de ne pas dire à la personne qui a mis ce contenu en ligne qui a fait la demande. Merci de ne pas publier ce signalement et de ne le "
                + "transmettre qu’aux personnes qui en ont besoin pour agir.",
            NoIdentity = "Merci de ne demander à la personne concernée ni pièce d’identité, ni le contenu. S’il vous faut davantage, adressez-vous à nous : nous pouvons "
                + "préciser comment trouver le contenu, répondre à vos questions et confirmer par écrit sur quoi repose notre demande.",
            NoIdentityMinor = "Merci de ne demander à personne ni pièce d’identité, ni le contenu. S’il vous faut davantage, adressez-vous à nous : nous pouvons préciser "
                + "où il se trouve et confirmer par écrit sur quoi repose notre demande.",
            Report = "Si le droit qui vous lie vous demande de signaler un tel contenu à une autorité ou à un point de signalement, merci de le faire.",
        },
        Deadlines = new DeadlineWords
        {
            Within = "{citation} : dans un délai de {time} à compter de la réception de ce signalement.",
            WithinSince = "{citation} : dans un délai de {time} à compter de la réception de notre signalement {earlier} du {date}.",
            NoFixed = "{citation} : sans retard injustifié.",
            OwnRules = "Selon vos propres règles pour ce type de contenu : sans retard injustifié.",
            NextAfter = "Sans nouvelles de vous après {time}, nous vous écrivons de nouveau, puis à une autre de vos adresses, puis préparons une réclamation auprès de "
                + "l’autorité compétente.",
            NextThen = "Sans nouvelles de vous une fois ce délai écoulé, nous vous écrivons de nouveau, puis à une autre de vos adresses, puis préparons une "
                + "réclamation auprès de l’autorité compétente.",
            NextReasonable = "Sans nouvelles de vous, nous vous écrivons de nouveau, puis à une autre de vos adresses, puis préparons une réclamation auprès de "
                + "l’autorité compétente.",
        },
        Preservation = new PreservationWords
        {
            Data =
            [
                "les comptes liés à ces adresses : données d’inscription, coordonnées, noms utilisés auparavant ;",
                "les journaux : quand, et depuis quelles adresses réseau, ces comptes ont été utilisés et le contenu mis en ligne ;",
                "les messages, commentaires et signalements liés au contenu ;",
                "ce que vous détenez du contenu lui-même, si votre droit vous permet de le garder, hors de la vue du public et accessible aux seules personnes qui "
                    + "doivent y avoir accès.",
            ],
            Until = "Merci de les conserver au moins jusqu’au {date}, puis aussi longtemps qu’une autorité vous l’a demandé.",
            UntilAsked = "Merci de les conserver aussi longtemps que votre droit le permet, ou jusqu’à ce qu’une autorité les ait demandées.",
            NotToUs = "Merci de remettre ce que vous conservez aux autorités qui le demandent légalement. Ne nous l’envoyez pas, et n’en dites rien aux titulaires des comptes.",
            StillRemove = "Conserver n’est pas publier : nous ne vous demandons pas de laisser le contenu visible.",
        },
        Counter = new CounterWords
        {
            LawAsks = "{citation} demande qu’un signalement contienne : {elements}. Ce texte ne demande ni pièce d’identité, ni copie du contenu.",
            Complete = "Notre signalement contient ce qu’il faut pour trouver le contenu et pour décider.",
            Harm = "Demander à une personne d’envoyer encore une fois des images intimes d’elle-même lui fait du mal.",
            HarmMinor = "Dans de nombreux pays, détenir ou envoyer un tel contenu est un crime ou un délit. Merci de ne jamais le demander à quiconque.",
            NotPutOff = "À notre avis, votre question ne reporte pas ce qui vous est demandé ci-dessous.",
            OfferDetails = "des précisions pour trouver le contenu, et des réponses à vos questions ;",
            OfferStatement = "la déclaration signée, qui fait partie de ce signalement ;",
            OfferAuthority = "la confirmation écrite que nous sommes autorisés à agir ;",
            OfferPerson = "une personne à qui parler chez {organisation}.",
        },
        Complaint = new ComplaintWords
        {
            CompetentAuthority = "l’autorité compétente",
            Law = "{citation}. Délai prévu : {time}.",
            LawNoFixed = "{citation}. Ce texte ne fixe pas de délai.",
            PlacesWithheld = "Adresses : {count}. Elles figurent dans le signalement {earlier}, que {platform} a reçu. Lorsqu’une personne de moins de 18 ans est "
                + "concernée, nous ne donnons les adresses qu’au fournisseur, aux points de signalement et à la police, et les remettons à la police sur demande.",
            History = new Dictionary<ContactCode, string>
            {
                [ContactCode.NoticeSent] = "nous avons envoyé le signalement",
                [ContactCode.ReminderSent] = "nous avons envoyé un rappel",
                [ContactCode.SecondChannelSent] = "nous avons envoyé le signalement à une autre adresse de la plateforme",
                [ContactCode.PreservationAsked] = "nous avons demandé à la plateforme de conserver des données",
                [ContactCode.CounterIdentitySent] = "nous avons répondu que nous n’envoyons ni pièce d’identité, ni le contenu",
                [ContactCode.FormFiled] = "un membre de notre équipe a déposé le signalement par le formulaire de la plateforme",
                [ContactCode.ServerAccepted] = "le serveur de messagerie de la plateforme a accepté notre message",
                [ContactCode.ServerRefused] = "le serveur de messagerie de la plateforme a refusé notre message",
                [ContactCode.Acknowledged] = "la plateforme a confirmé la réception",
                [ContactCode.AskedForIdentity] = "la plateforme a demandé une pièce d’identité ou le contenu",
                [ContactCode.Refused] = "la plateforme a refusé",
                [ContactCode.ClaimedRemoved] = "la plateforme a dit avoir retiré le contenu",
                [ContactCode.PartlyRemoved] = "une partie du contenu a été signalée comme retirée",
                [ContactCode.HiddenInSearch] = "le contenu a été signalé comme masqué dans la recherche seulement",
                [ContactCode.Moved] = "le contenu a été signalé à une autre adresse",
                [ContactCode.Reappeared] = "le contenu a été signalé comme de nouveau présent",
                [ContactCode.DeadlinePassed] = "le délai prévu par le texte était écoulé",
                [ContactCode.NoAnswer] = "nous n’avions reçu aucune réponse",
                [ContactCode.HostAsked] = "nous nous sommes adressés à l’hébergeur du site",
                [ContactCode.CdnAsked] = "nous nous sommes adressés au réseau qui diffuse le site",
                [ContactCode.RegistrarAsked] = "nous nous sommes adressés au bureau d’enregistrement du nom du site",
                [ContactCode.SearchAsked] = "nous avons demandé à un moteur de recherche de ne pas afficher les adresses",
            },
            HistoryTimes = "Toutes les heures sont en UTC.",
            ContainedGeneral = "où se trouve le contenu, pourquoi il est illicite, une déclaration de bonne foi, et comment nous joindre",
            Sent = "Le signalement {earlier} a été envoyé le {date}.",
            Record = "Sur demande, nous remettons un relevé de ces actes qui peut être vérifié sans nous.",
            Shows = "Cela montre ce que nous avons enregistré et envoyé, quand, et ce que le serveur destinataire a répondu.",
            ShowsNot = "Cela ne montre pas que le contenu existait, que quelqu’un a lu le signalement, ni ce qui se trouve aujourd’hui à ces adresses.",
            Asks =
            [
                "Merci d’examiner cette réclamation et de nous indiquer sous quelle référence.",
                "Merci de ne demander le contenu à personne. Nous n’en détenons aucune copie.",
            ],
            AskNoAddresses = "Merci de ne pas publier les adresses et de ne les donner qu’aux personnes qui en ont besoin.",
        },
        Beside = new BesideWords
        {
            Host = "Par la présente, nous signalons un contenu illicite sur {platform}, un site qui, à notre connaissance, se trouve sur vos serveurs. Il concerne une "
                + "personne. Le {date}, nous avons adressé le signalement {earlier} à ceux qui exploitent le site. À notre connaissance, rien n’a réglé la situation depuis ; "
                + "nous nous adressons donc à vous.",
            Cdn = "Par la présente, nous signalons un contenu illicite sur {platform}, un site qui, à notre connaissance, est diffusé par votre réseau. Il concerne une "
                + "personne. Le {date}, nous avons adressé le signalement {earlier} à ceux qui exploitent le site. À notre connaissance, rien n’a réglé la situation depuis ; "
                + "nous nous adressons donc à vous.",
            Registrar = "Par la présente, nous signalons un contenu illicite sur {platform}, un site dont le nom, à notre connaissance, est enregistré chez vous. Il concerne "
                + "une personne. Le {date}, nous avons adressé le signalement {earlier} à ceux qui exploitent le site. À notre connaissance, rien n’a réglé la situation "
                + "depuis ; nous nous adressons donc à vous.",
            Search = "Par la présente, nous vous demandons de ne pas afficher les adresses ci-dessous dans les résultats de recherche. Ce qui s’y trouve concerne une "
                + "personne. Le {date}, nous avons adressé le signalement {earlier} à leur sujet à {platform}. À notre connaissance, rien n’a réglé la situation depuis.",
            WhoThePlatformIs = "Ci-dessous, la plateforme désigne ceux qui exploitent {platform}.",
            HostRemoves = "Merci de retirer ce qui se trouve à ces adresses, ou de le rendre inaccessible, selon vos conditions et la loi qui vous lie ; ou de veiller à ce que votre "
                + "client le fasse.",
            CdnStops = "Merci de cesser de diffuser ce qui se trouve à ces adresses, et de nous dire où se trouvent ses serveurs, ou de transmettre ce signalement à qui les exploite.",
            CdnTellsNobody = "Merci de ne pas prévenir le propriétaire du site. Si vous prévenez l’hébergeur, merci de le faire sans notre nom.",
            RegistrarActs = "Merci d’agir, selon vos règles sur les abus, contre l’usage de ce nom pour le contenu qui se trouve à ces adresses.",
            SearchHides = "Merci de ne pas afficher ces adresses dans vos résultats, quelle que soit la recherche, ni copie, aperçu ou suggestion qui y mène.",
            DiscreetProvider = "Merci de ne pas dire à votre client, ni à qui a mis ce contenu en ligne, qui a fait la demande. Merci de ne pas publier ce signalement et de ne le "
                + "transmettre qu’à ceux qui en ont besoin pour agir.",
            DiscreetSearch = "Merci de ne pas publier cette demande, et de ne pas dire à ceux qui exploitent le site qui l’a faite.",
        },
        Laws = new Dictionary<NoticeLawFamily, LawWords>
        {
            [NoticeLawFamily.TakeItDown] = new(
                "{citation} : la déclaration signée ci-dessus exprime la conviction, de bonne foi, que le contenu a été publié sans le consentement de la personne montrée.",
                "{citation} : en qualité de personne autorisée et au nom de la personne montrée, nous déclarons être convaincus, de bonne foi, que le contenu a été publié "
                    + "sans consentement.",
                "{citation} : en qualité de personne autorisée et au nom de la personne montrée, nous déclarons être convaincus, de bonne foi, que le contenu a été publié "
                    + "sans consentement.",
                "la signature de la personne montrée ou d’une personne autorisée, de quoi trouver le contenu, une brève déclaration de bonne foi selon laquelle il n’est pas "
                    + "consenti, et des coordonnées"),
            [NoticeLawFamily.OnlineSafety] = new(
                "{citation} : il est déclaré qu’un contenu comportant des images intimes est présent sur le service à ces adresses ; que ce signalement est fait par la personne "
                    + "montrée, ou par quelqu’un qui agit pour elle, comme le dit la déclaration signée ; et qu’il est fait de bonne foi et exact à la connaissance de son auteur.",
                "{citation} : nous déclarons qu’un contenu comportant des images intimes est présent sur le service à ces adresses ; que nous agissons pour la personne "
                    + "montrée ; et que ce signalement est fait de bonne foi et exact à notre connaissance.",
                "{citation} : nous déclarons que ce signalement est fait de bonne foi et exact à notre connaissance.",
                "la déclaration que le contenu est présent, que le signalement vient de la personne montrée ou de quelqu’un qui agit pour elle, et qu’il est fait de bonne foi et "
                    + "exact, de quoi identifier le contenu, et des coordonnées"),
            [NoticeLawFamily.DigitalServices] = new(
                "{citation} : nous pensons, de bonne foi, que les informations et allégations de ce signalement sont exactes et complètes. Le nom et l’adresse électronique de "
                    + "l’auteur du signalement sont ceux de {organisation}, indiqués ci-dessous.",
                "{citation} : nous pensons, de bonne foi, que les informations et allégations de ce signalement sont exactes et complètes. Le nom et l’adresse électronique de "
                    + "l’auteur du signalement sont ceux de {organisation}, indiqués ci-dessous.",
                "{citation} : nous pensons, de bonne foi, que les informations et allégations de ce signalement sont exactes et complètes. Pour ce type de contenu, ni le nom ni "
                    + "l’adresse électronique de l’auteur ne sont exigés ; ceux de {organisation} sont donnés pour que vous puissiez répondre.",
                "les raisons pour lesquelles le contenu est illicite, son emplacement exact, le nom et l’adresse électronique de l’auteur (sauf en cas d’abus sexuel sur mineur), et "
                    + "une déclaration de bonne foi"),
            [NoticeLawFamily.IndiaRules] = new(
                "{citation} : cette plainte est faite par la personne concernée ou en son nom, comme le dit la déclaration signée.",
                "{citation} : cette plainte est faite au nom de la personne concernée.",
                "{citation} : cette plainte est faite au nom de la personne concernée.",
                "une plainte de la personne concernée ou en son nom, la nature du contenu, et le lien ou d’autres précisions"),
        },
    };
}
