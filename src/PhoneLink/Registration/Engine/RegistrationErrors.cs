namespace PhoneLink.Registration.Engine;

/// <summary>Turns failures of a step into the one exception that callers meet.</summary>
internal static class RegistrationErrors
{
    /// <summary>Does something that changes nothing, and translates what reading meets.</summary>
    public static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Translate(exception, null, []);
        }
    }

    /// <inheritdoc cref="Guard{T}(Func{T})"/>
    public static void Guard(Action read) => Guard(() =>
    {
        read();
        return true;
    });

    public static RegistrationException Translate(Exception exception, RegistrationStep? step, IReadOnlyList<string> left)
    {
        var failure = exception switch
        {
            RegistrationException known => known.Failure,
            UnauthorizedAccessException => RegistrationFailure.AccessDenied,
            _ => RegistrationFailure.StepFailed,
        };
        var rest = left.Count == 0 ? "Nothing is changed." : "What was done before could not be undone completely. " + string.Join(' ', left);
        return new(failure, $"{exception.Message} {rest}", step?.Description, exception);
    }

    public static RegistrationException Incomplete(RegistrationUndo undo)
    {
        var failure = undo.Causes switch
        {
            [] => RegistrationFailure.Conflict,
            [UnauthorizedAccessException, ..] => RegistrationFailure.AccessDenied,
            _ => RegistrationFailure.StepFailed,
        };
        return new(failure, string.Join(' ', [.. undo.Left, "The rest is reverted."]), null, undo.Causes.Count == 0 ? null : undo.Causes[0]);
    }
}
