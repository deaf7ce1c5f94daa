using TakedownCases.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddTakedownWeb();
var app = builder.Build();
app.UseTakedownWeb();
await app.RunAsync();
