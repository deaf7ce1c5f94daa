using Microsoft.Extensions.DependencyInjection;
using TakedownCases.Data.Ledger;
using TakedownCases.Domain.Cases;

namespace TakedownCases.Web.Tests.Tracking;

internal static class StaffReads
{
    public static async Task TwiceAsync(Filed filed)
    {
        await using var scope = filed.App.Services.CreateAsyncScope();
        var reads = scope.ServiceProvider.GetRequiredService<ReadLog>();
        var advocate = Actor.OfStaff(new StaffId(Guid.CreateVersion7()), "advocate");
        await reads.OpenAsync(filed.Id, advocate, "all", null, CancellationToken.None);
        await reads.OpenAsync(filed.Id, advocate, "all", null, CancellationToken.None);
    }
}
