using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Platforms;

namespace TakedownCases.Domain.Notices;

/// <summary>Which ways to a platform a notice of this house can take.</summary>
public static class NoticeChannels
{
    /// <summary>
    /// The channels that take notices of the track from a person or by mail, the best known first; on the minor track those
    /// made for it before those for everybody.
    /// </summary>
    public static IReadOnlyList<Channel> Of(Platform? platform, Track track)
    {
        var own = track == Track.Minor ? TrackScope.Minor : TrackScope.Adult;
        return [.. (platform?.Channels ?? [])
            .Where(channel => channel.Kind != ChannelKind.Api
                && (channel.Tracks == own || channel.Tracks == TrackScope.Both)
                && (channel.Kind != ChannelKind.Mail || MailboxAddress.IsValid(channel.Where)))
            .OrderBy(channel => channel.Tracks != own && track == Track.Minor).ThenBy(channel => channel.Confidence)];
    }
}
