using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace PhoneLink;

/// <summary>Calls of the C library for what the BCL does not tell: permission to execute, owners, user ids.</summary>
[SupportedOSPlatform("linux")]
internal static partial class LibC
{
    private const int CurrentDirectory = -100; // AT_FDCWD, fcntl.h
    private const int NoFollow = 0x100; // AT_SYMLINK_NOFOLLOW, fcntl.h
    private const int EmptyPath = 0x1000; // AT_EMPTY_PATH, fcntl.h
    private const int ExecutePermission = 1; // X_OK, unistd.h
    private const int TypeMask = 0xF000; // S_IFMT, sys/stat.h
    private const int RegularFile = 0x8000; // S_IFREG, sys/stat.h
    private const int CloseOnExecute = 0x80000; // O_CLOEXEC; O_RDONLY is 0, fcntl.h
    private const int NoEntry = 2; // ENOENT, errno.h
    private const int WouldBlock = 11; // EWOULDBLOCK, errno.h
    private const int Exclusive = 2 | 4; // LOCK_EX | LOCK_NB, sys/file.h
    private const uint BasicStats = 0x7ff; // STATX_BASIC_STATS, linux/stat.h

    public static bool MayExecute(string path) => Access(path, ExecutePermission) == 0;

    public static uint EffectiveUserId => GetEffectiveUserId();

    /// <summary>Resolves every symbolic link of a path by realpath(3); null when it leads nowhere.</summary>
    public static unsafe string? RealPath(string path)
    {
        var resolved = GetRealPath(path, 0);
        if (resolved == 0)
            return null;

        var text = Marshal.PtrToStringUTF8(resolved);
        NativeMemory.Free((void*)resolved);
        return text;
    }

    /// <summary>Reads owner, link count and type by statx(2), whose structure is the same on every architecture.</summary>
    public static FileIdentity? Identify(string path, bool followsLinks = false)
    {
        try
        {
            return StatX(CurrentDirectory, path, followsLinks ? 0 : NoFollow, BasicStats, out var status) == 0
                ? new(status.UserId, status.Links) { IsRegular = (status.Mode & TypeMask) == RegularFile, Inode = status.Inode }
                : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null; // A C library from before statx(2).
        }
    }

    /// <summary>Opens a directory and locks it by flock(2) for as long as the handle is open.</summary>
    /// <returns>The handle; null while another process holds the lock, or when there is no such directory.</returns>
    /// <exception cref="IOException">The directory cannot be opened, or its file system knows no locks.</exception>
    public static SafeFileHandle? TryLockDirectory(string path)
    {
        var handle = new SafeFileHandle(Open(path, CloseOnExecute), ownsHandle: true);
        if (!handle.IsInvalid && Lock(handle, Exclusive) == 0)
            return handle;

        var error = Marshal.GetLastPInvokeError();
        handle.Dispose();
        return error is NoEntry or WouldBlock
            ? null
            : throw new IOException($"The directory '{path}' cannot be locked: {Marshal.GetPInvokeErrorMessage(error)}.");
    }

    /// <summary>Reads the inode of an open file.</summary>
    public static ulong InodeOf(SafeFileHandle handle) => StatX(handle, "", EmptyPath, BasicStats, out var status) == 0 ? status.Inode : 0;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Lock(SafeFileHandle file, int operation);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatX(SafeFileHandle directory, string path, int flags, uint mask, out FileStatus status);

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Access(string path, int mode);

    [LibraryImport("libc", EntryPoint = "realpath", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint GetRealPath(string path, nint buffer);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint GetEffectiveUserId();

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatX(int directory, string path, int flags, uint mask, out FileStatus status);

    /// <summary>The fields of <c>struct statx</c> (linux/stat.h) that are read here.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct FileStatus
    {
        [FieldOffset(16)]
        public uint Links;

        [FieldOffset(20)]
        public uint UserId;

        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;
    }
}
