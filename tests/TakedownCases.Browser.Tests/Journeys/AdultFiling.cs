using TakedownCases.Testing;

namespace TakedownCases.Browser.Tests.Journeys;

/// <summary>One adult files for themselves, in French, and signs.</summary>
internal static class AdultFiling
{
    public static async Task<(string Key, string Number)> FileAsync(TestApp app, Visitor person, string country, params string[] places)
    {
        await person.OpenAsync("/fr");
        await person.SendAsync("main a[href='/fr/f']");
        await person.SendAsync("main .actions a.button");
        await person.ChooseAsync("Age", "adult");
        await person.ChooseAsync("Edited", "no");
        await person.SendAsync();
        await person.ChooseAsync("Danger", "no");
        await person.ChooseAsync("Threatened", "no");
        await person.ChooseAsync("Suicide", "skip");
        await person.PickAsync("Country", country);
        await person.SendAsync();
        await person.TypeAsync("Where", string.Join('\n', places));
        await person.SendAsync();
        Assert.Equal(places.Length, await person.Page.Locator(".places > li").CountAsync());
        await person.SendAsync();
        await person.ChooseAsync("Harms", "SharedWithoutConsent");
        await person.TypeAsync("Words", "Cela a commencé en mars.");
        await person.SendAsync();
        await person.ChooseAsync("Signing", "sign");
        await person.TypeAsync("Name", "Ada Exemple");
        await person.TypeAsync("Signature", "Ada Exemple");
        await person.SendAsync();
        await person.SendAsync();
        Assert.Contains("Ada Exemple", await person.TextAsync(), StringComparison.Ordinal);
        Assert.Contains(places[0]["https://".Length..], await person.TextAsync(), StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await person.SendAsync();
        var key = await person.KeyAsync();
        Assert.Equal(20, key.Length);
        var number = (await person.TextAsync("main bdi[translate=no]")).Trim();
        await person.ChooseAsync("Kept", "memory");
        await person.SendAsync();
        Assert.DoesNotContain(key, await person.Page.ContentAsync(), StringComparison.Ordinal);
        return (key, number);
    }
}
