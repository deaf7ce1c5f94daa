using Microsoft.AspNetCore.Mvc.Rendering;
using TakedownCases.Web.Features.Shared;

namespace TakedownCases.Web.Features.Welcome;

/// <summary>Whom a person can turn to now. <see cref="Country"/> is empty for one that we do not know.</summary>
public sealed record HelpPage(
    string Country,
    IReadOnlyList<SelectListItem> Countries,
    IReadOnlyList<Helpline> Danger,
    IReadOnlyList<Helpline> Suicide,
    IReadOnlyList<Helpline> Pictures,
    IReadOnlyList<Helpline> Young,
    string Duty);
