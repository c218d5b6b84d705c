using System.Net;
using ClickToDial.Web;
using PhoneLink;

// Beside the program are its pages; nothing is looked for in the folder from which it happens to be started.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

// Only this machine: the page shows people's numbers, and this sample logs nobody in. It goes before ASPNETCORE_URLS.
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Listen(IPAddress.Loopback, builder.Configuration.GetValue("Port", 5080));
});

builder.Services.AddPhoneLink(builder.Configuration);
builder.Services.Configure<SampleOptions>(builder.Configuration);
builder.Services.AddSingleton<AddressBook>();
builder.Services.AddSingleton<CallLinks>();
builder.Services.AddSingleton<ContactPage>();

var app = builder.Build();
app.UseSecurityHeaders();
app.UseStaticFiles();
app.MapGet("/", async (string? user, ContactPage page, CancellationToken cancellationToken) =>
    Results.Content((await page.RenderAsync(user, cancellationToken)).ToString(), "text/html; charset=utf-8"));
await app.RunAsync();
