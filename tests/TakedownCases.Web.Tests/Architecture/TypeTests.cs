using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TakedownCases.Data.Identity;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.Architecture.Fixtures;

namespace TakedownCases.Web.Tests.Architecture;

/// <summary>The rules that are read from the compiled types: true here, and seen to fail on types that break them.</summary>
public sealed class TypeTests
{
    private static readonly AutoValidateAntiforgeryTokenAttribute[] WithFilter = [new()];

    private static Type[] DomainTypes => typeof(TakedownCases.Domain.Outcome).Assembly.GetTypes();

    private static Type[] DataTypes => System.Reflection.Assembly.Load("TakedownCases.Data").GetTypes();

    private static Type[] WebTypes => typeof(Program).Assembly.GetTypes();

    private static Type[] Ours => [.. DomainTypes, .. DataTypes, .. WebTypes];

    [Fact]
    public void Controllers_take_no_DbContext()
    {
        Assert.Empty(TypeRules.ControllersWithDbContext(WebTypes));
        Assert.NotEmpty(TypeRules.ControllersWithDbContext([typeof(BrokenController)]));
        Assert.Empty(TypeRules.ControllersWithDbContext([typeof(GoodController)]));
    }

    [Fact]
    public void Every_action_has_a_policy_or_is_open_on_purpose()
    {
        Assert.Empty(TypeRules.ActionsWithoutPolicy(WebTypes));
        Assert.Equal(
            ["BrokenController.Open", "BrokenController.NoPolicy"],
            TypeRules.ActionsWithoutPolicy([typeof(BrokenController), typeof(GoodController)]));
    }

    [Fact]
    public async Task Every_action_that_changes_something_validates_its_token()
    {
        await using var app = await TestApp.StartAsync();
        var filters = app.Services.GetService<IOptions<MvcOptions>>()?.Value.Filters ?? [];

        Assert.Empty(TypeRules.ActionsWithoutAntiforgery(WebTypes, filters));
        Assert.Equal(["BrokenController.NoToken"], TypeRules.ActionsWithoutAntiforgery([typeof(BrokenController)], WithFilter));
        Assert.Equal(["GoodController.Send"], TypeRules.ActionsWithoutAntiforgery([typeof(GoodController)], []));
    }

    [Fact]
    public void Every_handler_takes_a_token_last()
    {
        Assert.Empty(TypeRules.HandlersWithoutToken(Ours));
        Assert.Equal(
            ["BrokenHandler.HandleAsync", "LazyHandler.HandleAsync"],
            TypeRules.HandlersWithoutToken([typeof(BrokenHandler), typeof(LazyHandler), typeof(GoodHandler)]));
    }

    [Fact]
    public void Entities_and_the_domain_have_no_public_setter()
    {
        // Staff accounts derive from Identity's own user, which is a bag of public setters; what changes them is logged by
        // the handlers of Accounts and Administration, whose tests hold that. Cases have no such door.
        var held = DomainTypes.Concat(TypeRules.Entities(DataTypes).Where(type => type.Namespace != typeof(StaffUser).Namespace));

        Assert.Empty(TypeRules.PublicSetters(held.Distinct()));
        Assert.Equal(["BrokenEntity.Open"], TypeRules.PublicSetters(TypeRules.Entities([typeof(BrokenContext)])));
    }

    [Fact]
    public void There_is_no_ceremony()
    {
        Assert.Empty(TypeRules.Ceremony(Ours));
        Assert.Equal(
            ["CaseRepository", "ILonely has fewer than two implementations"],
            TypeRules.Ceremony([typeof(CaseRepository), typeof(ILonely), typeof(IPaired), typeof(FirstOfPair), typeof(SecondOfPair)]));
    }
}
