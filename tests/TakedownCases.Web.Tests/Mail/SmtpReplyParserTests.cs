using System.Text;
using TakedownCases.Web.Mail;

namespace TakedownCases.Web.Tests.Mail;

public sealed class SmtpReplyParserTests
{
    [Theory]
    [InlineData("250 2.0.0 ok\r\n", 250, "2.0.0", "250 2.0.0 ok")]
    [InlineData("250\r\n", 250, null, "250")]
    [InlineData("250 ok\n", 250, null, "250 ok")]
    [InlineData("550-5.1.1 no such\r\n550 5.1.1 person\r\n", 550, "5.1.1", "550-5.1.1 no such\n550 5.1.1 person")]
    [InlineData("250 2.0.0.1 ok\r\n", 250, null, "250 2.0.0.1 ok")]
    [InlineData("250 a \u0001 bell\0\r\n", 250, null, "250 a ? bell?")]
    [InlineData("250 déjà\r\n", 250, null, "250 déjà")]
    public void A_reply_is_read_however_it_is_cut(string octets, int code, string? enhanced, string text)
    {
        foreach (var size in new[] { 1, 2, 3, 7, 1000 })
        {
            var parser = new SmtpReplyParser();
            foreach (var piece in Encoding.UTF8.GetBytes(octets).Chunk(size))
            {
                parser.Feed(piece);
            }

            var reply = parser.Take();
            Assert.Equal((code, enhanced, text), (reply!.Code, reply.EnhancedCode, reply.Text));
            Assert.False(parser.HasMore);
        }
    }

    [Fact]
    public void Two_replies_stay_two()
    {
        var parser = new SmtpReplyParser();

        parser.Feed("250 one\r\n421 two\r\n25"u8);

        Assert.Equal("250 one", parser.Take()?.Text);
        Assert.True(parser.HasMore);
        Assert.Equal("421 two", parser.Take()?.Text);
        Assert.Null(parser.Take());
        Assert.True(parser.HasMore);
    }

    [Theory]
    [InlineData("hello\r\n")]
    [InlineData("\r\n")]
    [InlineData("25\r\n")]
    [InlineData("2500 ok\r\n")]
    [InlineData("199 ok\r\n")]
    [InlineData("650 ok\r\n")]
    [InlineData("٢٥٠ ok\r\n")]
    [InlineData("250-a\r\n251 b\r\n")]
    public void What_is_no_reply_is_refused(string octets)
        => Assert.Throws<SmtpProtocolException>(() => new SmtpReplyParser().Feed(Encoding.UTF8.GetBytes(octets)));

    [Fact]
    public void A_reply_without_end_is_refused_before_it_fills_the_memory()
    {
        Assert.Throws<SmtpProtocolException>(() => new SmtpReplyParser().Feed(new byte[SmtpReplyParser.LongestLine + 1]));
        var lines = string.Concat(Enumerable.Repeat("250-x\r\n", SmtpReplyParser.MostLines + 1));
        Assert.Throws<SmtpProtocolException>(() => new SmtpReplyParser().Feed(Encoding.ASCII.GetBytes(lines)));
    }
}
