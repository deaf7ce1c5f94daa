using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Escalation;

/// <summary>The ladders of an installation, one per track. Throws when a track has two or none, or two have one id.</summary>
public sealed class LadderBook
{
    private readonly Dictionary<Track, Ladder> _ladders = [];

    public LadderBook(IEnumerable<Ladder> ladders)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ladder in ladders)
        {
            if (!ids.Add(ladder.Id))
            {
                throw new ArgumentException($"Ladder '{ladder.Id}': id is taken already.", nameof(ladders));
            }

            if (!_ladders.TryAdd(ladder.Track, ladder))
            {
                throw new ArgumentException(
                    $"Ladder '{ladder.Id}': track {Codes.Of(ladder.Track)} has a ladder already.", nameof(ladders));
            }
        }

        foreach (var track in Enum.GetValues<Track>().Where(track => !_ladders.ContainsKey(track)))
        {
            throw new ArgumentException($"There is no ladder for track {Codes.Of(track)}.", nameof(ladders));
        }
    }

    public IReadOnlyCollection<Ladder> All => _ladders.Values;

    public Ladder For(Track track) => _ladders[track];
}
