using System.Runtime.Versioning;
using System.Text;
using CsCheck;
using PhoneLink.Registration;
using PhoneLink.Registration.Freedesktop;

namespace PhoneLink.Tests.Registration;

/// <summary>Random lists: what is taken back is byte for byte what was, plus what others have changed.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RegistrationPropertyTests
{
    private const string Key = "x-scheme-handler/domycall";
    private const string Id = "phonelink-domycall.desktop";

    private static readonly string[] Fragments =
    [
        "[Default Applications]", "[Default Applications]", " [Default Applications] ", "[Added Associations]", "[Unknown]", "# comment æ", "", "   ", "garbage",
        "x-scheme-handler/tel=org.gnome.Calls.desktop;", "text/plain=日本.desktop", $"{Key}=other.desktop", $"{Key}=a.desktop;b.desktop;", $"{Key}=", $" {Key} =  a.desktop",
        $"{Key}={Id}", $"{Key}={Id};", $"{Key}=a.desktop;{Id};", $"{Key}={Id};{Id};b.desktop", $"{Key}-more=a.desktop", $"#{Key}=a.desktop", ";", "=", "x\r",
    ];

    private static readonly Gen<byte[]?> Lists = Gen.Select(
        Gen.Int[0, Fragments.Length - 1].Select(static i => Fragments[i]).Array[0, 8], Gen.Bool.Select(static b => b ? "\r\n" : "\n"), Gen.Bool, Gen.Int[0, 9], Gen.Byte.Array[0, 20],
        static byte[]? (lines, end, isEnded, kind, raw) => kind switch
        {
            0 => null,
            1 => [],
            2 => raw,
            _ => Encoding.UTF8.GetBytes(string.Join(end, lines) + (isEnded && lines.Length > 0 ? end : "")),
        });

    [Fact]
    [Requirement("REG-20")]
    public void An_edit_taken_back_leaves_the_same_bytes() => Lists.Sample(
        static before =>
        {
            if (DefaultsEdit.PutFirst("x", before, Key, Id) is not (var after, var change))
                return Firsts(before!).All(static first => first == Id);

            var restored = DefaultsEdit.Remove(after, change, Key, Id)!;
            return restored.AsSpan().SequenceEqual(before)
                && change.CreatedFile == (before is null)
                && Firsts(after) is { Count: > 0 } firsts && firsts.All(static first => first == Id)
                && DefaultsEdit.PutFirst("x", after, Key, Id) is null;
        },
        iter: 20_000);

    [Fact]
    [Requirement("REG-20")]
    public void An_edit_adds_only_its_own_text() => Lists.Sample(
        static before =>
        {
            if (DefaultsEdit.PutFirst("x", before, Key, Id) is not (var after, _))
                return true;

            // Without our id, our header and line ends, nothing but the bytes of before is there, in order.
            var reader = 0;
            foreach (var b in after)
                if (reader < before?.Length && before[reader] == b)
                    reader++;

            return reader == (before?.Length ?? 0);
        },
        iter: 5_000);

    [Fact]
    [Requirement("REG-21")]
    public void A_foreign_change_in_between_stays_and_nothing_else() => Gen.Select(Lists, Gen.Int[0, 3], Gen.Int[0, 20]).Sample(
        static (before, kind, where) =>
        {
            if (DefaultsEdit.PutFirst("x", before, Key, Id) is not (var after, var change))
                return true;

            var restored = Text(DefaultsEdit.Remove(Foreign(after, kind, where), change, Key, Id) ?? Foreign(after, kind, where));
            return restored == Text(Foreign(before ?? [], kind, where)) || LinesOf(restored).SequenceEqual(LinesOf(Text(Foreign(before ?? [], kind, where))));
        },
        iter: 20_000);

    [Fact]
    [Requirement("REG-21")]
    public void Another_program_that_puts_itself_in_front_stays_in_front() => Lists.Sample(
        static before =>
        {
            if (DefaultsEdit.PutFirst("x", before, Key, Id) is not (var after, var change))
                return true;

            var (disturbed, foreign) = DefaultsEdit.PutFirst("x", after, Key, "foreign.desktop")!.Value;
            var restored = DefaultsEdit.Remove(disturbed, change, Key, Id)!;
            var expected = DefaultsEdit.PutFirst("x", before, Key, "foreign.desktop")!.Value.Contents;
            _ = foreign;
            return restored.AsSpan().SequenceEqual(expected);
        },
        iter: 20_000);

    [Fact]
    [Requirement("REG-20")]
    public async Task The_whole_tree_is_as_before_for_random_lists() => await Gen.Select(Lists, Gen.Bool, Gen.Bool).SampleAsync(
        static async (before, difficult, replace) =>
        {
            using var desktop = new RegisteredDesktop(difficult ? "my app/phone" : "bin/phone");
            desktop.Desktop.WithEntry("data/applications/a.desktop");
            if (before is not null)
            {
                Directory.CreateDirectory(desktop.Desktop["config"]);
                await File.WriteAllBytesAsync(desktop.Lists, before);
                File.SetUnixFileMode(desktop.Lists, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            var snapshot = desktop.Snapshot();
            try
            {
                var receipt = await desktop.ApplyAsync(wanted => wanted with { ReplaceOtherHandler = replace });
                await desktop.Registrar.RevertAsync(RegistrationReceipt.Parse(receipt.ToJson()));
            }
            catch (RegistrationException exception) when (!replace && exception.Failure is RegistrationFailure.OwnedByOther)
            {
                // The list names a.desktop, which is installed.
            }

            desktop.Snapshot().Should().Equal(snapshot);
        },
        iter: 200);

    /// <summary>What another program does: adds a line at the end or at the start, takes a line out, or adds a comment within; never our key.</summary>
    private static byte[] Foreign(byte[] list, int kind, int where)
    {
        var text = MimeAppsText.Parse(list);
        var theirs = Enumerable.Range(0, text.Lines.Count).Where(i => !text.Lines[i].Text.Contains("domycall", StringComparison.Ordinal) && !text.IsHeader(i)).ToList();
        switch (kind)
        {
            case 0:
                text.Lines.Insert(0, ("# foreign", "\n"));
                break;
            case 1:
                if (text.Lines.Count > 0 && text.Lines[^1].End.Length == 0)
                    text.Lines[^1] = (text.Lines[^1].Text, text.NewLine);

                text.Lines.Add(("[Foreign Group]", text.NewLine));
                text.Lines.Add(("x=y.desktop", text.NewLine));
                break;
            case 2 when theirs.Count > 0:
                text.Lines.RemoveAt(theirs[where % theirs.Count]);
                break;
            case 3 when theirs.Count > 0:
                text.Lines[theirs[where % theirs.Count]] = ("# changed", text.Lines[theirs[where % theirs.Count]].End);
                break;
        }

        return text.ToBytes();
    }

    private static List<string> Firsts(byte[] list)
    {
        var text = MimeAppsText.Parse(list);
        return [.. text.FindKey(Key).Select(i => text.Lines[i].Text.Split('=', 2)[1].Split(';')[0].Trim())];
    }

    private static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    private static IEnumerable<string> LinesOf(string text) => text.Split('\n').Select(static line => line.TrimEnd('\r')).Where(static line => line.Length > 0);
}
