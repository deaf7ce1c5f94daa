using TakedownCases.Web.Commands;
using TakedownCases.Web.Demo;
using TakedownCases.Web.Features.Accounts;
using TakedownCases.Web.Features.Administration;
using TakedownCases.Web.Features.Calls;
using TakedownCases.Web.Features.CaseFile;
using TakedownCases.Web.Features.Escalations;
using TakedownCases.Web.Features.Filing;
using TakedownCases.Web.Features.Notices;
using TakedownCases.Web.Features.Queue;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Tracking;
using TakedownCases.Web.Features.Welcome;
using TakedownCases.Web.Hosting;
using TakedownCases.Web.Jobs;

var builder = WebApplication.CreateBuilder(args);
builder.AddTakedownWeb();
builder.AddTakedownStorage();
builder.Services.AddShared();
builder.Services.AddAccounts();
builder.Services.AddAdministration();
builder.Services.AddWelcome();
builder.Services.AddFiling();
builder.Services.AddTracking();
builder.Services.AddQueue();
builder.Services.AddEscalations(builder.Environment);
builder.Services.AddCalls();
builder.Services.AddJobs(builder.Configuration);
builder.Services.AddCommands();
builder.Services.AddCaseFile();
builder.Services.AddNotices();
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
