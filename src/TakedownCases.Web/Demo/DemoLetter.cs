namespace TakedownCases.Web.Demo;

/// <summary>
/// One invented notice: about which places of its story, counted from 0. <paramref name="To"/> is the address somebody typed
/// and <paramref name="Name"/> what they call the site; without them it goes to the form of the place's platform.
/// </summary>
internal sealed record DemoLetter(IReadOnlyList<int> Places, string? To = null, string? Name = null)
{
    /// <summary>It cites laws whose elements are not there: the draft says what is missing.</summary>
    public bool IsIncomplete { get; init; }

    public static DemoLetter ToForm(params int[] places) => new(places);

    public static DemoLetter ToMail(string to, string name, params int[] places) => new(places, to, name);
}
