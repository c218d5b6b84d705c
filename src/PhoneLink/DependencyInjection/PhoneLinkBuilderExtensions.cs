#if NET
using System.Diagnostics.CodeAnalysis;
#endif
using Microsoft.Extensions.DependencyInjection;

namespace PhoneLink;

/// <summary>Registers the host's answers to what PhoneLink asks.</summary>
public static class PhoneLinkBuilderExtensions
{
    /// <summary>Registers who asks a person whether to place a call that a link asks for.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="confirm">Asks; called on the thread that dials, see <see cref="IDialConfirmation"/>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <remarks>The last registration serves.</remarks>
    public static PhoneLinkBuilder ConfirmWith(this PhoneLinkBuilder builder, Func<DialRequest, CancellationToken, Task<bool>> confirm)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(confirm);
        builder.Services.AddSingleton<IDialConfirmation>(new DelegateConfirmation(confirm));
        return builder;
    }

    /// <summary>Registers a provider under a name, as a keyed service, for <see cref="TelephonyProviderBuilder.To(string)"/>, fallbacks and routes.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The name; case counts.</param>
    /// <param name="provider">Makes the provider; once.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="provider"/> is null.</exception>
    /// <exception cref="ArgumentException">The name is not well-formed, see <see cref="TelephonyProviderBuilder.Add(string, ITelephonyProvider)"/>, or registered already.</exception>
    public static PhoneLinkBuilder AddProvider(this PhoneLinkBuilder builder, string name, Func<IServiceProvider, ITelephonyProvider> provider)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(provider);
        CheckName(builder, name);
        builder.Services.AddKeyedSingleton(name, (services, _) => provider(services));
        return builder;
    }

    /// <summary>Registers the type of a provider under a name, as a keyed service.</summary>
    /// <typeparam name="T">The type; made once, by the services.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The name; case counts.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="ArgumentException">The name is not well-formed, or registered already.</exception>
#if NET
    public static PhoneLinkBuilder AddProvider<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(this PhoneLinkBuilder builder, string name)
#else
    public static PhoneLinkBuilder AddProvider<T>(this PhoneLinkBuilder builder, string name)
#endif
        where T : class, ITelephonyProvider
    {
        ArgumentNullException.ThrowIfNull(builder);
        CheckName(builder, name);
        builder.Services.AddKeyedSingleton<ITelephonyProvider, T>(name);
        return builder;
    }

    /// <summary>Registers who judges calls, beside <see cref="DialPolicies"/>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="policy">The policy.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static PhoneLinkBuilder AddPolicy(this PhoneLinkBuilder builder, IDialPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(policy);
        builder.Services.AddSingleton(policy);
        return builder;
    }

    /// <summary>Registers what to do with calls that cost, change or reach more than others; see <see cref="DialPolicies"/>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="policies">The policies.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <remarks>The last registration serves; a pipeline that names its policies, <c>UsePolicies(policies)</c>, keeps to those.</remarks>
    public static PhoneLinkBuilder JudgeWith(this PhoneLinkBuilder builder, DialPolicies policies)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(policies);
        builder.Services.AddSingleton(policies);
        return builder;
    }

    /// <summary>Registers the journal of calls, which the default pipeline writes.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="journal">The journal.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <remarks>The last registration serves.</remarks>
    public static PhoneLinkBuilder JournalWith(this PhoneLinkBuilder builder, ICallJournal journal)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(journal);
        builder.Services.AddSingleton(journal);
        return builder;
    }

    /// <summary>Registers the type that asks a person whether to place a call that a link asks for.</summary>
    /// <typeparam name="T">The type; made once, by the services.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <remarks>The last registration serves.</remarks>
#if NET
    public static PhoneLinkBuilder ConfirmWith<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(this PhoneLinkBuilder builder)
#else
    public static PhoneLinkBuilder ConfirmWith<T>(this PhoneLinkBuilder builder)
#endif
        where T : class, IDialConfirmation
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<IDialConfirmation, T>();
        return builder;
    }

    private static void CheckName(PhoneLinkBuilder builder, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!ProviderName.IsValid(name))
            throw new ArgumentException($"A name has at most {ProviderName.MaxLength} letters, digits, '-', '_' and '.'.", nameof(name));

        if (builder.Services.Any(service => service.ServiceType == typeof(ITelephonyProvider) && name.Equals(service.ServiceKey)))
            throw new ArgumentException($"There is a telephony provider '{name}' already.", nameof(name));
    }
}
