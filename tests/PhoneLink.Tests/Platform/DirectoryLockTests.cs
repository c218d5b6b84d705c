namespace PhoneLink.Tests.Platform;

/// <summary>Of Linux, where an open directory can be locked; two openings in one process are to the system as two processes.</summary>
public sealed class DirectoryLockTests
{
    [Fact]
    [Requirement("REG-29")]
    public async Task A_second_holder_waits_for_the_first_and_gives_up_after_ten_seconds()
    {
        if (!OperatingSystem.IsLinux())
            return; // No other system gets there: registration is refused before.

        using var root = new TemporaryDirectory();
        var time = new ManualTimeProvider();
        var first = await DirectoryLock.AcquireAsync(root.Path, static () => { }, time, default);
        var patient = DirectoryLock.AcquireAsync(root.Path, static () => { }, time, default);
        var impatient = DirectoryLock.AcquireAsync(root.Path, static () => { }, time, default);

        await AdvanceAsync(time, TimeSpan.FromSeconds(1));
        patient.IsCompleted.Should().BeFalse();
        impatient.IsCompleted.Should().BeFalse();

        first.Dispose();
        await AdvanceAsync(time, TimeSpan.FromSeconds(1));
        var (winner, loser) = await Task.WhenAny(patient, impatient) == patient ? (patient, impatient) : (impatient, patient);
        loser.IsCompleted.Should().BeFalse();

        await AdvanceAsync(time, TimeSpan.FromSeconds(11));
        await FluentActions.Awaiting(() => loser).Should().ThrowAsync<IOException>().WithMessage($"*'{root.Path}'*10 seconds*");
        (await winner).Dispose();
    }

    [Fact]
    [Requirement("REG-29")]
    public async Task The_lock_of_a_directory_that_was_removed_and_made_anew_holds_nothing()
    {
        if (!OperatingSystem.IsLinux())
            return; // As above.

        using var root = new TemporaryDirectory();
        var directory = Directory.CreateDirectory(root["locked"]).FullName;
        using var held = await DirectoryLock.AcquireAsync(directory, static () => { }, TimeProvider.System, default);
        DirectoryLock.Holds(held, directory).Should().BeTrue();

        Directory.Delete(directory);
        DirectoryLock.Holds(held, directory).Should().BeFalse();
        Directory.CreateDirectory(directory);
        DirectoryLock.Holds(held, directory).Should().BeFalse();
    }

    [Fact]
    [Requirement("REG-29")]
    public async Task A_directory_that_cannot_be_opened_is_said_at_once()
    {
        if (!OperatingSystem.IsLinux())
            return; // As above.

        using var root = new TemporaryDirectory();

        await FluentActions.Awaiting(() => DirectoryLock.AcquireAsync(root.Write("file", "") + "/below", static () => { }, TimeProvider.System, default))
            .Should().ThrowAsync<IOException>().WithMessage("*cannot be locked*");
    }

    private static Task AdvanceAsync(ManualTimeProvider time, TimeSpan by) => Task.Run(() => time.Advance(by));
}
