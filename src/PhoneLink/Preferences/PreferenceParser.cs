using System.Diagnostics.CodeAnalysis;

namespace PhoneLink;

/// <summary>Reads the text of a preference.</summary>
/// <typeparam name="T">What the text is read into.</typeparam>
/// <param name="text">The text.</param>
/// <param name="value">The value.</param>
/// <param name="error">What is wrong and where; when there is a value all the same, what was repaired first.</param>
/// <returns>Whether there is a value: with an error, one that was read after a repair.</returns>
/// <remarks>A parser is thread-safe and never throws.</remarks>
public delegate bool PreferenceParser<T>(string text, [MaybeNullWhen(false)] out T value, out ParseError error);
