using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Runtime.Versioning;

namespace PhoneLink.Tests.Numbering;

public class LazinessTests
{
    private const string Metadata = "PhoneNumbers";

    [Fact]
    [Requirement("PLAN-1")]
    public void A_global_number_is_its_own_canonical_form()
    {
        var number = PhoneNumber.Parse("+47 22 51 70 00 x12");

        Plan.World.Analyze(number).Canonical.Should().BeSameAs(number);
        Plan.World.Analyze(number, "US").Canonical.Should().BeSameAs(number);
        Plan.World.Analyze(number, "xx").Canonical.Should().BeSameAs(number);
    }

    [Fact]
    [Requirement("PLAN-1")]
    public void The_metadata_is_not_even_loaded_before_the_details_are_asked_for()
    {
        // A plan of its own: that of the other tests has long loaded everything.
        var room = new Room();
        var plan = (INumberingPlan)Activator.CreateInstance(room.LoadFromAssemblyPath(typeof(WorldNumberingPlan).Assembly.Location).GetType(typeof(WorldNumberingPlan).FullName!)!)!;
        plan.Should().NotBeOfType<WorldNumberingPlan>();

        var analysis = plan.Analyze(PhoneNumber.Parse("+47 22 51 70 00"), "NO");
        analysis.Canonical.Digits.Should().Be("+4722517000");
        _ = analysis.ToString();
        plan.Analyze(PhoneNumber.Parse("*21#"), "NO").Kind.Should().Be(NumberKind.ServiceCode);
        plan.Analyze(PhoneNumber.Parse("7042;phone-context=example.com"), "NO").Kind.Should().Be(NumberKind.Local);
        plan.Analyze(PhoneNumber.Parse("7042")).Kind.Should().Be(NumberKind.Unknown);
        room.Loaded.Should().NotContain(Metadata);

        analysis.Kind.Should().Be(NumberKind.Fixed);
        room.Loaded.Should().Contain(Metadata);
    }

    [Fact]
    [Requirement("PLAN-1")]
    public void Details_are_looked_up_once()
    {
        var analysis = Plan.Analyze("+4722517000");

        analysis.International.Should().BeSameAs(analysis.International);
    }

    [Fact]
    [Requirement("PLAN-15")]
    public void The_tests_run_against_the_build_that_they_say()
    {
        var frameworks = new[] { typeof(WorldNumberingPlan), typeof(PhoneNumber) }
            .Select(static type => type.Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);
#if NETSTANDARD_BUILD
        frameworks.Should().AllBe(".NETStandard,Version=v2.0");
#else
        frameworks.Should().AllBe(".NETCoreApp,Version=v10.0");
#endif
    }

    /// <summary>Loads the plan and its metadata anew, and shares the rest.</summary>
    private sealed class Room() : AssemblyLoadContext("plan")
    {
        public IEnumerable<string?> Loaded => Assemblies.Select(static assembly => assembly.GetName().Name);

        [MethodImpl(MethodImplOptions.NoInlining)]
        protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == Metadata
            ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, Metadata + ".dll"))
            : null;
    }
}
