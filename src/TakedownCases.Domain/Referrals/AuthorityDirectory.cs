using System.Collections.Frozen;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Domain.Referrals;

/// <summary>Every body that the installation can hand a case to. Throws when one id is given twice.</summary>
public sealed class AuthorityDirectory
{
    /// <summary>The country of a body that is there for everybody.</summary>
    public const string Everywhere = "*";

    /// <summary>The country of a body of the European Union.</summary>
    public const string Union = "EU";

    /// <summary>Whoever the directory does not know; a person names them.</summary>
    public const string Other = "other";

    private readonly FrozenDictionary<string, Authority> _byId;

    public AuthorityDirectory(IEnumerable<Authority> authorities)
    {
        All = [.. authorities];
        _byId = All.ToFrozenDictionary(authority => authority.Id, StringComparer.Ordinal);
    }

    /// <summary>The members of the Union, where its regulations hold.</summary>
    public static FrozenSet<string> Members { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT",
        "RO", "SE", "SI", "SK");

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Authority> All { get; }

    public Authority? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <summary>
    /// Who takes cases of the track: those in charge where the person is first, then those for everybody, then the others. What
    /// a country has of its own stands before what the Union has.
    /// </summary>
    public IReadOnlyList<Authority> For(Track track, string? country)
        => [.. All.Where(authority => authority.IsFor(track)).OrderBy(authority => Nearness(authority, country))];

    /// <summary>
    /// To whom one complains when a law was missed: the body in charge where the person is, else any that hears of it. Nobody hears
    /// complaints about a policy of ours, only about the law it stands for.
    /// </summary>
    public Authority? ForComplaint(string basisId, Track track, string? country)
        => For(track, country).FirstOrDefault(authority => authority.Pack is not null && authority.ComplaintsUnder.Contains(basisId));

    public static int Nearness(Authority authority, string? country)
        => authority.Country == country && country is not null ? 0
            : authority.IsIn(country) ? authority.Country == Union ? 1 : 2
            : authority.Country == Union ? 3 : 4;
}
