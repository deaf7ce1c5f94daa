using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;

namespace TakedownCases.Web.Features.Referrals;

/// <summary>
/// In which order one is offered whom to tell: hotlines and the police before whoever regulates platforms (practice P4), the police first
/// where there is danger now (practice P2), and whoever is named by hand last. Within a kind, who is nearer stays first.
/// </summary>
public static class RecipientOrder
{
    private static readonly AuthorityKind[] Usual =
    [
        AuthorityKind.Hotline, AuthorityKind.Police, AuthorityKind.HashService, AuthorityKind.Regulator, AuthorityKind.DataProtection,
        AuthorityKind.Tribunal,
    ];

    public static IReadOnlyList<Authority> Of(IEnumerable<Authority> authorities, Severity severity)
        => [.. authorities.OrderBy(authority => authority.Id == AuthorityDirectory.Other ? int.MaxValue
            : severity == Severity.Imminent && authority.Kind == AuthorityKind.Police ? -1
            : Array.IndexOf(Usual, authority.Kind))];
}
