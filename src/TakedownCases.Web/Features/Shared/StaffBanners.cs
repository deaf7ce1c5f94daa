namespace TakedownCases.Web.Features.Shared;

/// <summary>What every staff page says at its top during this request: late jobs, one admin only, a chain that broke.</summary>
internal sealed class StaffBanners
{
    private readonly List<StaffBanner> _banners = [];

    public IReadOnlyList<StaffBanner> All => _banners;

    /// <summary>Adds a banner; kind is info, warn or late, text is already in the reader's language.</summary>
    public void Add(string kind, string text) => _banners.Add(new StaffBanner(kind, text));
}

internal sealed record StaffBanner(string Kind, string Text)
{
    public string Icon => Kind == "info" ? "info" : "warn";
}
