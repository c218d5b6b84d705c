namespace PhoneLink;

/// <summary>Says what becomes of the plus of a global number.</summary>
public enum PlusPolicy
{
    /// <summary>As the rest of the plan wants it: numbers are dialled with the plus when there is no outside line prefix, else without.</summary>
    Automatic,

    /// <summary>Global numbers are dialled with the plus, and no prefix stands before it.</summary>
    Keep,

    /// <summary>Numbers are dialled as from a desk telephone: at home in the national form, abroad with the international prefix.</summary>
    Replace,
}
