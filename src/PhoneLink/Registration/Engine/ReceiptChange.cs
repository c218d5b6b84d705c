using System.Text.Json.Serialization;
using PhoneLink.Registration.Windows;

namespace PhoneLink.Registration.Engine;

/// <summary>One change, with what making it and its reversal need. New kinds are added here; what makes and undoes them is the platform's.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(DirectoryCreated), "directory")]
[JsonDerivedType(typeof(LinkWritten), "link")]
[JsonDerivedType(typeof(FileWritten), "file")]
[JsonDerivedType(typeof(DefaultPutFirst), "default")]
[JsonDerivedType(typeof(CacheRefreshed), "cache")]
[JsonDerivedType(typeof(RegistryKeyCreated), "registryKey")]
[JsonDerivedType(typeof(RegistryValueChanged), "registryValue")]
[JsonDerivedType(typeof(AssociationsNotified), "notification")]
internal abstract record ReceiptChange(string Path);

/// <summary>A directory is made.</summary>
internal sealed record DirectoryCreated(string Path) : ReceiptChange(Path);

/// <summary>A symbolic link is written; <paramref name="Before"/> is the earlier target.</summary>
internal sealed record LinkWritten(string Path, string? Before, string After) : ReceiptChange(Path);

/// <summary>A whole file is written; <paramref name="Before"/> is its earlier content.</summary>
internal sealed record FileWritten(string Path, byte[]? Before, byte[] After) : ReceiptChange(Path);

/// <summary>An id is put first in lines of a list; only what is added is noted, so that a forged receipt cannot add lines.</summary>
/// <param name="Path">The list.</param>
/// <param name="BeforeHash">The SHA-256 of the list before, in hexadecimal digits; null when there was none, or when it is not known.</param>
/// <param name="CreatedFile">There was no list.</param>
/// <param name="AddedGroup">The group's header was added.</param>
/// <param name="AddedLine">The line was added.</param>
/// <param name="AddedLineEnd">The end that was given to the last line, which had none; otherwise empty.</param>
/// <param name="Lines">Which of the key's lines got the id in front, counted from 0.</param>
internal sealed record DefaultPutFirst(string Path, string? BeforeHash, bool CreatedFile, bool AddedGroup, bool AddedLine, string AddedLineEnd, IReadOnlyList<int> Lines) : ReceiptChange(Path);

/// <summary>A derived file is made anew by a tool.</summary>
internal sealed record CacheRefreshed(string Path, bool Existed) : ReceiptChange(Path);
