using System.Text.Json;
using System.Text.Json.Serialization;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Data.Seed;

/// <summary>
/// The platforms that every installation starts with, read from the embedded platforms.json. Throws
/// <see cref="InvalidDataException"/>, naming the platform and what is wrong, when the file cannot be right.
/// </summary>
public static class PlatformFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    public static PlatformDirectory Load()
    {
        using var stream = typeof(PlatformFile).Assembly.GetManifestResourceStream("TakedownCases.Data.Seed.platforms.json")
            ?? throw new InvalidDataException("platforms.json is not built into this program.");
        return Read(stream);
    }

    internal static PlatformDirectory Read(Stream json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<FileShape>(json, Options) ?? throw new InvalidDataException("platforms.json is empty.");
            return new PlatformDirectory(file.Platforms.Select(ToPlatform));
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"platforms.json cannot be read at {error.Path}: {error.Message}", error);
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException($"platforms.json: {error.Message}", error);
        }
    }

    private static Platform ToPlatform(PlatformShape shape)
    {
        Require(IsSlug(shape.Id), shape, "its id is not a slug");
        Require(shape.Name.Length > 0, shape, "it has no name");
        Require(shape.Country is null || (shape.Country.Length == 2 && shape.Country.All(char.IsAsciiLetterUpper)), shape, "its country is not two capital letters");
        Require(shape.Hosts.Count > 0, shape, "it has no host");
        foreach (var host in shape.Hosts)
        {
            Require(CanonicalAddress.TryRead("https://" + host + "/") is not null && !host.Any(char.IsAsciiLetterUpper), shape, $"'{host}' is not a bare lower-case host");
        }

        Require(shape.Channels.Count > 0, shape, "it has no channel");
        foreach (var channel in shape.Channels)
        {
            Require(IsSlug(channel.Id), shape, $"channel '{channel.Id}' has no slug for an id");
            Require(channel.Confidence != ChannelConfidence.Unverified || channel.Doubts is { Length: > 0 }, shape, $"channel '{channel.Id}' is unverified and states no doubts");
            Require(channel.Kind != ChannelKind.Mail || channel.Where?.Contains('@', StringComparison.Ordinal) != false, shape, $"channel '{channel.Id}' is mail without a mail address");
        }

        return new Platform(new PlatformId(shape.Id), shape.Name, shape.Hosts, shape.Country, shape.Kind, shape.Size, shape.Channels)
        {
            Aliases = shape.Aliases,
            Doubts = shape.Doubts,
        };
    }

    private static bool IsSlug(string text)
        => text.Length > 0 && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');

    private static void Require(bool holds, PlatformShape platform, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidDataException($"platforms.json: platform '{platform.Id}': {otherwise}.");
        }
    }

    private sealed record FileShape(string Note, IReadOnlyList<PlatformShape> Platforms);

    private sealed record PlatformShape(
        string Id,
        string Name,
        IReadOnlyList<string> Aliases,
        IReadOnlyList<string> Hosts,
        string? Country,
        PlatformKind Kind,
        SizeClass Size,
        string? Doubts,
        IReadOnlyList<Channel> Channels);
}
