using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace PhoneLink;

/// <summary>Calls of the C library for what the BCL does not have: permission to execute, owners, user ids, locks, exchanges.</summary>
[SupportedOSPlatform("linux")]
internal static partial class LibC
{
    private const int CurrentDirectory = -100; // AT_FDCWD, fcntl.h
    private const int NoFollow = 0x100; // AT_SYMLINK_NOFOLLOW, fcntl.h
    private const int EmptyPath = 0x1000; // AT_EMPTY_PATH, fcntl.h
    private const int ExecutePermission = 1; // X_OK, unistd.h
    private const int TypeMask = 0xF000; // S_IFMT, sys/stat.h
    private const int RegularFile = 0x8000; // S_IFREG, sys/stat.h
    private const int SymbolicLink = 0xA000; // S_IFLNK, sys/stat.h
    private const int Sticky = 0x200; // S_ISVTX, sys/stat.h
    private const int GroupWrite = 0x10; // S_IWGRP, sys/stat.h
    private const int OthersWrite = 0x2; // S_IWOTH, sys/stat.h
    private const int CloseOnExecute = 0x80000; // O_CLOEXEC; O_RDONLY is 0, fcntl.h
    private const int NoEntry = 2; // ENOENT, errno.h
    private const int InvalidArgument = 22; // EINVAL: the file system knows no such flag; errno.h
    private const int NoSystemCall = 38; // ENOSYS, errno.h
    private const int NotSupported = 95; // EOPNOTSUPP, errno.h
    private const uint ExchangeNames = 2; // RENAME_EXCHANGE, linux/fs.h
    private const int AccessDenied = 13; // EACCES, errno.h
    private const int Exists = 17; // EEXIST, errno.h
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
                ? new(status.UserId, status.Links) { IsRegular = (status.Mode & TypeMask) == RegularFile, IsWritableByOthers = IsWritableByOthers(status), Inode = status.Inode }
                : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null; // A C library from before statx(2).
        }
    }

    /// <summary>The mode of a symbolic link says nothing, and users with a group of their own name share it with nobody.</summary>
    private static bool IsWritableByOthers(in FileStatus status)
    {
        if ((status.Mode & TypeMask) == SymbolicLink || (status.Mode & Sticky) != 0)
            return false;

        return (status.Mode & OthersWrite) != 0 || ((status.Mode & GroupWrite) != 0 && status.GroupId != status.UserId);
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

    /// <summary>Exchanges two names of files in one step by renameat2(2).</summary>
    /// <returns><see langword="false"/> where the kernel, the C library or the file system cannot; nothing is changed then.</returns>
    /// <exception cref="FileNotFoundException">One of them is not there.</exception>
    /// <exception cref="IOException">Another reason.</exception>
    public static bool Exchange(string first, string second)
    {
        try
        {
            if (RenameAt2(CurrentDirectory, first, CurrentDirectory, second, ExchangeNames) == 0)
                return true;
        }
        catch (EntryPointNotFoundException)
        {
            return false; // A C library from before renameat2(2).
        }

        return Marshal.GetLastPInvokeError() switch
        {
            NoSystemCall or InvalidArgument or NotSupported => false,
            NoEntry => throw new FileNotFoundException($"'{first}' or '{second}' is not there.", second),
            var error => throw new IOException($"'{second}' cannot be replaced: {Marshal.GetPInvokeErrorMessage(error)}."),
        };
    }

    /// <summary>Makes one directory by mkdir(2), which, unlike the BCL, makes none above it and tells who was first.</summary>
    /// <returns><see langword="false"/> when there is one already; null when the one above is not there.</returns>
    /// <exception cref="IOException">Another reason.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not.</exception>
    public static bool? MakeDirectory(string path, uint mode)
    {
        if (MkDir(path, mode) == 0)
            return true;

        return Marshal.GetLastPInvokeError() switch
        {
            Exists when Directory.Exists(path) => false,
            NoEntry => null,
            AccessDenied => throw new UnauthorizedAccessException($"The directory '{path}' cannot be made: access is denied."),
            var error => throw new IOException($"The directory '{path}' cannot be made: {Marshal.GetPInvokeErrorMessage(error)}."),
        };
    }

    [LibraryImport("libc", EntryPoint = "mkdir", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MkDir(string path, uint mode);

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int RenameAt2(int firstDirectory, string first, int secondDirectory, string second, uint flags);

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

        [FieldOffset(24)]
        public uint GroupId;

        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;
    }
}
