namespace TakedownCases.Web.Features.Shared;

/// <summary>What every staff page says at its top during this request: late jobs, one admin only, a chain that broke.</summary>
internal sealed class StaffBanners
{
    private readonly List<StaffBanner> _banners = [];

    public IReadOnlyList<StaffBanner> All => _banners;

    /// <summary>Adds a banner; kind is info, warn or late, text is already in the reader's language.</summary>
    public void Add(string kind, string text, BannerLink? link = null) => _banners.Add(new StaffBanner(kind, text, link));
}

internal sealed record StaffBanner(string Kind, string Text, BannerLink? Link = null)
{
    public string Icon => Kind == "info" ? "info" : "warn";
}

/// <summary>Where a banner leads whoever may go there.</summary>
internal sealed record BannerLink(string Path, string Text);
