using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PhoneLink.Registration.Export;

/// <summary>The policy AutoLaunchProtocolsFromOrigins: which pages may start a scheme's program without the browser's question.</summary>
/// <remarks>
/// https://chromeenterprise.google/policies/#AutoLaunchProtocolsFromOrigins,
/// https://learn.microsoft.com/deployedge/microsoft-edge-policies/autolaunchprotocolsfromorigins,
/// https://mozilla.github.io/enterprise-admin-reference/reference/policies/autolaunchprotocolsfromorigins.
/// </remarks>
internal static class BrowserPolicyText
{
    public const string Policy = "AutoLaunchProtocolsFromOrigins";

    /// <summary>Writes the file of policies that a browser reads.</summary>
    public static string WriteFile(PolicyBrowser browser, IReadOnlyList<string> schemes, IReadOnlyList<BrowserOrigin> origins) => Write(isIndented: true, writer =>
    {
        writer.WriteStartObject();
        if (browser is PolicyBrowser.Firefox)
            writer.WriteStartObject("policies");

        writer.WritePropertyName(Policy);
        WriteValue(writer, browser, schemes, origins);
        if (browser is PolicyBrowser.Firefox)
            writer.WriteEndObject();

        writer.WriteEndObject();
    }) + "\n";

    /// <summary>Writes the policy's value on one line, as the registry holds it.</summary>
    public static string WriteValue(PolicyBrowser browser, IReadOnlyList<string> schemes, IReadOnlyList<BrowserOrigin> origins) =>
        Write(isIndented: false, writer => WriteValue(writer, browser, schemes, origins));

    private static void WriteValue(Utf8JsonWriter writer, PolicyBrowser browser, IReadOnlyList<string> schemes, IReadOnlyList<BrowserOrigin> origins)
    {
        writer.WriteStartArray();
        foreach (var scheme in schemes)
        {
            writer.WriteStartObject();
            writer.WriteString("protocol", scheme);
            writer.WriteStartArray("allowed_origins");
            foreach (var origin in origins)
                writer.WriteStringValue(browser is PolicyBrowser.Firefox ? origin.Text : origin.ChromiumPattern);

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Write(bool isIndented, Action<Utf8JsonWriter> write)
    {
        // Nothing of this goes into a web page, and "web+call" stays readable.
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Indented = isIndented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            write(writer);

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
