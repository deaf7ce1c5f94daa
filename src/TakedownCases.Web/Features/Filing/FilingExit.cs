using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Features.Filing;

/// <summary>"Leave this page" deletes the draft at once.</summary>
internal static class FilingExit
{
    public static OnExit Hook { get; } = async (context, cancellationToken)
        => await context.RequestServices.GetRequiredService<DraftStore>().ForgetAsync(cancellationToken);
}
