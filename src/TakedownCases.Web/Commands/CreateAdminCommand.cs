using TakedownCases.Data;
using TakedownCases.Data.Vault;
using TakedownCases.Web.Features.Accounts;
using TakedownCases.Web.Hosting;

namespace TakedownCases.Web.Commands;

/// <summary>Makes an administrator's account and prints the one-time link that sets it up.</summary>
internal sealed class CreateAdminCommand(CreateAdmin create, InstallationVault vault, TakedownDbContext db) : Command
{
    public override async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        await vault.OpenAsync(db, cancellationToken);
        var made = await create.HandleAsync(call.Arguments[0], cancellationToken);
        if (!made.IsDone)
        {
            throw new OperatorException(made.Refusal.Message);
        }

        call.Say($"Open this path on your installation within 48 hours. It works once:");
        call.Say($"{made.Value}");
    }
}
