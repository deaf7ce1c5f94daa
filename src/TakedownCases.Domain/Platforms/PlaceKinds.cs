namespace TakedownCases.Domain.Platforms;

/// <summary>A first guess at the kind of a place from how well-known sites build their addresses; people may change it.</summary>
internal static class PlaceKinds
{
    private static readonly HashSet<string> FileShares = new(StringComparer.Ordinal)
    {
        "drive.google.com", "docs.google.com", "photos.google.com", "photos.app.goo.gl", "dropbox.com", "mega.nz", "onedrive.live.com",
        "1drv.ms", "wetransfer.com", "we.tl", "gofile.io", "mediafire.com", "icloud.com",
    };

    private static readonly HashSet<string> NotProfiles = new(StringComparer.Ordinal)
    {
        "watch", "search", "explore", "hashtag", "home", "login", "i", "p", "reel", "reels", "stories", "groups", "events", "share",
        "sharer", "photo", "photo.php", "video.php", "permalink.php", "story.php", "marketplace", "ads", "settings", "messages",
        "results", "feed", "playlist", "shorts", "foryou", "tag", "discover", "about", "help", "privacy", "terms", "t", "v",
    };

    public static PlaceKind Suggest(AddressReader.ParsedAddress address)
    {
        var path = address.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var first = path.Length > 0 ? path[0] : "";
        bool Has(string name) => address.Query.Exists(parameter => parameter.Name == name);

        if (FileShares.Contains(address.Host) || address.Host.EndsWith(".sharepoint.com", StringComparison.Ordinal))
        {
            return PlaceKind.FileShare;
        }

        if (first is "hashtag" or "hashtags" || (first is "explore" or "t" && path is [_, "tags", ..]) || (first == "tag" && address.Host is "tiktok.com" or "tumblr.com"))
        {
            return PlaceKind.Hashtag;
        }

        return address.Host switch
        {
            "google.com" or "bing.com" or "duckduckgo.com" or "search.yahoo.com" or "yandex.ru" or "yandex.com" or "images.google.com"
                when Has("q") || Has("text") || Has("p") => PlaceKind.SearchResult,
            "play.google.com" or "apps.apple.com" => PlaceKind.App,
            "chat.whatsapp.com" or "discord.gg" => PlaceKind.Group,
            "discord.com" => first == "channels" ? (path.Length > 3 ? PlaceKind.Message : PlaceKind.Group) : first == "invite" ? PlaceKind.Group : PlaceKind.Url,
            "wa.me" or "m.me" or "ig.me" => PlaceKind.Profile,
            "t.me" => Telegram(path),
            "reddit.com" => Reddit(path),
            "facebook.com" when Has("comment_id") => PlaceKind.Comment,
            "facebook.com" when path is ["ads", "library", ..] => PlaceKind.Advert,
            "facebook.com" when first == "groups" && path.Length < 3 => PlaceKind.Group,
            "facebook.com" when first == "profile.php" => PlaceKind.Profile,
            "youtube.com" when Has("lc") => PlaceKind.Comment,
            "youtube.com" when first is "channel" or "c" or "user" || first.StartsWith('@') => PlaceKind.Profile,
            "tiktok.com" or "threads.com" or "medium.com" => first.StartsWith('@') && path.Length == 1 ? PlaceKind.Profile : PlaceKind.Url,
            "snapchat.com" when first is "add" => PlaceKind.Profile,
            "pornhub.com" when first is "model" or "users" or "pornstar" or "channels" => PlaceKind.Profile,
            "facebook.com" or "instagram.com" or "x.com" or "onlyfans.com" or "pinterest.com"
                when path.Length == 1 && !NotProfiles.Contains(first) => PlaceKind.Profile,
            "x.com" when first == "search" && Has("q") => PlaceKind.SearchResult,
            "youtube.com" when first == "results" => PlaceKind.SearchResult,
            _ => PlaceKind.Url,
        };
    }

    private static PlaceKind Telegram(string[] path) => path switch
    {
        ["joinchat", ..] => PlaceKind.Group,
        [var name] when name.StartsWith('+') || name.StartsWith("%2B", StringComparison.Ordinal) => PlaceKind.Group,
        [_] => PlaceKind.Profile,
        ["c" or "s", _] => PlaceKind.Group,
        [_, _, ..] => PlaceKind.Message,
        _ => PlaceKind.Url,
    };

    private static PlaceKind Reddit(string[] path) => path switch
    {
        ["user" or "u", _] => PlaceKind.Profile,
        ["r", _] => PlaceKind.Group,
        ["r", _, "comments", _, _, _] => PlaceKind.Comment,
        _ => PlaceKind.Url,
    };
}
