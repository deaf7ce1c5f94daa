using TakedownCases.Web.Features.Accounts;
using TakedownCases.Web.Features.Queue;
using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Welcome;
using TakedownCases.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddTakedownWeb();
builder.AddTakedownStorage();
builder.Services.AddShared();
builder.Services.AddAccounts();
builder.Services.AddWelcome();
builder.Services.AddQueue();
var app = builder.Build();
await app.PrepareStorageAsync();
app.UseTakedownWeb();
await app.RunAsync();
return 0;
