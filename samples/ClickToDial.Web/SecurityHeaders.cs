namespace ClickToDial.Web;

/// <summary>What a browser may do with the page: its own files and nothing else.</summary>
internal static class SecurityHeaders
{
    // Opening tel: and other programs' links is not a fetch, so no directive names them; frame-src 'none' keeps them out of frames.
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use(static (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";

        // People's numbers stay out of caches.
        headers.CacheControl = "no-store";
        return next(context);
    });
}
