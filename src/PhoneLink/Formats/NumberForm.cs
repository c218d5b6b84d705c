namespace PhoneLink;

/// <summary>How links write a number: what the target of the link wants, and what the options of the format change about it.</summary>
internal sealed record NumberForm
{
    /// <summary><c>tel</c> and every scheme that is not in the table of <see cref="LinkTarget"/>.</summary>
    public static readonly NumberForm Telephone = new() { Plus = true, Local = true, Extension = true, Context = true, ServiceCodes = true };

    /// <summary>Targets that take a number and nothing else.</summary>
    public static readonly NumberForm Plain = new() { Plus = true, Local = true };

    /// <summary>The same without a plus; a global number cannot be told from a local one afterwards.</summary>
    public static readonly NumberForm Unmarked = new() { Local = true };

    /// <summary>Targets that want country code and number without plus.</summary>
    public static readonly NumberForm Bare = new();

    /// <summary>Global numbers keep their plus.</summary>
    public bool Plus { get; init; }

    /// <summary>Numbers without a country code can be written.</summary>
    public bool Local { get; init; }

    /// <summary>The extension is written as a parameter of RFC 3966.</summary>
    public bool Extension { get; init; }

    /// <summary>The context of a local number is written as a parameter of RFC 3966.</summary>
    public bool Context { get; init; }

    /// <summary>Star and hash can be written.</summary>
    public bool ServiceCodes { get; init; }

    /// <summary>What is keyed after the answer is written behind the digits.</summary>
    public bool PostDial { get; init; }

    /// <summary>The number is text as it stands on file.</summary>
    public bool IsText { get; init; }

    /// <summary>Every number of such a link is global, so that the plus can be given back.</summary>
    public bool RestoresPlus => !Plus && !Local;

    public bool HasParameters => Extension || Context;

    /// <summary>The form that a target wants, as the options change it.</summary>
    public static NumberForm For(string scheme, string? host, PhoneLinkFormatOptions options)
    {
        var form = LinkTarget.Find(scheme, host)?.Form ?? Telephone;
        form = options.NumberStyle switch
        {
            null => form,
            PhoneNumberStyle.Dialable => form with { Plus = true, Extension = false, Context = false },
            PhoneNumberStyle.Digits => form with { Plus = false, Extension = false, Context = false },
            PhoneNumberStyle.Rfc3966 => form with { Plus = true, Extension = true, Context = true },
            PhoneNumberStyle.AsWritten => new() { IsText = true },
            _ => throw new ArgumentOutOfRangeException(nameof(options), "The number style is not defined."),
        };
        return form.IsText ? form : form with
        {
            Extension = options.Extension is { } extension ? extension is NumberPart.Write : form.Extension,

            // Who takes no star and hash takes nothing that is keyed.
            PostDial = form.ServiceCodes && options.PostDial is NumberPart.Write,
        };
    }

    /// <summary>Whether a link can carry the number; what it has besides digits may be left out, the digits may not.</summary>
    public bool CanWrite(PhoneNumber number)
    {
        if (IsText)
            return ReadsBack(number);

        if (!number.IsGlobal && !Local)
            return false;

        if (number.IsPlain)
            return true;

        // A tel link may call a mere star; a link that names no digit names no number to anybody who reads it.
        var any = false;
        foreach (var c in number.Digits)
        {
            if (!char.IsAsciiDigit(c) && !(c == '+' || (ServiceCodes && c is '*' or '#')))
                return false;

            any |= char.IsAsciiDigit(c);
        }

        return any;
    }

    /// <summary>The text on file must say what is dialled; that of a link may hold letters that are digits there alone.</summary>
    private static bool ReadsBack(PhoneNumber number) => PhoneNumber.TryParse(number.Text, out var read) && read.Digits == number.Digits;
}
