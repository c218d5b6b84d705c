using Microsoft.Extensions.DependencyInjection;

namespace PhoneLink.Tests.Numbering;

public class AddNumberingPlanTests
{
    [Fact]
    [Requirement("PLAN-13")]
    public void One_line_registers_the_plan_once()
    {
        var services = new ServiceCollection();
        services.AddPhoneLink().AddNumberingPlan().AddNumberingPlan();
        using var provider = services.BuildServiceProvider();

        provider.GetServices<INumberingPlan>().Should().ContainSingle().Which.Should().BeOfType<WorldNumberingPlan>();
        provider.GetRequiredService<INumberingPlan>().Should().BeSameAs(provider.GetRequiredService<INumberingPlan>());
    }

    [Fact]
    [Requirement("PLAN-13")]
    public void A_plan_of_the_host_stays()
    {
        var own = new OwnPlan();
        var services = new ServiceCollection();
        services.AddSingleton<INumberingPlan>(own).AddPhoneLink().AddNumberingPlan();
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<INumberingPlan>().Should().BeSameAs(own);
    }

    [Fact]
    [Requirement("PLAN-13")]
    public void A_missing_builder_is_a_wrong_call() =>
        FluentActions.Invoking(static () => PhoneLinkNumberingBuilderExtensions.AddNumberingPlan(null!)).Should().Throw<ArgumentNullException>().WithParameterName("builder");

    private sealed class OwnPlan : INumberingPlan
    {
        public NumberAnalysis Analyze(PhoneNumber number, string? region = null) => new(number, new NumberDetails(NumberKind.Unknown));

        public NumberingRegion? FindRegion(string region) => null;
    }
}
