using TakedownCases.Data.Referrals;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Referrals;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Referrals.Directory;

/// <summary>The directory, filtered.</summary>
public sealed record AuthoritiesPage(
    IReadOnlyList<Authority> Shown,
    IReadOnlyDictionary<string, AuthorityCheck> Checks,
    IReadOnlyList<string> Countries,
    string? Country,
    Track? Track,
    AuthorityKind? Kind);

/// <summary>One record of the directory.</summary>
public sealed record AuthorityPage(
    Authority Authority,
    IReadOnlyList<AuthorityCheck> Checks,
    IReadOnlyDictionary<StaffId, string> Names,
    bool MayCheck,
    AuthorityInput Input,
    DateTimeOffset Now)
{
    public required IReadOnlyDictionary<Guid, string?> Notes { get; init; }

    public Guid NextCommand() => CommandId.New(Now).Value;
}

/// <summary>That somebody checked a record, and how.</summary>
public sealed class AuthorityInput : CommandForm
{
    public bool? IsRight { get; set; }

    public string? Note { get; set; }
}
