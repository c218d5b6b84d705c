using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace PhoneLink;

/// <summary>Members of newer .NET, added to netstandard2.0 so that one source line compiles on both targets.</summary>
internal static class Polyfills
{
    extension(ArgumentNullException)
    {
        public static void ThrowIfNull([NotNull] object? argument, [CallerArgumentExpression(nameof(argument))] string? paramName = null)
        {
            if (argument is null)
                throw new ArgumentNullException(paramName);
        }
    }

    extension(ArgumentException)
    {
        public static void ThrowIfNullOrEmpty([NotNull] string? argument, [CallerArgumentExpression(nameof(argument))] string? paramName = null)
        {
            ArgumentNullException.ThrowIfNull(argument, paramName);
            if (argument.Length == 0)
                throw new ArgumentException("The value is empty.", paramName);
        }
    }

    extension(ObjectDisposedException)
    {
        public static void ThrowIf(bool condition, object instance)
        {
            if (condition)
                throw new ObjectDisposedException(instance.GetType().FullName);
        }
    }

    extension(char)
    {
        public static bool IsAsciiDigit(char c) => c is >= '0' and <= '9';
        public static bool IsAsciiLetter(char c) => (c | 0x20) is >= 'a' and <= 'z';
        public static bool IsAsciiLetterOrDigit(char c) => char.IsAsciiLetter(c) || char.IsAsciiDigit(c);
        public static bool IsAsciiHexDigit(char c) => char.IsAsciiDigit(c) || (c | 0x20) is >= 'a' and <= 'f';
        public static bool IsAsciiLetterUpper(char c) => c is >= 'A' and <= 'Z';
    }

    extension(string text)
    {
        public bool Contains(char value) => text.IndexOf(value) >= 0;
        public bool Contains(string value, StringComparison comparison) => text.IndexOf(value, comparison) >= 0;
        public bool StartsWith(char value) => text.Length > 0 && text[0] == value;
        public bool EndsWith(char value) => text.Length > 0 && text[text.Length - 1] == value;
    }

    extension(StringBuilder builder)
    {
        public StringBuilder Append(ReadOnlySpan<char> value) => builder.Append(value.ToString());
    }

    extension(Encoding encoding)
    {
        public unsafe string GetString(ReadOnlySpan<byte> bytes)
        {
            fixed (byte* source = bytes)
                return bytes.IsEmpty ? "" : encoding.GetString(source, bytes.Length);
        }

        public unsafe int GetChars(ReadOnlySpan<byte> bytes, Span<char> chars)
        {
            if (bytes.IsEmpty)
                return 0;

            fixed (byte* source = bytes)
            fixed (char* target = chars)
                return encoding.GetChars(source, bytes.Length, target, chars.Length);
        }
    }
}
