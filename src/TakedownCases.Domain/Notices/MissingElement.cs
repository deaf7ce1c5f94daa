namespace TakedownCases.Domain.Notices;

/// <summary>
/// Something that a notice lacks. <paramref name="BasisId"/> is the law that asks for it, null where the kind of notice
/// does; <paramref name="Code"/> is stable and is what pages translate; <paramref name="Sentence"/> says in English what
/// to do.
/// </summary>
public sealed record MissingElement(string? BasisId, NoticeElement Element, string Code, string Sentence)
{
    /// <summary>Numbers of the places it is about; empty where it is about the whole notice.</summary>
    public IReadOnlyList<int> Ordinals { get; init; } = [];
}
