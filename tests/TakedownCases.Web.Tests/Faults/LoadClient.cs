using System.Diagnostics;
using TakedownCases.Data.Vault;
using TakedownCases.Testing;
using TakedownCases.Web.Tests.Filing;

namespace TakedownCases.Web.Tests.Faults;

/// <summary>
/// Person after person who files with the real form over HTTP at one program that is killed now and then. When the line
/// breaks they wait and send the same again, as the browser's button does; some go away instead.
/// </summary>
internal sealed class LoadClient(MortalProgram program, Load load, Random random) : IDisposable
{
    private readonly HttpMessageInvoker _line = new(new ToItsAddress(program));
    private readonly List<(LoadedFiling Filing, WebSession Visitor)> _unconfirmed = [];

    /// <summary>Files until the load is stopped; the one begun is finished.</summary>
    public async Task RunAsync()
    {
        while (!load.IsStopped)
        {
            await FileAsync(load.Next(random));
            await LookAgainAsync();
        }
    }

    /// <summary>One filing from the first question to the key.</summary>
    public async Task FileAsync(LoadedFiling filing, bool mayConfirm = true)
    {
        var cookies = new CookieJar(TimeProvider.System) { InnerHandler = new Line(_line) };
        var visitor = new WebSession(new HttpClient(cookies) { BaseAddress = new Uri("http://localhost"), Timeout = TimeSpan.FromMinutes(5) }, cookies);
        var page = await UntilAnsweredAsync(() => visitor.GetAsync($"/{filing.Lang}/f/1"));
        for (var posts = 0; posts < 40; posts++)
        {
            page = await FollowAsync(visitor, page);
            if (page.Document.QuerySelector($"{Journey.Form} [name=step]")?.GetAttribute("value") is not { } step)
            {
                var next = page.Find("main .actions a.button").GetAttribute("href")!;
                page = await UntilAnsweredAsync(() => visitor.GetAsync(next));
                continue;
            }

            if (step != "Check")
            {
                var asked = page;
                page = await UntilAnsweredAsync(() => visitor.PostAsync(asked, Journey.Form, filing.AnswersTo(step)));
                continue;
            }

            filing.Draft = CookieSeal.TryRead(cookies.Cookies["__Host-f"])!.Id;
            if (await SendAsync(visitor, page, filing))
            {
                await SeeKeyAsync(filing, visitor);
                if (mayConfirm)
                {
                    await PerhapsConfirmAsync(filing, visitor);
                }
            }

            return;
        }

        throw new InvalidOperationException($"The form goes in a circle: {page.Path} {page.Text}");
    }

    /// <summary>Opens the key page of everybody who did not confirm: the same key must stand there.</summary>
    public async Task LookAgainAsync(bool all = false)
    {
        // The page shows it for half an hour; a long run outlives that.
        _unconfirmed.RemoveAll(one => Stopwatch.GetElapsedTime(one.Filing.AcknowledgedAt) > TimeSpan.FromMinutes(20));
        foreach (var (filing, visitor) in _unconfirmed.TakeLast(all ? _unconfirmed.Count : 1).ToList())
        {
            await SeeKeyAsync(filing, visitor);
        }
    }

    public void Dispose() => _line.Dispose();

    private async Task<bool> SendAsync(WebSession visitor, WebPage check, LoadedFiling filing)
    {
        while (true)
        {
            var life = await program.AliveAsync();
            var began = Stopwatch.GetTimestamp();
            try
            {
                load.Moment?.Begun(isSend: true);
                var answer = await visitor.PostAsync(check, Journey.Form);
                if (answer.Location?.EndsWith("/f/key", StringComparison.Ordinal) != true)
                {
                    throw new InvalidOperationException($"{(int)answer.Status} instead of the key page: {answer.Location} {answer.Text}");
                }

                load.SendTook(Stopwatch.GetElapsedTime(began));
                filing.IsAcknowledged = true;
                filing.AcknowledgedAt = Stopwatch.GetTimestamp();
                return true;
            }
            catch (Exception broken) when (LostConnection.Is(broken))
            {
                filing.Broken++;
                await program.NextLifeAsync(life, broken);
                if (random.Next(3) == 0)
                {
                    filing.IsLeft = true;
                    return false;
                }
            }
        }
    }

    private async Task SeeKeyAsync(LoadedFiling filing, WebSession visitor)
    {
        var page = await UntilAnsweredAsync(() => visitor.GetAsync($"/{filing.Lang}/f/key"));
        var key = string.Concat(page.Find(".key").TextContent.Where(char.IsAsciiDigit));
        filing.Key ??= key;
        if (filing.Key != key)
        {
            throw new InvalidOperationException("The key page showed another key than before.");
        }

        load.KeySeen();
    }

    private async Task PerhapsConfirmAsync(LoadedFiling filing, WebSession visitor)
    {
        if (random.Next(2) == 0)
        {
            _unconfirmed.Add((filing, visitor));
            return;
        }

        var page = await UntilAnsweredAsync(() => visitor.GetAsync($"/{filing.Lang}/f/key"));
        filing.IsConfirming = true;
        page = await UntilAnsweredAsync(() => visitor.PostAsync(page, Journey.Form, ("Kept", "paper")));
        if ((int)page.Status >= 400)
        {
            throw new InvalidOperationException($"The key could not be confirmed: {(int)page.Status} {page.Text}");
        }
    }

    private async Task<WebPage> FollowAsync(WebSession visitor, WebPage page)
    {
        while (page.Location is { } next)
        {
            page = await UntilAnsweredAsync(() => visitor.GetAsync(next));
        }

        return page.Response.IsSuccessStatusCode
            ? page
            : throw new InvalidOperationException($"{page.Path} answered {(int)page.Status}: {page.Text}");
    }

    private async Task<WebPage> UntilAnsweredAsync(Func<Task<WebPage>> send)
    {
        while (true)
        {
            var life = await program.AliveAsync();
            try
            {
                load.Moment?.Begun(isSend: false);
                return await send();
            }
            catch (Exception broken) when (LostConnection.Is(broken))
            {
                await program.NextLifeAsync(life, broken);
            }
        }
    }

    /// <summary>Many visitors, one set of connections.</summary>
    private sealed class Line(HttpMessageInvoker line) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => line.SendAsync(request, cancellationToken);
    }
}
