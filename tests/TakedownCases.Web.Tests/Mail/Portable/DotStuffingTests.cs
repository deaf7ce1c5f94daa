using System.Text;
using TakedownCases.Web.Mail.Portable;

namespace TakedownCases.Web.Tests.Mail.Portable;

/// <summary>Of our own client. Compiled with the portable stack alone.</summary>
[Trait("Kind", "Contract")]
public sealed class DotStuffingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a\r\n", "a\r\n")]
    [InlineData(".\r\n", "..\r\n")]
    [InlineData("a.\r\n..b\r\n.\r\n", "a.\r\n...b\r\n..\r\n")]
    public void A_line_that_begins_with_a_dot_gets_one_more(string text, string stuffed)
        => Assert.Equal(stuffed, Encoding.ASCII.GetString(DotStuffing.Apply(Encoding.ASCII.GetBytes(text))));
}
