using System.Text;

namespace PhoneLink;

/// <summary>Finds the value of an enumeration by its name in ASCII, without making a string of it.</summary>
internal sealed class AsciiNames<T>
    where T : struct, Enum
{
    private readonly (byte[] Name, T Value)[] _names = Array.ConvertAll(Values, static value => (Encoding.ASCII.GetBytes(value.ToString()), value));

#if NET
    private static T[] Values => Enum.GetValues<T>();
#else
    private static T[] Values => (T[])Enum.GetValues(typeof(T));
#endif

    public bool TryFind(ReadOnlySpan<byte> name, out T value)
    {
        foreach (var (known, found) in _names)
            if (name.SequenceEqual(known))
            {
                value = found;
                return true;
            }

        value = default;
        return false;
    }
}
