using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Notices;

/// <summary>What somebody must know before they write to a platform about this case.</summary>
public sealed record Cautions(string Number, Track Track, bool HasConsent, bool HotlineTold);
