namespace PhoneLink;

/// <summary>Which request <see cref="HttpTemplateTelephonyProvider"/> sends for a call.</summary>
/// <remarks>
/// Immutable and thread-safe. From the host's own configuration only: what a user may set must not choose where customers' numbers go.
/// <see cref="ToString"/> prints none of it.
/// </remarks>
public sealed record HttpTemplateTelephonyOptions
{
    /// <summary>Names where to send requests.</summary>
    /// <param name="url">
    /// An https address without user, password and fragment. Behind the host, <c>%p</c> is the number and <c>&lt;attn&gt;</c> or <c>{attn}</c>
    /// a variable, as in a phone-link format.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="url"/> is null.</exception>
    public HttpTemplateTelephonyOptions(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        Url = url;
    }

    /// <summary>Gets the address as it was given, with its holes.</summary>
    public string Url { get; }

    /// <summary>Gets the method: POST, PUT, or GET for desk telephones that take nothing else.</summary>
    /// <value>POST by default. Whatever sees the address of a GET may send it again, a link checker or a proxy for instance.</value>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public HttpMethod Method
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Method));
            field = value;
        }
    } = HttpMethod.Post;

    /// <summary>Gets the body, with holes as in the address; <c>%%</c> is a percent sign.</summary>
    /// <value>By default <see langword="null"/>: the body is empty.</value>
    public string? Body { get; init; }

    /// <summary>Gets what the body is.</summary>
    /// <value><see cref="HttpBodyKind.Form"/> by default.</value>
    public HttpBodyKind BodyKind { get; init; }

    /// <summary>Gets what stands in the header besides; there are no holes in it.</summary>
    /// <value>Empty by default. Credentials belong here, or into the client that the provider is given, and never into the address.</value>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyDictionary<string, string> Headers
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Headers));
            field = value.ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        }
    } = new Dictionary<string, string>();

    /// <summary>Gets whether numbers may travel unencrypted to another machine.</summary>
    /// <value><see langword="false"/> by default: http goes to this machine only.</value>
    public bool AllowInsecure { get; init; }

    /// <summary>Gets the names of variables that the host supplies besides those of <see cref="TemplateVariables"/>.</summary>
    /// <value>Empty by default.</value>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyList<string> CustomVariables { get; init => field = DialPlanText.Copy(value, nameof(CustomVariables)); } = [];

    /// <summary>Gets how <c>%p</c> and variables of kind phone are written.</summary>
    /// <value><see cref="PhoneNumberStyle.Dialable"/> by default.</value>
    public PhoneNumberStyle NumberStyle { get; init; }

    /// <summary>Gets whether the back end places one call for an id, which it gets as <c>Idempotency-Key</c>.</summary>
    /// <value><see langword="false"/> by default; told by <see cref="TelephonyCapabilities.IsIdempotent"/>.</value>
    public bool IsIdempotent { get; init; }

    /// <summary>Gets whether calls start elsewhere than where the caller is.</summary>
    /// <value>
    /// <see langword="true"/> by default, so that no emergency call is placed by a server; set <see langword="false"/> for the telephone on the
    /// caller's desk. Told by <see cref="TelephonyCapabilities.IsRemote"/>.
    /// </value>
    public bool IsRemote { get; init; } = true;

    /// <summary>Returns the type's name.</summary>
    /// <returns>For logs.</returns>
    public override string ToString() => nameof(HttpTemplateTelephonyOptions);
}
