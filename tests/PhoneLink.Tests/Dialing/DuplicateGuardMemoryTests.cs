using Microsoft.Extensions.DependencyInjection;

namespace PhoneLink.Tests.Dialing;

public class DuplicateGuardMemoryTests
{
    private static readonly PhoneNumber Number = PhoneNumber.Parse("+47 22 51 70 00");

    private readonly ManualTimeProvider _time = new();

    [Fact]
    [Requirement("DIAL-54")]
    public async Task An_id_is_never_dispatched_twice_for_ten_minutes()
    {
        var back = new ScriptedProvider(DialStatus.HandedOff);
        var guard = Guard(back);
        var request = new DialRequest(Number);

        await guard.DialAsync(request);
        _time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        var again = await guard.DialAsync(request with { Device = "desk" });
        var conflict = await guard.DialAsync(request with { Target = TelephonyUri.Parse("tel:113") });

        (again.Status, again.CallId, again.OriginalCallId).Should().Be((DialStatus.Duplicate, request.CallId, request.CallId));
        (conflict.Status, conflict.Reason).Should().Be((DialStatus.Invalid, DialReason.IdConflict));
        back.Dialled.Should().ContainSingle();

        _time.Advance(TimeSpan.FromTicks(1));
        await guard.DialAsync(request);
        back.Dialled.Should().HaveCount(2);
    }

    [Fact]
    [Requirement("DIAL-54")]
    public async Task An_id_without_a_call_may_be_dialled_again()
    {
        var back = new ScriptedProvider(DialStatus.NotDispatched);
        var guard = Guard(back);
        var request = new DialRequest(Number);

        await guard.DialAsync(request);
        await guard.DialAsync(request with { Target = TelephonyUri.Parse("tel:1") });

        back.Dialled.Should().HaveCount(2);
    }

    [Fact]
    [Requirement("DIAL-54")]
    public async Task The_memory_of_ids_is_bounded()
    {
        var back = new ScriptedProvider(DialStatus.HandedOff);
        var guard = Guard(back);
        var first = new DialRequest(Number);
        await guard.DialAsync(first);
        for (var i = 0; i < GuardMemory.Capacity; i++)
            await guard.DialAsync(new DialRequest(Number) { Scope = new() { User = $"{i}" } });

        (await guard.DialAsync(first)).Status.Should().Be(DialStatus.HandedOff);
        back.Dialled.Should().HaveCount(GuardMemory.Capacity + 2);
    }

    [Theory]
    [Requirement("DIAL-55")]
    [InlineData("112")]
    [InlineData("911")]
    [InlineData("999")]
    [InlineData("000")]
    [InlineData("110")]
    [InlineData("113")]
    [InlineData("118")]
    [InlineData("119")]
    [InlineData("108")]
    [InlineData("100")]
    [InlineData("101")]
    [InlineData("102")]
    public async Task A_person_who_calls_for_help_is_never_held_back(string number)
    {
        var back = new ScriptedProvider(DialStatus.HandedOff);
        var guard = Guard(back);
        var help = PhoneNumber.Parse(number);

        for (var i = 0; i < 3; i++)
            (await guard.DialAsync(help)).Status.Should().Be(DialStatus.HandedOff);

        await guard.DialAsync(new DialRequest(help) { Cause = DialCause.Link });
        (await guard.DialAsync(new DialRequest(help) { Cause = DialCause.Link })).Status.Should().Be(DialStatus.Duplicate);
        (await guard.DialAsync(help)).Status.Should().Be(DialStatus.HandedOff);
        back.Dialled.Should().HaveCount(5);
    }

    [Theory]
    [Requirement("DIAL-55")]
    [InlineData("114")]
    [InlineData("+112")]
    [InlineData("1120")]
    public async Task Other_numbers_are_guarded(string number)
    {
        var back = new ScriptedProvider(DialStatus.HandedOff);
        var guard = Guard(back);

        await guard.DialAsync(PhoneNumber.Parse(number));
        (await guard.DialAsync(PhoneNumber.Parse(number))).Status.Should().Be(DialStatus.Duplicate);
    }

    [Fact]
    [Requirement("DIAL-56")]
    public async Task A_dry_run_is_neither_remembered_nor_folded()
    {
        var back = new ScriptedProvider((request, _) =>
            Task.FromResult(new DialResult(request.DryRun ? DialStatus.DryRun : DialStatus.HandedOff, request.CallId)));
        var guard = Guard(back);
        var plan = new DialRequest(Number) { DryRun = true };

        (await guard.DialAsync(plan)).Status.Should().Be(DialStatus.DryRun);
        (await guard.DialAsync(plan with { DryRun = false })).Status.Should().Be(DialStatus.HandedOff);
        (await guard.DialAsync(plan)).Status.Should().Be(DialStatus.DryRun);
    }

    private ITelephonyProvider Guard(ITelephonyProvider back) =>
        new TelephonyProviderBuilder(back).UseDuplicateGuard().Build(new ServiceCollection().AddSingleton<TimeProvider>(_time).BuildServiceProvider());
}
