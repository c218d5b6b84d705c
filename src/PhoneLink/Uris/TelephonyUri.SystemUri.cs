using System.Diagnostics.CodeAnalysis;

namespace PhoneLink;

public abstract partial class TelephonyUri
{
    /// <summary>Makes a <see cref="Uri"/> for an interface that takes nothing else, and says what it shows otherwise.</summary>
    /// <param name="uri">The link with its scheme in lower case; unlike <see cref="ToString"/> its text is not masked.</param>
    /// <param name="loss">What <see cref="Uri.AbsoluteUri"/> and <see cref="Uri.AbsolutePath"/> have changed.</param>
    /// <returns>
    /// <see langword="false"/> where <see cref="Uri"/> takes the number for a host and refuses it: <c>tel://+47…</c>, <c>facetime://+1…</c>.
    /// </returns>
    /// <remarks>
    /// Compare links before they are converted: to <see cref="Uri"/> separators and case count in a number, and what is behind a <c>#</c> does not.
    /// </remarks>
    public bool TryGetSystemUri([NotNullWhen(true)] out Uri? uri, out SystemUriLoss loss)
    {
        loss = SystemUriLoss.None;
        if (!Uri.TryCreate(LaunchText, UriKind.Absolute, out uri))
            return false;

        if (uri.Fragment.Length > 0)
            loss |= SystemUriLoss.Fragment;

        if (!string.Equals(uri.AbsoluteUri, LaunchText, StringComparison.Ordinal))
            loss |= SystemUriLoss.Text;

        return true;
    }
}
