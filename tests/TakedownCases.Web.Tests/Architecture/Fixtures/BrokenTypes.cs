#pragma warning disable MA0048, CA1822, CA1068
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace TakedownCases.Web.Tests.Architecture.Fixtures;

internal sealed class BrokenContext : DbContext
{
    public DbSet<BrokenEntity> Rows => Set<BrokenEntity>();
}

internal sealed class BrokenEntity
{
    public string Open { get; set; } = "";

    public string Fixed { get; init; } = "";

    public string Kept { get; private set; } = "";
}

internal interface ILonely;

internal interface IPaired;

internal sealed class FirstOfPair : ILonely, IPaired;

internal sealed class SecondOfPair : IPaired;

internal sealed class CaseRepository;

internal sealed class BrokenHandler
{
    public Task HandleAsync(CancellationToken cancellationToken, string late) => Task.CompletedTask;
}

internal sealed class LazyHandler
{
    public Task HandleAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
}

internal sealed class GoodHandler
{
    public Task HandleAsync(string number, CancellationToken cancellationToken) => Task.CompletedTask;
}

internal sealed class BrokenController(BrokenContext context) : ControllerBase
{
    [HttpGet]
    public string Open() => context.ContextId.ToString();

    [HttpPost, Authorize]
    public string NoPolicy() => "";

    [HttpPost, Authorize("WorkQueue"), IgnoreAntiforgeryToken]
    public string NoToken() => "";

    [HttpGet, Authorize("WorkQueue")]
    public async Task<string> HiddenAsync()
    {
        await using var hidden = new BrokenContext();
        return hidden.ToString()!;
    }
}

[AllowAnonymous]
internal sealed class GoodController : ControllerBase
{
    [HttpGet]
    public string Index() => "";

    [HttpPost]
    public string Send() => "";
}
