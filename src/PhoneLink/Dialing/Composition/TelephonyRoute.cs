namespace PhoneLink;

/// <summary>One route of a list.</summary>
/// <param name="Name">What the result's trace says.</param>
/// <param name="Kind">What it goes by besides the call.</param>
/// <param name="Provider">The provider; null for the one that a preference names.</param>
/// <param name="Takes">Whether the route takes the call.</param>
internal sealed record TelephonyRoute(string Name, RouteKind Kind, string? Provider, Func<DialRequest, bool> Takes);
