namespace ClickToDial.Web;

/// <summary>Drawings in the page itself, so that nothing is loaded for them; words beside them say what they mean.</summary>
internal static class Icons
{
    public static Markup Phone { get; } =
        $"""<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M6.6 3h2.2c.5 0 .9.3 1 .8l.9 3.6c.1.4 0 .8-.3 1L8.6 10a13.3 13.3 0 0 0 5.4 5.4l1.6-1.8c.2-.3.6-.4 1-.3l3.6.9c.5.1.8.5.8 1v2.2c0 2-1.6 3.6-3.6 3.6A14.4 14.4 0 0 1 3 6.6C3 4.6 4.6 3 6.6 3z"/></svg>""";

    public static Markup Chevron { get; } =
        $"""<svg class="icon chevron" viewBox="0 0 24 24" aria-hidden="true"><path d="m7 10 5 5 5-5"/></svg>""";
}
