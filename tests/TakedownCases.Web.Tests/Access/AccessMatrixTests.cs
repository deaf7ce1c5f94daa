using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using TakedownCases.Domain.Access;
using TakedownCases.Testing;

namespace TakedownCases.Web.Tests.Access;

/// <summary>
/// Issue 2, show 3: every role, cleared or not, and every key, in every relation to a case, at every endpoint there is. A
/// word of its own stands in every sealed field of every case; each answer is held against <see cref="AccessRules"/>.
/// </summary>
public sealed class AccessMatrixTests
{
    [Theory, DatabaseData]
    public async Task Nobody_sees_what_is_not_theirs_at_any_endpoint(DatabaseKind kind)
    {
        await using var world = await AccessWorld.StartAsync(kind);
        var walk = new AccessWalk(world, await RouteValues.ReadAsync(world));

        foreach (var viewer in world.Viewers)
        {
            await walk.ReadAsync(viewer);
        }

        foreach (var viewer in world.Viewers.Where(viewer => viewer.Role is StaffRole.Supervisor or StaffRole.Legal))
        {
            await walk.PurposeAsync(viewer);
            await walk.ReadCasesAsync(viewer);
        }

        await BreakAsync(world, walk);
        await walk.WriteAsync();

        Console.WriteLine($"counts: access checks {walk.Checks} ({kind}), answers {walk.Answers}, endpoints {walk.EntranceCount}, "
            + $"viewers {world.Viewers.Count}, cases {world.Facts.Count}, words {world.Canaries.All.Count}");
        Assert.True(walk.Leaks.Count == 0, string.Join(Environment.NewLine, walk.Leaks));
        AssertShown(walk, ViewerKind.Staff, [.. Enum.GetValues<Secret>().Except([Secret.Recovery, Secret.NoticeText, Secret.NoticeRecipient, Secret.NoticeReceipt])]);
        AssertShown(walk, ViewerKind.SurvivorKey, [Secret.Words, Secret.Address, Secret.StaffMessage, Secret.SurvivorMessage, Secret.NoticeText]);
        AssertShown(walk, ViewerKind.FilerKey, [Secret.Address, Secret.FilerMessage, Secret.EarlyStaffMessage]);
        await AssertNothingRestsOutsideAsync(world);
    }

    [Fact]
    public void A_parameter_nobody_told_of_fails_and_says_where_to_add_it()
    {
        var endpoint = new RouteEndpoint(
            _ => Task.CompletedTask, RoutePatternFactory.Parse("/staff/bundles/{bundle}"), 0, EndpointMetadataCollection.Empty, "new");

        var entrance = Assert.Single(EndpointTable.Of([endpoint]));
        var error = Assert.Throws<InvalidOperationException>(() => EndpointTable.Paths(entrance, (_, _) => null));

        Assert.Contains("'bundle'", error.Message, StringComparison.Ordinal);
        Assert.Contains("RouteValues.Of", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_is_found_plain_and_in_disguise()
    {
        var canaries = new Canaries();
        var word = canaries.New("case", Secret.Words);
        var (one, two) = ("x" + word, Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("ab" + word)));

        Assert.Equal(Secret.Words, Assert.Single(canaries.FindIn($"<p>{one.ToUpperInvariant()}</p>")).Secret);
        Assert.True(Canaries.AnyIn(two));
        Assert.True(Canaries.AnyIn(Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(word))));
        Assert.False(Canaries.AnyIn("nothing of the kind"));
    }

    private static async Task BreakAsync(AccessWorld world, AccessWalk walk)
    {
        var words = world.Canaries.New("adult free", Secret.Words);
        foreach (var name in new[] { "Advocate", "Supervisor cleared" })
        {
            await walk.FaultAsync(world[name], $"/staff/cases/{world.FactsOf("adult free").Number}", words);
        }

        await walk.FaultAsync(world.Viewers.First(viewer => viewer.Kind == ViewerKind.SurvivorKey), "/en/k/case", words);
        await walk.FaultAsync(world["anonymous"], "/en", words);
    }

    private static void AssertShown(AccessWalk walk, ViewerKind kind, Secret[] secrets)
        => Assert.All(secrets, secret => Assert.Contains((kind, secret), walk.Seen));

    private static async Task AssertNothingRestsOutsideAsync(AccessWorld world)
    {
        var numbers = world.Facts.Select(facts => facts.Number).ToList();
        var keys = world.Keys.Values.SelectMany(key => new[] { key.Digits(), key.Show() }).ToList();
        bool Tells(string text) => Canaries.AnyIn(text) || keys.Any(text.Contains) || numbers.Any(text.Contains);

        var lines = world.App.Logs;
        Assert.NotEmpty(lines);
        Assert.Equal([], lines.Where(line => Tells(line.Everything)).Select(line => line.ToString()).Distinct().Take(10));
        Assert.Contains(world.Meters.Meters, meter => meter.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
        Assert.Contains("TakedownCases", world.Meters.Meters);
        Assert.Equal([], world.Meters.Texts.Where(Tells));
        Assert.Equal([], await DatabaseText.FindAsync(
            world.App.Database, [Canaries.Mark, Canaries.Typed, .. Canaries.Disguises, .. world.Keys.Values.Select(key => key.Digits())]));
        if (Directory.Exists(world.App.MailFolder))
        {
            // A notice tells its platform what it is about; nothing else that was mailed tells anybody anything.
            var mails = Directory.EnumerateFiles(world.App.MailFolder, "*", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
            Assert.Equal([], mails.Where(mail => !mail.StartsWith($"To: {Canaries.Mark}", StringComparison.Ordinal) && Tells(mail)));
            Assert.Equal([], mails.Where(mail => numbers.Any(mail.Contains) || keys.Any(mail.Contains)));
        }
    }
}
