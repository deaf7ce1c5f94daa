namespace TakedownCases.Web.Features.Tracking;

/// <summary>What a page needs opened; it stands in the read entry.</summary>
[Flags]
public enum CaseParts
{
    None = 0,
    Places = 1,
    Messages = 2,
    Contact = 4,
    Words = 8,
    Openings = 16,
    Notices = 32,
    Letter = 64,
}
