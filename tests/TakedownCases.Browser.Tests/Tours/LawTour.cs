namespace TakedownCases.Browser.Tests.Tours;

/// <summary>The rules: read, compared, changed by two people.</summary>
internal sealed class LawTour(Visitor visitor, PageCheck check)
{
    private static readonly (string Path, string Name)[] Pages =
    [
        ("", "law"), ("?Country=GB&Track=minor", "law-filtered"), ("?Country=GB&Does=policy", "law-none"), ("/policies", "law-policies"),
        ("/ladders", "law-ladders"), ("/calendars", "law-calendars"), ("/changes", "law-changes-empty"),
        ("/basis/us-tida-removal", "law-basis"), ("/basis/eu-dsa-16-notice", "law-informs"), ("/policy/first-review-adult-standard", "law-policy"),
        ("/ladder/minor", "law-ladder"), ("/calendar/office", "law-calendar"), ("/new?law=eu-dsa-16-notice", "law-new"),
        ("/ladder/minor/change", "law-ladder-change"), ("/calendar/office/change", "law-calendar-change"), ("/basis/us-tida-removal/change", "law-basis-change"),
    ];

    public async Task RunAsync()
    {
        foreach (var (path, name) in Pages)
        {
            await LookAsync(path, name);
        }

        await visitor.SendAsync("#fields > button.button");
        await check.LookAsync(visitor, "law-basis-change-error");
        await visitor.OpenAsync("/staff/law/policy/first-review-adult-standard/change");
        await visitor.TypeAsync("Form.Duration", $"PT{(visitor.Lang == "fr" ? 6 : 7)}H");
        await visitor.TypeAsync("Form.Reason", "We can do better.");
        await visitor.SendAsync("#fields > button.button");
        await check.LookAsync(visitor, "law-proposed");
    }

    /// <summary>Whoever administers decides on what legal staff proposed, where something waits.</summary>
    public async Task DecideAsync()
    {
        await LookAsync("/changes", "law-changes");
        await LookAsync("/policy/first-review-adult-standard", "law-policy-versions");
    }

    private async Task LookAsync(string path, string name)
    {
        await visitor.OpenAsync("/staff/law" + path);
        await check.LookAsync(visitor, name);
    }
}
