using System.Text;
using TakedownCases.Data.Vault;

namespace TakedownCases.Data.Tests.Vault;

public sealed class CookieSealTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly DraftCipher Drafts = new(new FieldCipher());

    [Fact]
    public void A_draft_opens_with_what_the_cookie_brings_back()
    {
        var cookie = CookieSeal.CreateNew(Now);
        var blob = Drafts.Seal(cookie, "typed so far"u8);

        var back = CookieSeal.TryRead(cookie.ToCookieValue());

        Assert.NotNull(back);
        Assert.Equal(cookie.Id, back.Id);
        Assert.Equal("typed so far", Encoding.UTF8.GetString(Drafts.Open(back, blob)));
    }

    [Fact]
    public void Every_changed_character_of_the_cookie_is_refused_or_does_not_open()
    {
        var cookie = CookieSeal.CreateNew(Now);
        var value = cookie.ToCookieValue();
        var blob = Drafts.Seal(cookie, "typed so far"u8);
        for (var position = 0; position < value.Length; position++)
        {
            foreach (var wrong in "Aa0-_=. é\0".Where(symbol => symbol != value[position]))
            {
                var changed = CookieSeal.TryRead(value[..position] + wrong + value[(position + 1)..]);
                if (changed is not null)
                {
                    Assert.Throws<SealedFieldException>(() => Drafts.Open(changed, blob));
                }
            }
        }
    }

    [Fact]
    public void Another_browsers_cookie_does_not_open_the_draft()
    {
        var blob = Drafts.Seal(CookieSeal.CreateNew(Now), "typed so far"u8);

        Assert.Throws<SealedFieldException>(() => Drafts.Open(CookieSeal.CreateNew(Now), blob));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_cookie_of_ours_reads_as_none(string? value) => Assert.Null(CookieSeal.TryRead(value));

    [Fact]
    public void A_cookie_seal_never_shows_its_key()
    {
        var cookie = CookieSeal.CreateNew(Now);

        Assert.Equal($"[cookie seal {cookie.Id:D}]", cookie.ToString());
        Assert.Equal(64, cookie.ToCookieValue().Length);
    }
}
