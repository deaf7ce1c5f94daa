using TakedownCases.Domain.Referrals;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Referrals;

/// <summary>To whom, by what right and what is passed on.</summary>
public sealed class ReferralInput : CommandForm
{
    /// <summary>The ground that is the person's consent.</summary>
    public const string Consent = "consent";

    /// <summary>The ground that two people decide.</summary>
    public const string TwoPeople = "two-people";

    /// <summary>The recipient's id in the directory.</summary>
    public string? To { get; set; }

    /// <summary>Our own reference, drawn when the page was first shown, so that it stands in the text already.</summary>
    public string? Reference { get; set; }

    /// <summary>"consent", "two-people", or the id of a duty to report.</summary>
    public string? Ground { get; set; }

    public List<PassedItem> Items { get; set; } = [];

    public List<Guid> Places { get; set; } = [];

    public string? Language { get; set; }

    /// <summary>Print of the text that was shown; another one means that it is shown first.</summary>
    public string? Print { get; set; }

    /// <summary>The button "show me" was pressed: nothing is kept.</summary>
    public bool Preview { get; set; }

    /// <summary>Day and time in the reader's zone; empty is now.</summary>
    public string? MadeAt { get; set; }

    /// <summary>What they call it.</summary>
    public string? Theirs { get; set; }

    /// <summary>Who it is, where the directory does not know them.</summary>
    public string? Whom { get; set; }

    /// <summary>Why without consent.</summary>
    public string? Reason { get; set; }

    /// <summary>Why the person is not told; empty where they are.</summary>
    public string? WhyNotTold { get; set; }
}

/// <summary>What somebody tells of a referral: what they did, what a second person decides, that it is taken back.</summary>
public sealed class ReferralStepInput : CommandForm
{
    public ReferralState? To { get; set; }

    public string? HappenedAt { get; set; }

    public string? Theirs { get; set; }

    public string? Words { get; set; }

    /// <summary>How and when they were told to disregard it.</summary>
    public string? How { get; set; }

    /// <summary>Ids of the legal bases whose clocks start by what they did.</summary>
    public List<string> Bases { get; set; } = [];

    public string? Print { get; set; }
}
