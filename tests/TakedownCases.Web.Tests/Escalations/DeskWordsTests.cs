using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Desk;
using TakedownCases.Domain;
using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Deadlines;
using TakedownCases.Domain.Escalation;
using TakedownCases.Domain.Notices;
using TakedownCases.Domain.Platforms;
using TakedownCases.Testing;
using TakedownCases.Web.Features.Escalations;
using TakedownCases.Web.Localization;

namespace TakedownCases.Web.Tests.Escalations;

/// <summary>A page that meets a code it has no words for fails whole, and a board that fails shows nobody what is late.</summary>
public sealed class DeskWordsTests
{
    [Fact]
    public async Task Every_code_that_a_row_of_the_board_can_hold_has_words()
    {
        await using var app = await TestApp.StartAsync(DatabaseKind.Sqlite);
        var texts = app.Services.GetRequiredService<TextCatalogue>();
        string[] keys =
        [
            .. Keys<NoticeKind>("notice"), .. Keys<TaskKind>("task"), .. Keys<ClockKind>("clock"), .. Keys<RungAction>("step"),
            .. Keys<StopReason>("stopped"), .. Keys<ChannelKind>("channel"), .. Keys<Severity>("severity"), .. Keys<OverdueAge>("age"),
            .. Keys<DeskPart>("part"), .. Keys<DeskPart>("empty"),
        ];

        Assert.DoesNotContain(keys, key => texts.Find(Languages.English, key) is null);
    }

    private static IEnumerable<string> Keys<TEnum>(string part)
        where TEnum : struct, Enum
        => Enum.GetValues<TEnum>().Select(value => $"escalations.{part}.{Codes.Of(value)}");
}
