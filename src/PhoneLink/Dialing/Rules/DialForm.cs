namespace PhoneLink;

/// <summary>A number as a location dials it, with the line that it wants.</summary>
internal readonly record struct DialForm(string Line, string Digits, string Note)
{
    public bool Warns { get; init; }
}
