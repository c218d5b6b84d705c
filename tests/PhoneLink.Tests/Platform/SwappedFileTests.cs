using System.Runtime.Versioning;
using System.Text;

namespace PhoneLink.Tests.Platform;

/// <summary>Another program writes in the moment between looking and replacing: what it wrote stays.</summary>
[SupportedOSPlatform("linux")]
public sealed class SwappedFileTests : IDisposable
{
    private readonly TemporaryDirectory _root = new();

    private string List => _root["list"];

    public void Dispose() => _root.Dispose();

    [Fact]
    [Requirement("REG-33")]
    public void A_file_that_nobody_else_writes_is_replaced_and_keeps_its_mode()
    {
        _root.Write("list", "old");
        File.SetUnixFileMode(List, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite);

        Replace(_ => { }).Should().Be(FileChange.Done);

        Content().Should().Be("new");
        File.GetUnixFileMode(List).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite);
    }

    [Fact]
    [Requirement("REG-33")]
    public void What_is_written_just_before_the_exchange_stays()
    {
        _root.Write("list", "old");

        Replace(call => Foreign(call == 1 ? "foreign" : null)).Should().Be(FileChange.Changed);

        Content().Should().Be("foreign");
    }

    [Fact]
    [Requirement("REG-33")]
    public void What_is_written_into_the_file_itself_stays()
    {
        _root.Write("list", "old");

        Replace(call => File.AppendAllText(List, call == 1 ? "er" : "")).Should().Be(FileChange.Changed);

        Content().Should().Be("older");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(9)]
    [Requirement("REG-33")]
    public void The_newest_of_several_foreign_contents_stays(int writes)
    {
        _root.Write("list", "old");

        Replace(call => Foreign(call <= writes ? $"foreign{call}" : null)).Should().Be(FileChange.Changed);

        Content().Should().Be($"foreign{writes}");
    }

    [Fact]
    [Requirement("REG-33")]
    public void A_link_or_a_directory_that_takes_the_place_stays()
    {
        _root.Write("list", "old");
        Replace(call =>
        {
            if (call != 1)
                return;

            File.Delete(List);
            File.CreateSymbolicLink(List, "elsewhere");
        }).Should().Be(FileChange.SymbolicLink);
        new FileInfo(List).LinkTarget.Should().Be("elsewhere");

        File.Delete(List);
        _root.Write("list", "old");
        Replace(call =>
        {
            if (call != 1)
                return;

            File.Delete(List);
            Directory.CreateDirectory(List);
        }).Should().Be(FileChange.Changed);
        Directory.Exists(List).Should().BeTrue();
        Directory.GetFileSystemEntries(_root.Path).Should().ContainSingle();
    }

    [Fact]
    [Requirement("REG-33")]
    public void A_file_that_is_deleted_before_the_exchange_stays_deleted()
    {
        _root.Write("list", "old");

        Replace(_ => File.Delete(List)).Should().Be(FileChange.Changed);

        Directory.GetFileSystemEntries(_root.Path).Should().BeEmpty();
    }

    [Fact]
    [Requirement("REG-33")]
    public void A_foreign_content_is_put_back_also_where_its_place_was_emptied()
    {
        _root.Write("list", "old");

        Replace(call =>
        {
            if (call == 1)
                Foreign("foreign");
            else
                File.Delete(List);
        }).Should().Be(FileChange.Changed);

        Content().Should().Be("foreign");
    }

    [Fact]
    [Requirement("REG-33")]
    public void Without_exchanges_the_file_is_replaced_by_a_rename()
    {
        _root.Write("list", "old");

        new PhysicalFileSystem(static (_, _) => false).ReplaceIfUnchanged(List, Bytes("old"), Bytes("new")).Should().Be(FileChange.Done);

        Content().Should().Be("new");
    }

    [Theory]
    [InlineData("old", "new", "new", null)] // Killed after the exchange.
    [InlineData("new", "old", "old", null)] // Before it, or after the content was put back.
    [InlineData("foreign", "new", "foreign", null)] // With a foreign content in hand.
    [InlineData("foreign", null, "foreign", null)]
    [InlineData("foreign", "newer", "newer", "foreign")] // And another program has written since: nobody can say which is right.
    [Requirement("REG-33")]
    public void What_a_killed_process_holds_is_put_back_or_kept_if_it_is_not_its_own(string held, string? there, string? after, string? saved)
    {
        _root.Write("list", "old");
        var temporary = "";
        var files = new PhysicalFileSystem((first, _) => throw new InvalidOperationException(temporary = first));
        FluentActions.Invoking(() => files.ReplaceIfUnchanged(List, Bytes("old"), Bytes("new"))).Should().Throw<InvalidOperationException>();
        File.Delete(List);
        File.WriteAllText(temporary, held);
        if (there is not null)
            File.WriteAllText(List, there);

        PhysicalFileSystem.Instance.RemoveTemporaries(List);

        Content(1 + (saved is null ? 0 : 1)).Should().Be(after);
        if (saved is not null)
            File.ReadAllText(List + ".phonelink-saved").Should().Be(saved);

        PhysicalFileSystem.Instance.RemoveTemporaries(List);
        Content(1 + (saved is null ? 0 : 1)).Should().Be(after);
    }

    [Fact]
    [Requirement("REG-33")]
    public void A_file_is_deleted_only_with_the_content_that_was_read()
    {
        _root.Write("list", "old");
        PhysicalFileSystem.Instance.DeleteIfUnchanged(List, Bytes("older")).Should().Be(FileChange.Changed);
        Content().Should().Be("old");

        PhysicalFileSystem.Instance.DeleteIfUnchanged(List, Bytes("old")).Should().Be(FileChange.Done);
        Directory.GetFileSystemEntries(_root.Path).Should().BeEmpty();
    }

    /// <summary>200 rounds in which the other program hits the moment each time; it reads anew for each line.</summary>
    [Fact]
    [Requirement("REG-33")]
    public void Two_hundred_hits_in_the_very_moment_lose_nothing()
    {
        _root.Write("list", "");
        for (var i = 1; i <= 200; i++)
        {
            var line = $"foreign{i}\n";
            var before = File.ReadAllText(List);
            new PhysicalFileSystem((first, second) =>
            {
                if (File.ReadAllText(List) == before)
                    Foreign(before + line);

                return LibC.Exchange(first, second);
            }).ReplaceIfUnchanged(List, Bytes(before), Bytes(before + "ours\n")).Should().Be(FileChange.Changed);
        }

        Content().Should().Be(string.Concat(Enumerable.Range(1, 200).Select(static i => $"foreign{i}\n")));
    }

    /// <summary>Replaces the list; another program acts just before each exchange.</summary>
    private FileChange Replace(Action<int> before)
    {
        var calls = 0;
        return new PhysicalFileSystem((first, second) =>
        {
            before(++calls);
            return LibC.Exchange(first, second);
        }).ReplaceIfUnchanged(List, Bytes("old"), Bytes("new"));
    }

    private void Foreign(string? text)
    {
        if (text is null)
            return;

        File.WriteAllText(_root["foreign"], text);
        File.Move(_root["foreign"], List, overwrite: true);
    }

    /// <summary>Reads the list, and sees that nothing else is left.</summary>
    private string Content(int files = 1)
    {
        Directory.GetFileSystemEntries(_root.Path).Should().HaveCount(files);
        return File.ReadAllText(List);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
