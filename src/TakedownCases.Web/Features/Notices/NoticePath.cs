using TakedownCases.Domain.Cases;
using TakedownCases.Domain.Notices;

namespace TakedownCases.Web.Features.Notices;

/// <summary>Where a notice is found: the number of its case and its own reference, as they stand in the path.</summary>
public sealed record NoticePath(string Number, string Reference)
{
    /// <summary>Null where one of them is none.</summary>
    public (CaseNumber Number, NoticeReference Reference)? Parse()
        => CaseNumber.TryParse(Number, out var number) && NoticeReference.TryParse(Reference, out var reference)
            ? (number, reference)
            : null;

    public static string List(string number) => $"/staff/cases/{Uri.EscapeDataString(number)}/notices";

    /// <summary>The notice that was answered, or the places of the case.</summary>
    public static string Back(string number, string? reference)
        => NoticeReference.TryParse(reference, out var known)
            ? new NoticePath(number, known.Value).ToString()
            : $"/staff/cases/{Uri.EscapeDataString(number)}/places";

    public override string ToString() => $"{List(Number)}/{Uri.EscapeDataString(Reference)}";
}
