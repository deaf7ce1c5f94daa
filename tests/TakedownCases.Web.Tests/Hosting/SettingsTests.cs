using Microsoft.Extensions.Options;

namespace TakedownCases.Web.Tests.Hosting;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Installation:ExitUrl", "http://weather.example.org", "Installation__ExitUrl")]
    [InlineData("Installation:NeutralName", " ", "Installation__NeutralName")]
    [InlineData("Proxy:KnownNetworks", "10.0.0.0/8, nonsense", "Proxy__KnownNetworks")]
    [InlineData("Proxy:KnownNetworks", "0.0.0.0/0", "Proxy__KnownNetworks")]
    [InlineData("Mail:Transport", "Pigeon", "Mail__Transport")]
    [InlineData("Mail:Transport", "Smtp", "Mail__Smtp__Host")]
    [InlineData("Mail:Smtp:Port", "many", "Mail__Smtp__Port")]
    [InlineData("Mail:From", "Forms <forms@example.com>", "Mail__From")]
    [InlineData("Mail:GatewaySecret", "short", "Mail__GatewaySecret")]
    [InlineData("Mail:From", "förms@example.com", "Mail__From")]
    [InlineData("Mail:Smtp:HelloName", "not a host", "Mail__Smtp__HelloName")]
    [InlineData("Mail:Imap:Host", "imap.example.org", "Mail__Imap__User")]
    [InlineData("Mail:Imap:Host", "no host", "Mail__Imap__Host")]
    [InlineData("Mail:Imap:Port", "many", "Mail__Imap__Port")]
    [InlineData("Database:Provider", "Oracle", "Database__Provider")]
    [InlineData("Database:Provider", "Postgres", "ConnectionStrings__Takedown")]
    [InlineData("RateLimits:PerMinute", "0", "RateLimits__PerMinute")]
    [InlineData("RateLimits:FilingDelay", "01:00:00", "RateLimits__FilingDelay")]
    [InlineData("Limits:BodyBytes", "1", "Limits__BodyBytes")]
    public void A_wrong_setting_stops_the_start_and_is_named(string setting, string value, string variable)
    {
        using var app = new HostingApp((setting, value), ("ConnectionStrings:Takedown", ""));

        var exception = Assert.Throws<OptionsValidationException>(() => app.Browser());

        Assert.Contains(exception.Failures, f => f.Contains(variable, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Mail:Imap:Security", "None", "Mail__Imap__Security")]
    [InlineData("Mail:Imap:Port", "0", "Mail__Imap__Port")]
    [InlineData("Mail:Imap:Mailbox", " ", "Mail__Imap__Mailbox")]
    public void A_wrong_setting_of_the_archive_is_named(string setting, string value, string variable)
    {
        using var app = new HostingApp(
            ("Mail:Imap:Host", "imap.example.org"), ("Mail:Imap:User", "archive"), ("Mail:Imap:Password", "secret"), (setting, value));

        var exception = Assert.Throws<OptionsValidationException>(() => app.Browser());

        Assert.Contains(variable, Assert.Single(exception.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Production_does_not_start_without_its_key_file()
    {
        using var app = new HostingApp { Environment = "Production" };

        var exception = Assert.Throws<OptionsValidationException>(() => app.Browser());

        Assert.Contains("Installation__KeyFile is not set", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_cannot_be_read_is_not_repeated()
    {
        using var app = new HostingApp(("Mail:Smtp:Port", "my-password"));

        var exception = Assert.Throws<OptionsValidationException>(() => app.Browser());

        Assert.DoesNotContain("my-password", exception.Message, StringComparison.Ordinal);
    }
}
