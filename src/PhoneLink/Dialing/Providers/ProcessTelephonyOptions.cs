namespace PhoneLink;

/// <summary>Which program <see cref="ProcessTelephonyProvider"/> starts for a call, with which arguments, and what its end means.</summary>
/// <remarks>
/// Immutable and thread-safe. From the host's own configuration only: what a user may set must not choose a program. <see cref="ToString"/>
/// prints neither program nor arguments.
/// </remarks>
public sealed record ProcessTelephonyOptions
{
    /// <summary>Names a program and its arguments.</summary>
    /// <param name="program">The absolute path.</param>
    /// <param name="arguments">
    /// The arguments, each by itself: <c>%p</c> is the number, <c>&lt;attn&gt;</c> or <c>{attn}</c> a variable, <c>%%</c> a percent sign.
    /// </param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">One of the arguments is null.</exception>
    public ProcessTelephonyOptions(string program, params string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(program);
        Program = program;
        Arguments = DialPlanText.Copy(arguments, nameof(arguments));
    }

    /// <summary>Gets the absolute path of the program; there is no search and no shell.</summary>
    public string Program { get; }

    /// <summary>Gets the arguments as they were given, with their holes.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>Gets the names of variables that the host supplies besides those of <see cref="TemplateVariables"/>.</summary>
    /// <value>Empty by default.</value>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IReadOnlyList<string> CustomVariables { get; init => field = DialPlanText.Copy(value, nameof(CustomVariables)); } = [];

    /// <summary>Gets how <c>%p</c> and variables of kind phone are written.</summary>
    /// <value><see cref="PhoneNumberStyle.Dialable"/> by default.</value>
    public PhoneNumberStyle NumberStyle { get; init; }

    /// <summary>Gets what exit codes mean.</summary>
    /// <value>
    /// Empty by default. A code that is not in it is <see cref="DialStatus.HandedOff"/> when it is 0, else <see cref="DialStatus.Ambiguous"/>.
    /// Map a code to <see cref="DialStatus.NotDispatched"/> only if the program never ends with it after a call.
    /// </value>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">A code means <see cref="DialStatus.DryRun"/>, or a status that is not defined.</exception>
    public IReadOnlyDictionary<int, DialStatus> ExitCodes
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(ExitCodes));
            if (value.Values.Any(static status => status is < 0 or > DialStatus.Ambiguous or DialStatus.DryRun))
                throw new ArgumentException("A program that was started has not been a dry run.", nameof(ExitCodes));

            field = value.ToDictionary(static pair => pair.Key, static pair => pair.Value);
        }
    } = new Dictionary<int, DialStatus>();

    /// <summary>Gets whether the program is a telephone that stays open, and not one that ends when it has passed the call on.</summary>
    /// <value>
    /// <see langword="false"/> by default. Running still after <see cref="DialRequest.AcceptTimeout"/> is <see cref="DialStatus.HandedOff"/> then,
    /// else <see cref="DialStatus.Ambiguous"/>. The program is never ended.
    /// </value>
    public bool StaysOpen { get; init; }

    /// <summary>Reads a program and one line of parameters, as SuperOffice's preferences <c>ProgFile</c> and <c>ProgParam</c> had them.</summary>
    /// <param name="program">The absolute path.</param>
    /// <param name="parameters">
    /// The line, at most 2,046 characters. Spaces and tabs part arguments; double quotes hold one together and are not part of it; nothing
    /// escapes, so that a backslash is one. Holes are those of <see cref="Arguments"/>; a line without <c>%p</c> gets the number as its last
    /// argument.
    /// </param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The line is too long, or a quote is not closed.</exception>
    public static ProcessTelephonyOptions FromParameterLine(string program, string parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var arguments = ParameterLine.Split(parameters);
        return new(program, arguments.Any(ValueTemplate.NamesNumber) ? [.. arguments] : [.. arguments, "%p"]);
    }

    /// <summary>Returns the type's name.</summary>
    /// <returns>For logs.</returns>
    public override string ToString() => nameof(ProcessTelephonyOptions);
}
