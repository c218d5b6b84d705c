using System.Diagnostics.CodeAnalysis;

namespace PhoneLink;

/// <summary>Reads the text of a preference.</summary>
/// <typeparam name="T">What the text is read into.</typeparam>
/// <param name="text">The text.</param>
/// <param name="value">The value.</param>
/// <param name="error">What is wrong and where.</param>
/// <returns>Whether the text is a value.</returns>
/// <remarks>A parser is thread-safe and never throws.</remarks>
public delegate bool PreferenceParser<T>(string text, [MaybeNullWhen(false)] out T value, out ParseError error);
