using TakedownCases.Data.Desk;
using TakedownCases.Testing;

namespace TakedownCases.Data.Tests.Desk;

public sealed class DeskCursorTests
{
    [Fact]
    public void A_cursor_is_read_as_it_was_written()
    {
        var cursor = new DeskCursor(ManualTimeProvider.DefaultStart, Guid.CreateVersion7());

        Assert.Equal(cursor, DeskCursor.TryRead(cursor.ToText()));
        Assert.Equal(cursor with { First = true }, DeskCursor.TryRead((cursor with { First = true }).ToText()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("!")]
    [InlineData("________________________________")]
    [InlineData("gAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAA AAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Anything_else_is_no_cursor(string? text) => Assert.Null(DeskCursor.TryRead(text));
}
