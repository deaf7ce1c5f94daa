using System.Text.Json.Serialization;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Features.Tracking;

/// <summary>
/// One visit with a key, as the browser's sealed cookie carries it. A key about to replace the present one rides along,
/// so that it can be shown again until the person has it safe.
/// </summary>
public sealed record KeySession
{
    public required Guid Case { get; init; }

    /// <summary>The keyed hash of the key that opened the case, in base64.</summary>
    public required string Lookup { get; init; }

    public required KeyHolder Holder { get; init; }

    /// <summary>Staff have heard the key: it leads to a key of the person's own first, and to nothing else (practice P16).</summary>
    public bool Spoken { get; init; }

    public required DateTimeOffset Issued { get; init; }

    public required DateTimeOffset Seen { get; init; }

    public string? NextKey { get; init; }

    public KeyHolder NextHolder { get; init; }

    public bool FilerStays { get; init; }

    [JsonIgnore]
    public CaseId CaseId => new(Case);

    [JsonIgnore]
    public byte[] LookupBytes => Convert.FromBase64String(Lookup);

    [JsonIgnore]
    public Actor Actor => Holder == KeyHolder.Filer ? Actor.Filer : Actor.Survivor;

    // Whatever prints this must not print a key.
    public override string ToString() => "[key session]";
}
