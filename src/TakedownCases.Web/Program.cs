using TakedownCases.Web.Commands;
using TakedownCases.Web.Demo;
using TakedownCases.Web.Features;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Jobs;

var builder = WebApplication.CreateBuilder(args);
builder.AddTakedownWeb();
builder.AddTakedownStorage();
builder.Services.AddSlices(builder.Environment);
builder.Services.AddJobs(builder.Configuration);
builder.Services.AddCommands();
var app = builder.Build();
if (CommandLine.IsCommand(args))
{
    return await CommandLine.RunAsync(app.Services, args, Console.Out, CancellationToken.None);
}

await app.PrepareStorageAsync();
await app.PrepareDemoAsync();
app.UseTakedownWeb();
app.UseScheduler();
await app.RunAsync();
return 0;
