using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using TakedownCases.Domain.Access;

namespace TakedownCases.Web.Tests.Access;

/// <summary>Sends everybody everywhere and holds each answer against <see cref="AccessRules"/>.</summary>
internal sealed partial class AccessWalk(AccessWorld world, RouteValues values)
{
    private readonly SortedSet<string> _leaks = new(StringComparer.Ordinal);
    private readonly HashSet<(ViewerKind, Secret)> _seen = [];
    private readonly IReadOnlyList<Entrance> _entrances = EndpointTable.Of(world.App.Services);

    public IReadOnlyCollection<string> Leaks => _leaks;

    /// <summary>What was shown to somebody who may read it: without these the proof would hold for empty pages.</summary>
    public IReadOnlySet<(ViewerKind, Secret)> Seen => _seen;

    public int Answers { get; private set; }

    public int Checks { get; private set; }

    public int EntranceCount => _entrances.Count;

    public async Task ReadAsync(AccessViewer viewer)
    {
        foreach (var entrance in _entrances.Where(entrance => !entrance.IsPost))
        {
            await EnterAsync(viewer, entrance, plausible: false);
        }
    }

    /// <summary>Only what is about one case.</summary>
    public async Task ReadCasesAsync(AccessViewer viewer)
    {
        foreach (var entrance in _entrances.Where(entrance => !entrance.IsPost && entrance.Route.StartsWith("staff/", StringComparison.Ordinal)))
        {
            await EnterAsync(viewer, entrance, plausible: false);
        }
    }

    public async Task PurposeAsync(AccessViewer viewer)
    {
        foreach (var facts in world.Facts)
        {
            using var answer = await SendAsync(
                viewer, "POST", $"/staff/cases/{facts.Number}/purpose", [KeyValuePair.Create("Input.Purpose", "cover")]);
        }

        viewer.GavePurpose = true;
    }

    public async Task WriteAsync()
    {
        foreach (var entrance in _entrances.Where(entrance => entrance.IsPost))
        {
            foreach (var viewer in world.Viewers)
            {
                if (!entrance.HasNumber)
                {
                    await EnterAsync(viewer, entrance, plausible: false);
                }

                await EnterAsync(viewer, entrance, plausible: true);
            }
        }
    }

    /// <summary>One answer after a forced fault, with words of a case in the exception.</summary>
    public async Task FaultAsync(AccessViewer viewer, string path, string words)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(ForcedFault.Header, words);
        using var answer = await viewer.Session!.Client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        Check(answer.StatusCode == HttpStatusCode.InternalServerError && !Canaries.AnyIn(body), $"an exception's words on GET {path}");
        CheckHeaders(answer, $"fault at {path}");
    }

    private async Task EnterAsync(AccessViewer viewer, Entrance entrance, bool plausible)
    {
        foreach (var path in EndpointTable.Paths(entrance, values.Of).SelectMany(path => RouteValues.Queries(entrance).Select(query => path + query)))
        {
            if (entrance is { HasNumber: false, TakesNumber: false })
            {
                await OneAsync(viewer, entrance, path, null, plausible);
                continue;
            }

            // Once before it counts: a page may still carry the notice that the form before it left.
            await OneAsync(viewer, entrance, path, world.FreeNumber, plausible);
            var never = await OneAsync(viewer, entrance, path, world.FreeNumber, plausible);
            foreach (var name in Asked(viewer, entrance))
            {
                var (facts, seen) = (world.FactsOf(name), AccessRules.Sees(viewer, world.FactsOf(name), world.App.Clock.GetUtcNow()));
                var answer = await OneAsync(viewer, entrance, path, facts.Number, plausible);
                if (!seen)
                {
                    Check(answer == never, $"{viewer.Name}: {entrance.Verb} /{entrance.Route} tells '{name}' from a number never issued"
                        + (answer.Status == never.Status ? "" : $" ({(int)answer.Status}, {(int)never.Status})"));
                    Check(
                        (int)answer.Status is 302 or 303 or 400 or 403 or 404 || entrance.TakesNumber,
                        $"{viewer.Name}: {entrance.Verb} /{entrance.Route} answers {(int)answer.Status} about '{name}'");
                    Check(
                        world.FactsOf(name).Head == facts.Head || entrance.Route == "staff/glass",
                        $"{viewer.Name}: {entrance.Verb} /{entrance.Route} wrote into '{name}'");
                }
            }
        }
    }

    // Whoever works no case meets the same closed door before any number is looked at: two cases stand for all.
    private List<string> Asked(AccessViewer viewer, Entrance entrance)
        => !entrance.IsPost || viewer.Role is not (null or StaffRole.Admin)
            ? [.. world.Facts.Select(facts => facts.Name)]
            : ["adult free", "minor free"];

    private async Task<Shape> OneAsync(AccessViewer viewer, Entrance entrance, string path, string? number, bool plausible)
    {
        var filled = path.Replace(EndpointTable.NumberMark, number, StringComparison.Ordinal);
        List<KeyValuePair<string, string>> form = [];
        if (entrance is { IsPost: false, TakesNumber: true })
        {
            filled += "?number=" + number;
        }
        else if (entrance.IsPost)
        {
            form = plausible ? await PlausibleAsync(viewer, entrance, filled, number) : [];
            if (entrance.TakesNumber && !plausible)
            {
                form.Add(KeyValuePair.Create("number", number!));
            }
        }

        var before = world.Facts;
        using var answer = await SendAsync(viewer, entrance.Verb, filled, form);
        var body = (await answer.Content.ReadAsStringAsync()).Replace("<wbr>", "", StringComparison.Ordinal);
        if (entrance.TakesNumber && answer.Headers.Location is { } next)
        {
            // What the redirect leads to belongs to the answer; a notice there may repeat the number that was typed.
            using var page = await SendAsync(viewer, "GET", next.OriginalString, []);
            body += await page.Content.ReadAsStringAsync();
        }

        Answers++;
        Judge(viewer, entrance, answer, body, number, before);
        if (entrance.IsPost)
        {
            await world.LookAsync();
        }

        await ComeBackAsync(viewer, entrance);

        return Shape.Of(answer, body, number);
    }

    private void Judge(
        AccessViewer viewer, Entrance entrance, HttpResponseMessage answer, string body, string? asked, IReadOnlyList<CaseFacts> facts)
    {
        var now = world.App.Clock.GetUtcNow();
        var here = $"{viewer.Name}: {entrance.Verb} /{entrance.Route}";
        Check((int)answer.StatusCode < 500 || entrance.Route.StartsWith("health/", StringComparison.Ordinal), $"{here} failed with {(int)answer.StatusCode}");
        foreach (var canary in world.Canaries.FindIn(body))
        {
            var may = facts.FirstOrDefault(one => one.Name == canary.Case) is { } of && AccessRules.Reads(viewer, of, canary, entrance.Route, now);
            Check(may, $"{here} shows {canary.Secret} of '{canary.Case}'");
            if (may)
            {
                _seen.Add((viewer.Kind, canary.Secret));
            }
        }

        foreach (var one in facts)
        {
            Check(
                one.Number == asked || AccessRules.Sees(viewer, one, now) || !body.Contains(one.Number, StringComparison.OrdinalIgnoreCase),
                $"{here} shows the number of '{one.Name}'");
            Check(
                AccessRules.Sees(viewer, one, now) || one.Number == asked
                    || answer.Headers.Location?.OriginalString.Contains(one.Number, StringComparison.OrdinalIgnoreCase) != true,
                $"{here} leads to '{one.Name}'");
        }

        CheckHeaders(answer, here);
    }

    private void CheckHeaders(HttpResponseMessage answer, string here)
    {
        foreach (var (name, held) in answer.Headers.Concat(answer.Content.Headers))
        {
            var text = string.Join(' ', held);
            Check(!Canaries.AnyIn(text) && !Canaries.AnyIn(WebUtility.UrlDecode(text)), $"{here} has sealed words in the header {name}");
        }
    }

    private void Check(bool holds, string leak)
    {
        Checks++;
        if (!holds)
        {
            _leaks.Add(leak);
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(
        AccessViewer viewer, string verb, string path, IEnumerable<KeyValuePair<string, string>> form)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), path);
        if (verb != "GET")
        {
            request.Content = new FormUrlEncodedContent(form.Append(KeyValuePair.Create("__RequestVerificationToken", viewer.Token)));
        }

        return await viewer.Session!.Client.SendAsync(request);
    }

    /// <summary>The fields that the form on the page of the same address has; where there is none, what the action binds.</summary>
    private async Task<List<KeyValuePair<string, string>>> PlausibleAsync(AccessViewer viewer, Entrance entrance, string path, string? number)
    {
        var bound = values.Form(entrance, number).ToList();
        if (bound.Count > 0 || !_entrances.Any(other => !other.IsPost && other.Route == entrance.Route))
        {
            return bound;
        }

        using var page = await SendAsync(viewer, "GET", path, []);
        var document = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync());
        return [.. document.QuerySelectorAll("main form[method=post] [name]").Select(field => (Element: field, Name: field.GetAttribute("name")!))
            .Where(field => field.Name != "__RequestVerificationToken").DistinctBy(field => field.Name)
            .Select(field => KeyValuePair.Create(field.Name, field.Element switch
            {
                IHtmlInputElement { Type: "hidden" or "radio" or "checkbox" } input => input.Value,
                IHtmlSelectElement or IHtmlButtonElement => field.Element.GetAttribute("value") ?? "",
                _ => $"{Canaries.Typed} and more",
            }))];
    }

    // A session that a form or the quick exit ended is opened again, so that what follows is asked by the same person.
    private async Task ComeBackAsync(AccessViewer viewer, Entrance entrance)
    {
        string[] ends = ["sign-out", "profile/sessions", "/leave", "profile/language", "staff/language"];
        if (!ends.Any(entrance.Route.Contains) && !entrance.Route.EndsWith("exit", StringComparison.Ordinal))
        {
            return;
        }

        viewer.Session!.Dispose();
        viewer.Session = null;
        await world.ComeInAsync();
    }

    /// <summary>An answer without what differs each time: tokens, ids made for the page, and the number asked for.</summary>
    private sealed partial record Shape(HttpStatusCode Status, string? Location, string Body)
    {
        public static Shape Of(HttpResponseMessage answer, string body, string? number) => new(
            answer.StatusCode, Without(answer.Headers.Location?.OriginalString, number), Without(body, number)!);

        private static string? Without(string? text, string? number)
        {
            text = text is null || number is null ? text : text.Replace(number, "#", StringComparison.OrdinalIgnoreCase);
            return text is null ? null : Changing().Replace(text, "~");
        }

        [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, 5000)]
        private static partial Regex Changing();
    }
}
