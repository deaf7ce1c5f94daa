using System.Collections.Frozen;

namespace TakedownCases.Domain.Platforms;

/// <summary>
/// Sites whose mobile, regional and renamed hosts are one site. Written from general knowledge of public addresses; a
/// site missing here is only not folded, so a doubtful fold is left out: it would hide a place behind another.
/// </summary>
internal static class KnownSites
{
    private static readonly string[] FoldedLabels =
        ["www", "m", "mobile", "touch", "mbasic", "mtouch", "web", "old", "new", "np", "amp", "ptb", "canary", "fr-ca"];

    private static readonly KnownSite[] All =
    [
        new("facebook.com", ["fb.com"], Languages: true,
            ["__tn__", "ref", "refsrc", "_rdr", "_rdc", "paipv", "eav", "rdid", "share_url", "sfnsn", "locale", "wtsid", "hc_ref", "fref"]),
        new("instagram.com", ["instagr.am"], Languages: false, ["igsh", "hl", "utm"]),
        new("threads.com", ["threads.net"], Languages: false, ["xmt", "slof"]),
        new("whatsapp.com", [], Languages: false, ["lang"]),
        new("youtube.com", ["youtube-nocookie.com"], Languages: true,
            ["si", "feature", "pp", "ab_channel", "t", "start", "app", "hl", "gl", "themerefresh"]),
        new("google.com", GoogleHosts(), Languages: false,
            ["sca_esv", "sca_upv", "ved", "ei", "sxsrf", "oq", "gs_lcp", "gs_lp", "gs_lcrp", "sclient", "source", "uact", "biw",
             "bih", "dpr", "hl", "client", "rlz", "aqs", "sourceid", "ie", "oe", "usg", "sa", "iflsig", "fbs", "ictx", "usp"]),
        new("x.com", ["twitter.com"], Languages: false, ["s", "t", "ref_src", "ref_url", "cxt", "cn", "lang"]),
        new("tiktok.com", [], Languages: false,
            ["_t", "_r", "_d", "is_from_webapp", "sender_device", "is_copy_url", "web_id", "lang", "refer", "tt_from", "u_code",
             "share_app_id", "share_link_id", "share_item_id", "timestamp", "user_id", "sec_user_id", "source", "language"]),
        new("bing.com", [], Languages: false,
            ["form", "cvid", "pq", "sc", "sk", "qs", "sp", "ghsh", "ghacc", "ghpl", "setlang", "pc", "lq"]),
        new("reddit.com", [], Languages: true, ["share_id", "rdt", "ref", "ref_source", "context"]),
        new("snapchat.com", [], Languages: false, ["share_id", "sid", "locale"]),
        new("discord.com", ["discordapp.com"], Languages: false, []),
        new("pinterest.com",
            ["pinterest.fr", "pinterest.de", "pinterest.co.uk", "pinterest.ca", "pinterest.com.au", "pinterest.es", "pinterest.it",
             "pinterest.jp", "pinterest.com.mx", "pinterest.at", "pinterest.ch", "pinterest.cl", "pinterest.dk", "pinterest.ie",
             "pinterest.nz", "pinterest.pt", "pinterest.se", "pinterest.ph", "pinterest.co.kr"],
            Languages: true, ["mt", "sender", "invite_code"]),
        new("t.me", ["telegram.me", "telegram.dog"], Languages: false, []),
        new("linkedin.com", [], Languages: true, ["trk", "rcm", "lipi", "originalsubdomain"]),
        new("pornhub.com", ["pornhub.org"], Languages: true, ["pkey"]),
        new("xvideos.com", [], Languages: true, []),
        new("onlyfans.com", [], Languages: false, []),
        new("tumblr.com", [], Languages: false, []),
        new("dropbox.com", [], Languages: false, ["dl", "st", "e"]),
        new("mega.nz", ["mega.co.nz"], Languages: false, []),
        new("vk.com", ["vk.ru", "vkontakte.ru"], Languages: false, []),
    ];

    private static readonly FrozenDictionary<string, KnownSite> ByHost = All
        .SelectMany(site => site.OtherHosts.Append(site.Host).Select(host => KeyValuePair.Create(host, site)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The one host that stands for <paramref name="host"/>; folding twice changes nothing.</summary>
    public static string Fold(string host)
    {
        host = WithoutWww(host);
        for (var suffix = host; ;)
        {
            if (ByHost.TryGetValue(suffix, out var site))
            {
                return FoldBelow(site, host[..(host.Length - suffix.Length)]);
            }

            var dot = suffix.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
            {
                return host;
            }

            suffix = suffix[(dot + 1)..];
        }
    }

    /// <summary>The query parameters of a folded host that do not say what is shown, lower-case.</summary>
    public static IReadOnlyCollection<string> IdleParameters(string foldedHost)
        => ByHost.TryGetValue(foldedHost, out var site) ? site.IdleParameters : [];

    // labels: what stands before the site's own host, each with its dot ("m.", "fr-fr.", "drive.").
    private static string FoldBelow(KnownSite site, string labels)
    {
        while (labels.Length > 0)
        {
            var end = labels.IndexOf('.', StringComparison.Ordinal);
            var first = labels[..end];
            if (!FoldedLabels.Contains(first, StringComparer.Ordinal) && !(site.Languages && LooksLikeLanguage(first)))
            {
                break;
            }

            labels = labels[(end + 1)..];
        }

        return labels + site.Host;
    }

    private static bool LooksLikeLanguage(string label)
        => label.Length is 2 or 5 && (label.Length == 2 || label[2] == '-')
            && label.Where((_, index) => index != 2).All(char.IsAsciiLetterLower);

    private static string WithoutWww(string host)
    {
        while (host.StartsWith("www.", StringComparison.Ordinal) && host.IndexOf('.', 4) > 0)
        {
            host = host[4..];
        }

        return host;
    }

    private static string[] GoogleHosts()
    {
        const string plain = "ad ae al am as at az ba be bf bg bi bj bs bt by ca cat cd cf cg ch ci cl cm cn cv cz de dj dk dm dz ee es "
            + "fi fm fr ga ge gg gl gm gr gy hn hr ht hu ie im iq is it je jo kg ki kz la li lk lt lu lv md me mg mk ml mn mu mv mw "
            + "ne nl no nr nu pl pn ps pt ro rs ru rw sc se sh si sk sm sn so sr st td tg tl tm tn to tt vu ws";
        const string underCom = "af ag ar au bd bh bn bo br bz co cu cy do ec eg et fj gh gi gt hk jm kh kw lb ly mm mt mx my na ng ni "
            + "np om pa pe pg ph pk pr py qa sa sb sg sl sv tj tr tw ua uy vc vn";
        const string underCo = "ao bw ck cr id il in jp ke kr ls ma mz nz th tz ug uk uz ve vi za zm zw";
        return
        [
            .. plain.Split(' ').Select(country => "google." + country),
            .. underCom.Split(' ').Select(country => "google.com." + country),
            .. underCo.Split(' ').Select(country => "google.co." + country),
        ];
    }
}
