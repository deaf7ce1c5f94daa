using System.Net;
using System.Text;

namespace TakedownCases.Web.Tests.Hosting;

public sealed class KeptFormTests : IDisposable
{
    private const string Typed = "<b>\"quoted\"</b> & line\r\nمرحبا \u202Ebidi";
    private readonly HostingApp _app = new();

    [Fact]
    public async Task An_expired_form_keeps_what_was_typed_and_can_be_sent_again()
    {
        var browser = _app.Browser();
        var expired = await browser.PostAsync("/en/trial/form", ("words", Typed), ("words", "second"), ("__RequestVerificationToken", "old"));
        var page = await expired.PageAsync();

        Assert.Equal(HttpStatusCode.BadRequest, expired.StatusCode);
        Assert.Equal("/en/trial/form", page.QuerySelector("form")!.GetAttribute("action"));
        Assert.Equal(["words", "words", "__RequestVerificationToken"], page.Fields().Select(f => f.Name));

        var again = await browser.PostAsync("/en/trial/form", page.Fields());

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.StartsWith("took <b>\"quoted\"</b> & line", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_form_never_repeats_a_password()
    {
        var page = await (await _app.Browser().PostAsync("/en/trial/form", ("Email", "a@example.org"), ("Input.Password", "hunter2"))).PageAsync();

        Assert.Contains(page.Fields(), f => f.Name == "Email");
        Assert.DoesNotContain("hunter2", page.Source.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://elsewhere.example.net")]
    [InlineData("Origin", "null")]
    public async Task A_form_of_another_site_is_not_kept(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/en/trial/form");
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create("words", "planted")]);
        request.Headers.Add(header, value);

        var response = await _app.Browser().SendAsync(request);
        var page = await response.PageAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(page.QuerySelector("form"));
    }

    [Theory]
    [InlineData("/en/trial/broken", HttpStatusCode.InternalServerError, "Something went wrong")]
    [InlineData("/fr/trial/away", HttpStatusCode.ServiceUnavailable, "De retour dans quelques minutes")]
    public async Task A_failure_keeps_what_was_typed_and_says_nothing_of_its_cause(string path, HttpStatusCode status, string heading)
    {
        var response = await _app.Browser().PostAsync(path, ("words", "typed words"));
        var page = await response.PageAsync();

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
        Assert.Contains(page.Fields(), f => f == ("words", "typed words"));
        Assert.DoesNotContain("canary", page.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_above_one_megabyte_is_shown_again_to_be_shortened()
    {
        var text = new string('x', 1024 * 1024);
        var response = await _app.Browser().PostWithTokenAsync("/en/trial/form", ("words", text), ("other", "short"));
        var page = await response.PageAsync();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(text, page.QuerySelector("textarea[name=words]")!.TextContent);
        Assert.Contains(page.Fields(), f => f == ("other", "short"));
    }

    [Fact]
    public async Task A_form_far_too_large_gets_a_page_that_says_what_to_do()
    {
        var response = await _app.Browser().PostAsync("/en/trial/form", ("words", new string('x', 5 * 1024 * 1024)));
        var page = await response.PageAsync();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("That is too much at once", page.QuerySelector("h1")!.TextContent);
        Assert.Null(page.QuerySelector("form"));
    }

    [Fact]
    public async Task A_form_with_too_many_fields_gets_the_same_page()
    {
        var response = await _app.Browser().PostAsync("/en/trial/form", [.. Enumerable.Range(0, 5000).Select(i => ($"f{i}", "x"))]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task A_form_with_five_hundred_places_is_taken()
    {
        var response = await _app.Browser().PostWithTokenAsync(
            "/en/trial/form", [("words", "all"), .. Enumerable.Range(0, 500).Select(i => ($"Places[{i}].Address", $"https://site.example.org/{i}"))]);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Files_are_never_taken()
    {
        using var content = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.ASCII.GetBytes("picture")), "file", "a.png" },
        };

        var response = await _app.Browser().PostAsync("/en/trial/form", content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("We cannot take files", (await response.PageAsync()).QuerySelector("h1")!.TextContent);
    }

    public void Dispose() => _app.Dispose();
}
