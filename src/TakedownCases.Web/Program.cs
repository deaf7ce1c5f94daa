using TakedownCases.Web.Features.Shared;
using TakedownCases.Web.Features.Tracking;
using TakedownCases.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddTakedownWeb();
builder.AddTakedownStorage();
builder.Services.AddShared();
builder.Services.AddTracking();
var app = builder.Build();
await app.PrepareStorageAsync();
app.UseTakedownWeb();
await app.RunAsync();
return 0;
