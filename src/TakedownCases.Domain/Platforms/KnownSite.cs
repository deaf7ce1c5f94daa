namespace TakedownCases.Domain.Platforms;

/// <summary>
/// How one site spells the same thing in several ways: other hosts, language subdomains, and query parameters that say
/// who shared or how one came there but not what is shown.
/// </summary>
internal sealed record KnownSite(string Host, string[] OtherHosts, bool Languages, string[] IdleParameters);
