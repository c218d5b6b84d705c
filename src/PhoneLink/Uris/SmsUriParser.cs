namespace PhoneLink;

/// <summary>Takes an <c>sms:</c> link apart (RFC 5724 §2.2): recipients at commas, fields at ampersands.</summary>
internal static class SmsUriParser
{
    private const int MaxRecipients = 100;
    private const int MaxFields = 32;

    /// <summary>How older phones had the text written; no parameter of a number has this name.</summary>
    private static readonly string[] BodyHabits = ["&body=", ";body="];

    public static SmsUri? FromRest(ReadOnlySpan<char> link, ReadOnlySpan<char> rest, ref RepairList repairs, out ParseError error)
    {
        error = UriText.FirstError(rest, repairs.Offset);
        if (error.Kind is not ParseErrorKind.None)
            return null;

        var fieldsAt = FindFields(rest, ref repairs, out error);
        if (error.Kind is not ParseErrorKind.None)
            return null;

        var fields = new List<UriParameter>();
        var people = fieldsAt < 0 ? rest : rest.Slice(0, fieldsAt);
        if (ReadRecipients(people, ref repairs, out error) is not { } recipients
            || (fieldsAt >= 0 && !ReadFields(rest.Slice(fieldsAt + 1), fieldsAt + 1, fields, ref repairs, out error)))
            return null;

        return new(link.ToString(), recipients, fields, repairs.ToList());
    }

    /// <summary>Finds where the fields start; -1 when there are none.</summary>
    private static int FindFields(ReadOnlySpan<char> rest, ref RepairList repairs, out ParseError error)
    {
        error = default;
        var question = rest.IndexOf('?');
        if (question >= 0)
            return question;

        foreach (var habit in BodyHabits)
        {
            var index = rest.IndexOf(habit.AsSpan(), StringComparison.OrdinalIgnoreCase);
            if (index < 0)
                continue;

            if (!repairs.Allow(ParseErrorKind.UnexpectedQuery, index))
                error = repairs.Error(ParseErrorKind.InvalidCharacter, index);

            return index;
        }

        return -1;
    }

    private static List<TelUri>? ReadRecipients(ReadOnlySpan<char> text, ref RepairList repairs, out ParseError error)
    {
        error = default;
        var recipients = new List<TelUri>();
        var offset = repairs.Offset;
        foreach (var recipient in new UriPieces(text, ',', offset))
        {
            repairs.Offset = recipient.Position;
            if (recipients.Count == MaxRecipients)
            {
                error = repairs.Error(ParseErrorKind.TooLong, 0);
                return null;
            }

            // An empty place between commas, or an escaped comma, is nobody.
            if (TelephoneSubscriber.Read(recipient.Text, ref repairs, out error) is not { } subscriber)
                return null;

            recipients.Add(TelUri.OfSubscriber(recipient.Text, subscriber));
        }

        repairs.Offset = offset;
        return recipients;
    }

    private static bool ReadFields(ReadOnlySpan<char> text, int position, List<UriParameter> fields, ref RepairList repairs, out ParseError error)
    {
        error = default;
        foreach (var field in new UriPieces(text, '&', position))
        {
            if (ReadField(field.Text, fields, ref repairs, field.Position) || repairs.Allow(ParseErrorKind.InvalidParameter, field.Position))
                continue;

            error = repairs.Error(ParseErrorKind.InvalidParameter, field.Position);
            return false;
        }

        return true;
    }

    /// <summary>RFC 5724 §2.2: names and values are unreserved characters and escapes; a raw plus is none, and no space either.</summary>
    private static bool ReadField(ReadOnlySpan<char> field, List<UriParameter> fields, ref RepairList repairs, int position)
    {
        var equals = field.IndexOf('=');
        if (equals <= 0 || fields.Count == MaxFields)
            return false;

        var name = UriText.Decode(field.Slice(0, equals)).ToLowerInvariant();
        if (UriParameter.Find(fields, name) is not null)
            return false;

        var value = field.Slice(equals + 1);
        if (!IsPlain(field.Slice(0, equals)) || (!IsPlain(value) && !repairs.Allow(ParseErrorKind.InvalidCharacter, position)))
            return false;

        fields.Add(new(name, value.ToString()));
        return true;
    }

    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
            if (!UriSyntax.IsUnreserved(text[i]) && UriSyntax.EscapedOctet(text, i) < 0)
                return false;

        return true;
    }
}
