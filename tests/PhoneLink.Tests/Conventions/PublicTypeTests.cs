using System.Reflection;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;

namespace PhoneLink.Tests.Conventions;

public partial class PublicTypeTests
{
    private static readonly Assembly Library = typeof(PhoneNumber).Assembly;

    [Fact]
    [Requirement("CONV-1")]
    public void Public_classes_are_sealed_abstract_or_static() =>
        Library.GetExportedTypes().Where(static type => type.IsClass && !type.IsSealed && !type.IsAbstract).Should().BeEmpty();

    [Fact]
    [Requirement("CONV-2")]
    public void A_file_holds_one_public_type_and_has_its_name()
    {
        foreach (var file in Repository.Sources("src/PhoneLink"))
        {
            var types = PublicType().Matches(File.ReadAllText(file)).Select(static match => match.Groups["name"].Value).Distinct().ToList();
            types.Should().HaveCountLessThanOrEqualTo(1, file);
            if (types.Count == 1)
                Path.GetFileName(file).Split('.')[0].Should().Be(types[0]);
        }
    }

    [Fact]
    [Requirement("CONV-3")]
    public void Types_with_an_equality_of_their_own_have_its_operators_or_are_classes_of_a_hierarchy()
    {
        var equatable = Library.GetExportedTypes().Where(static type =>
            type.IsSealed && !type.IsEnum && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEquatable<>) && i.GenericTypeArguments[0] == type));

        foreach (var type in equatable.Where(static type => !typeof(TelephonyUri).IsAssignableFrom(type)))
            type.GetMethod("op_Equality").Should().NotBeNull(type.Name);
    }

    /// <summary>Requests, results, events, links and preferences: who has one has it as it was.</summary>
    [Fact]
    [Requirement("CONV-12")]
    public void What_has_the_equality_of_its_values_does_not_change()
    {
        var values = Library.GetExportedTypes().Where(static type => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEquatable<>))).ToList();

        values.Should().Contain([typeof(DialRequest), typeof(DialResult), typeof(CallEvent), typeof(PhoneNumber), typeof(TelephonyCapabilities)]);
        values.SelectMany(static type => type.GetProperties()).Where(static property => property.SetMethod is { IsPublic: true } setter && !IsInit(setter)).Should().BeEmpty();
        values.SelectMany(static type => type.GetFields(BindingFlags.Public | BindingFlags.Instance)).Where(static field => !field.IsInitOnly && !field.DeclaringType!.IsEnum).Should().BeEmpty();
        values.SelectMany(static type => type.GetProperties()).Where(static property => property.PropertyType.IsArray || IsList(property.PropertyType)).Should().BeEmpty("lists are read-only");
    }

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Any(static modifier => modifier.FullName == "System.Runtime.CompilerServices.IsExternalInit");

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(List<>) || open == typeof(IList<>) || open == typeof(Dictionary<,>) || open == typeof(IDictionary<,>));

    [Fact]
    [Requirement("CONV-4")]
    public void The_tests_run_against_the_build_that_they_say()
    {
        var framework = Library.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName;
#if NETSTANDARD_BUILD
        framework.Should().Be(".NETStandard,Version=v2.0");
        Library.GetType("PhoneLink.Registration.ProtocolRegistrar").Should().BeNull("what needs a Unix is absent, not weaker");
#else
        framework.Should().Be(".NETCoreApp,Version=v10.0");
#endif
    }

    [Fact]
    [Requirement("CONV-5")]
    public void No_source_is_longer_than_a_reader_likes()
    {
        // Nobody reads what a program wrote; its source is read.
        foreach (var file in Repository.Sources("src").Concat(Repository.Sources("tests")).Concat(Repository.Sources("samples")).Where(static file => !file.EndsWith(".g.cs", StringComparison.Ordinal)))
            File.ReadAllLines(file).Length.Should().BeLessThanOrEqualTo(350, file);
    }

    [GeneratedRegex(@"^public\s+(?:(?:static|sealed|abstract|readonly|partial|unsafe)\s+)*(?:class|struct|interface|enum|record(?:\s+struct)?|delegate\s+\S+)\s+(?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex PublicType();
}
