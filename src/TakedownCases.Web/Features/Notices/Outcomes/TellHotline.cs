using TakedownCases.Domain;
using TakedownCases.Domain.Access;
using TakedownCases.Domain.Cases;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Shared.Cases;

namespace TakedownCases.Web.Features.Notices.Outcomes;

/// <summary>
/// Records that a hotline or the police were told, outside the product: with the consent that names them, or under a duty. On the
/// minor track this is the first step (practice P4, P12).
/// </summary>
public sealed class TellHotline(CaseChange change, CaseClockBook clocks, ReportingDuties duties)
{
    /// <summary>Whom one may choose; "other" is named in the reference, which is sealed.</summary>
    public static IReadOnlyList<string> Hotlines { get; } =
        ["point-de-contact", "iwf", "ncmec", "ie-hotline", "jugendschutz-net", "cybertip-ca", "esafety-au", "inhope-other", TakedownCase.Police, "other"];

    public async Task<VerbResult> HandleAsync(string number, OutcomeInput input, CancellationToken cancellationToken)
    {
        var reference = PlainText.Clean(input.Reference, FilingLimits.ShortLength, multiline: false);
        var field = input.Hotline is null || !Hotlines.Contains(input.Hotline) ? nameof(OutcomeInput.Hotline)
            : reference is { TooLong: true } or { ImageData: true } ? nameof(OutcomeInput.Reference)
            : null;
        var duty = string.IsNullOrEmpty(input.Duty) ? null : input.Duty;
        var result = await change.RunAsync(
            number,
            input,
            CaseAction.TellHotline,
            (subject, by, now) =>
            {
                if (field is not null)
                {
                    return new Refusal("field", field);
                }

                var isDuty = duty is null || duties.For(subject.Track == Track.Minor).Any(known => known.Id == duty);
                return isDuty
                    ? subject.TellHotline(
                        input.Hotline!, reference.Text is { Length: > 0 } given ? given : null, duty, clocks.Start, by, now)
                    : CaseRefusals.NoConsent;
            },
            cancellationToken);
        return result.Status != VerbStatus.Refused ? result
            : field is not null ? new VerbResult(VerbStatus.Refused, field == nameof(OutcomeInput.Hotline) ? "hotline" : "too-long", field)
            : result.Code == CaseRefusals.NoConsent.Code ? result with { Field = nameof(OutcomeInput.Duty) }
            : result;
    }
}
