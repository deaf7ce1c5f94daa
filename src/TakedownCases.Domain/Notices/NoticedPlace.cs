using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Notices;

/// <summary>
/// One place that a notice names. <paramref name="Ordinal"/> is its number within the case, under which the platform
/// answers; <paramref name="Kind"/> is the name of a kind of the Platforms room; <paramref name="Address"/> is as typed;
/// <paramref name="Words"/> help to find it on the adult track and are left out on the minor track.
/// </summary>
public sealed record NoticedPlace(PlaceId Place, int Ordinal, string Kind, string Address, string? Canonical, string? Words);
