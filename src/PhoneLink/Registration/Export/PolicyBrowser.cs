namespace PhoneLink.Registration;

/// <summary>Names a browser whose policies an administrator sets.</summary>
public enum PolicyBrowser
{
    /// <summary>Google Chrome, and Chromium, which reads the same file from another folder.</summary>
    Chrome,

    /// <summary>Microsoft Edge.</summary>
    Edge,

    /// <summary>Mozilla Firefox, version 90 or later.</summary>
    Firefox,
}
