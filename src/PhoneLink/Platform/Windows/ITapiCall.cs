namespace PhoneLink;

/// <summary>One of the two forms of <c>tapiRequestMakeCall</c>: with Unicode text, or with text of the ANSI code page.</summary>
internal interface ITapiCall
{
    /// <summary>Gets how many bytes a unit has in which the lengths of fields are counted.</summary>
    int UnitSize { get; }

    /// <summary>Encodes a text that is not empty, without a null behind it; null when a character would be lost.</summary>
    byte[]? Encode(string text);

    /// <summary>Asks for a call; blocks until the telephony service has answered.</summary>
    /// <param name="address">What to dial.</param>
    /// <param name="application">Who asks, or null.</param>
    /// <param name="calledParty">Who is called, or null.</param>
    /// <param name="comment">A comment, or null.</param>
    /// <returns>A code of <see cref="TapiCodes"/>.</returns>
    int Request(byte[] address, byte[]? application, byte[]? calledParty, byte[]? comment);
}
