using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PhoneLink.Tests.Formats;

namespace PhoneLink.Tests.Preferences;

/// <summary>A typing mistake of an administrator must not send five hundred users elsewhere.</summary>
public class StoredFormatTests
{
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+47 22 51 70 00");

    [Theory]
    [Requirement("PREF-28")]
    [InlineData("domycall:%p?x=<nosuch>", "domycall:+4722517000?x=", ParseErrorKind.UnknownVariable, 13)]
    [InlineData("domycall:%p?x=Å", "domycall:+4722517000?x=%C3%85", ParseErrorKind.InvalidCharacter, 14)]
    public void A_stored_format_is_repaired_and_reported_on_every_level(string text, string link, ParseErrorKind kind, int position)
    {
        foreach (var level in new[] { PreferenceLevel.System, PreferenceLevel.Group, PreferenceLevel.User })
        {
            var preferences = Keys.Resolve(new FixedSource(new("Format", "tel:%p", PreferenceLevel.Default), new("Format", text, level)));

            preferences.Format.Expand(Number).Should().Be(link);
            var problem = preferences.Problems.Should().ContainSingle().Which;
            (problem.Kind, problem.Key, problem.Level, problem.Error.Kind).Should().Be((PreferenceProblemKind.Repaired, "Format", level, kind));
            problem.Error.Position.Should().BeInRange(position, position + 1);
            preferences.Explain(PhonePreferenceKeys.Format).Entries[0].Should().Be(new ExplainedPreference(new("Format", text, level), PreferenceVerdict.Serves, preferences.Format.Repairs[0]));
        }
    }

    [Theory]
    [Requirement("PREF-28")]
    [InlineData("%p", ParseErrorKind.MissingScheme)]
    [InlineData("javascript:%p", ParseErrorKind.ForbiddenScheme)]
    [InlineData("domycall:/../%p", ParseErrorKind.PathTraversal)]
    [InlineData("", ParseErrorKind.Empty)]
    public void Without_a_usable_scheme_the_next_level_serves(string text, ParseErrorKind kind)
    {
        var preferences = Keys.Resolve(new FixedSource(new("Format", "callto:%p", PreferenceLevel.System), new("Format", text, PreferenceLevel.User)));

        preferences.Format.ToString().Should().Be("callto:%p");
        preferences.Problems.Should().ContainSingle().Which.Error.Kind.Should().Be(kind);
    }

    [Theory]
    [Requirement("PREF-49")]
    [InlineData("")]
    [InlineData(" \t")]
    public void An_empty_stored_format_is_passed_over(string text)
    {
        var preferences = Keys.Resolve(new FixedSource(new("Format", text, PreferenceLevel.System), new("Format", text, PreferenceLevel.User)));

        preferences.Format.Should().BeSameAs(PhoneLinkFormat.Default);
        preferences.Explain(PhonePreferenceKeys.Format).Level.Should().Be(PreferenceLevel.Default);
        preferences.Problems.Select(static problem => (problem.Kind, problem.Level)).Should().BeEquivalentTo(
            [(PreferenceProblemKind.Invalid, PreferenceLevel.User), (PreferenceProblemKind.Invalid, PreferenceLevel.System)]);
    }

    [Fact]
    [Requirement("PREF-28")]
    public async Task A_format_of_a_configuration_is_stored_too_while_the_hosts_own_is_strict()
    {
        const string Typo = "domycall:%p?x=<nosuch>";
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["PhoneLink:System:Format"] = Typo }).Build();
        await using var stored = new ServiceCollection().AddPhoneLink(configuration).Services.BuildServiceProvider();
        await using var own = new ServiceCollection().Configure<PhoneLinkOptions>(static options =>
        {
            options.Format = Typo;
            options.FormatOptions.Parsing = FormatParsing.Lenient;
        }).AddPhoneLink().Services.BuildServiceProvider();

        stored.GetRequiredService<IStartupValidator>().Validate();
        (await stored.GetRequiredService<PreferenceResolver>().ResolveAsync()).Format.ToString().Should().Be(Typo);
        FluentActions.Invoking(own.GetRequiredService<IStartupValidator>().Validate).Should().Throw<OptionsValidationException>();
    }

    [Fact]
    [Requirement("PREF-28")]
    public async Task A_stored_format_has_the_hosts_variables()
    {
        var options = new PhoneLinkFormatOptions();
        options.CustomVariables.Add("ticket");
        var resolver = new PreferenceResolver([new FixedSource(new PreferenceEntry("Format", "domycall:%p?t=<ticket>", PreferenceLevel.User))], options);
        options.CustomVariables.Clear();

        var preferences = await resolver.ResolveAsync();

        preferences.Problems.Should().BeEmpty();
        preferences.Format.Expand(Number, new Values(("ticket", "T7"))).Should().Be("domycall:+4722517000?t=T7");
    }

    [Fact]
    [Requirement("PREF-28")]
    public void No_option_of_the_host_is_forgotten()
    {
        var options = new PhoneLinkFormatOptions();
        options.CustomVariables.Add("ticket");
        options.Schemes = SchemePolicy.Default.AllowHttps("a.example");
        var settable = typeof(PhoneLinkFormatOptions).GetProperties().Where(static property => property.CanWrite && property.Name is not (nameof(options.Parsing) or nameof(options.Schemes))).ToList();
        foreach (var property in settable)
            property.SetValue(options, Other(property));

        var copy = StoredFormats.Options(options, ["b.example"]);

        settable.Should().HaveCountGreaterThan(4);
        foreach (var property in settable)
            property.GetValue(copy).Should().Be(property.GetValue(options), property.Name);

        copy.CustomVariables.Should().Equal("ticket");
        copy.Schemes.AllowsHttpsHost("a.example").Should().BeTrue();
        copy.Schemes.AllowsHttpsHost("b.example").Should().BeTrue();
        copy.Parsing.Should().Be(FormatParsing.Lenient);
        options.Schemes.AllowsHttpsHost("b.example").Should().BeFalse();
        StoredFormats.StrictOptions(copy, []).Parsing.Should().Be(FormatParsing.Strict);
        typeof(PhoneLinkFormatOptions).GetProperties().Where(static property => !property.CanWrite).Should().ContainSingle("a collection must be copied by hand");
    }

    /// <summary>A value that is not the default.</summary>
    private static object Other(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type == typeof(bool) ? true : Enum.GetValues(type).GetValue(1)!;
    }
}
