using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Referrals;

/// <summary>The sentences of what is passed on, in one language. Placeholders are numbered.</summary>
internal sealed record ReferralWording
{
    public required string Opening { get; init; }

    public required string Sender { get; init; }

    public required string NoMail { get; init; }

    public required string Adult { get; init; }

    public required string Minor { get; init; }

    public required string Harms { get; init; }

    public required string Edited { get; init; }

    public required string Places { get; init; }

    public required string Place { get; init; }

    public required string Filed { get; init; }

    public required string Country { get; init; }

    public required string Notices { get; init; }

    public required string OwnWords { get; init; }

    public required string Name { get; init; }

    public required string Contact { get; init; }

    public required string NoPicture { get; init; }

    public required string Ask { get; init; }

    public required IReadOnlyDictionary<HarmKind, string> Kinds { get; init; }

    public static ReferralWording English { get; } = new()
    {
        Opening = "Report with our reference {0}",
        Sender = "From {0}, which acts for the person concerned. E-mail: {1}",
        NoMail = "none given",
        Adult = "It concerns one person, who was an adult when the material was made.",
        Minor = "It concerns one person who was, or may have been, under 18 when the material was made.",
        Harms = "What it is about:",
        Edited = "The material was edited or generated so that it appears to show the person.",
        Places = "Where it is or was:",
        Place = "Item {0}",
        Filed = "We were told on:",
        Country = "Country of the person:",
        Notices = "What we have written to platforms (our reference, platform, when it left):",
        OwnWords = "In the person's own words:",
        Name = "Name of whoever signed:",
        Contact = "How the person can be reached:",
        NoPicture = "We hold no copy of the material. Please do not ask the person for it.",
        Ask = "Please confirm that you have this, and quote {0}. Please tell us when you act, and when you decide.",
        Kinds = new Dictionary<HarmKind, string>
        {
            [HarmKind.SharedWithoutConsent] = "intimate pictures or recordings are shared without consent",
            [HarmKind.ThreatToShare] = "somebody threatens to share intimate pictures or recordings",
            [HarmKind.Blackmail] = "somebody demands money, pictures or acts",
            [HarmKind.EditedOrGenerated] = "edited or generated pictures that appear to show the person",
            [HarmKind.HiddenCamera] = "pictures or recordings made in secret",
            [HarmKind.Solicitation] = "somebody asks for sexual pictures or acts",
            [HarmKind.Grooming] = "somebody builds up contact in order to exploit the person",
            [HarmKind.Sale] = "pictures or recordings are offered for sale or exchange",
            [HarmKind.Trafficking] = "sexual exploitation by others",
            [HarmKind.Other] = "something else",
        },
    };

    public static ReferralWording French { get; } = new()
    {
        Opening = "Signalement, notre référence {0}",
        Sender = "De la part de {0}, qui agit pour la personne concernée. Adresse électronique : {1}",
        NoMail = "non indiquée",
        Adult = "Il concerne une personne, majeure quand le contenu a été fait.",
        Minor = "Il concerne une personne qui avait, ou avait peut-être, moins de 18 ans quand le contenu a été fait.",
        Harms = "De quoi il s’agit :",
        Edited = "Le contenu a été modifié ou fabriqué de façon à sembler montrer la personne.",
        Places = "Où cela se trouve ou se trouvait :",
        Place = "Endroit {0}",
        Filed = "Nous en avons été informés le :",
        Country = "Pays de la personne :",
        Notices = "Ce que nous avons écrit aux plateformes (notre référence, plateforme, date d’envoi) :",
        OwnWords = "Avec les mots de la personne :",
        Name = "Nom de qui a signé :",
        Contact = "Comment joindre la personne :",
        NoPicture = "Nous ne détenons aucune copie du contenu. Merci de ne pas le demander à la personne.",
        Ask = "Merci de confirmer la réception en rappelant {0}, et de nous dire quand vous agissez et quand vous décidez.",
        Kinds = new Dictionary<HarmKind, string>
        {
            [HarmKind.SharedWithoutConsent] = "des images ou enregistrements intimes sont partagés sans consentement",
            [HarmKind.ThreatToShare] = "quelqu’un menace de partager des images ou enregistrements intimes",
            [HarmKind.Blackmail] = "quelqu’un exige de l’argent, des images ou des actes",
            [HarmKind.EditedOrGenerated] = "des images modifiées ou fabriquées qui semblent montrer la personne",
            [HarmKind.HiddenCamera] = "des images ou enregistrements faits en secret",
            [HarmKind.Solicitation] = "quelqu’un demande des images ou des actes sexuels",
            [HarmKind.Grooming] = "quelqu’un noue un contact pour exploiter la personne",
            [HarmKind.Sale] = "des images ou enregistrements sont proposés à la vente ou à l’échange",
            [HarmKind.Trafficking] = "exploitation sexuelle par autrui",
            [HarmKind.Other] = "autre chose",
        },
    };

    public static ReferralWording In(string language) => language == "fr" ? French : English;

    public string Harm(HarmKind harm) => Kinds[harm];
}
