using Microsoft.Extensions.DependencyInjection;

namespace PhoneLink;

/// <summary>Says who is asked about the calls that links ask for.</summary>
public static class PhoneLinkHandlerBuilderExtensions
{
    /// <summary>Registers who is asked in a window or on a terminal; a yes within half a second of the question is none.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="ask">Shows the question, and gives the answer.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <remarks>
    /// As <c>ConfirmWith</c>, for people: nobody has read a number in so short a time. The second click of a double click on a page, or Enter
    /// typed there, lands on a window that has just come up. Such a call is <see cref="DialStatus.Blocked"/>; the link can be clicked again.
    /// On a terminal discard what was typed before. Two questions about links are two seconds apart at least; the later link waits.
    /// </remarks>
    public static PhoneLinkBuilder AskWith(this PhoneLinkBuilder builder, Func<DialRequest, CancellationToken, Task<bool>> ask)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(ask);
        builder.Services.AddSingleton<IDialConfirmation>(services => new ReadQuestion(ask, services.GetRequiredService<TimeProvider>()));
        return builder;
    }
}
