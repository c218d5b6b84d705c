using System.Text.Json.Serialization;

namespace PhoneLink.Registration;

/// <summary>One change that was made, with what its reversal needs.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(DirectoryCreated), "directory")]
[JsonDerivedType(typeof(LinkWritten), "link")]
[JsonDerivedType(typeof(FileWritten), "file")]
[JsonDerivedType(typeof(DefaultPutFirst), "default")]
[JsonDerivedType(typeof(CacheRefreshed), "cache")]
internal abstract record ReceiptChange(string Path);

/// <summary>A directory was made.</summary>
internal sealed record DirectoryCreated(string Path) : ReceiptChange(Path);

/// <summary>A symbolic link was written; <paramref name="Before"/> is the earlier target.</summary>
internal sealed record LinkWritten(string Path, string? Before, string After) : ReceiptChange(Path);

/// <summary>A whole file was written; <paramref name="Before"/> is its earlier content.</summary>
internal sealed record FileWritten(string Path, byte[]? Before, byte[] After) : ReceiptChange(Path);

/// <summary>An id was put first in lines of a list; only what was added is noted, so that a forged receipt cannot add lines.</summary>
/// <param name="Path">The list.</param>
/// <param name="CreatedFile">There was no list.</param>
/// <param name="AddedGroup">The group's header was added.</param>
/// <param name="AddedLine">The line was added.</param>
/// <param name="AddedLineEnd">The end that was given to the last line, which had none; otherwise empty.</param>
/// <param name="Lines">Which of the key's lines got the id in front, counted from 0.</param>
internal sealed record DefaultPutFirst(string Path, bool CreatedFile, bool AddedGroup, bool AddedLine, string AddedLineEnd, IReadOnlyList<int> Lines) : ReceiptChange(Path);

/// <summary>A derived file was made anew by a tool.</summary>
internal sealed record CacheRefreshed(string Path, bool Existed) : ReceiptChange(Path);
