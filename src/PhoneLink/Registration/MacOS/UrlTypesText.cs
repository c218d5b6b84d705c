using System.Xml;
using PhoneLink.Registration.Export;

namespace PhoneLink.Registration.MacOS;

/// <summary>The declaration of schemes in a bundle's Info.plist (https://developer.apple.com/documentation/bundleresources/information-property-list/cfbundleurltypes).</summary>
internal static class UrlTypesText
{
    public static string Write(IEnumerable<ProtocolRegistration> registrations) => Utf8Xml.Write(writer =>
    {
        writer.WriteDocType("plist", "-//Apple//DTD PLIST 1.0//EN", "http://www.apple.com/DTDs/PropertyList-1.0.dtd", null);
        writer.WriteStartElement("plist");
        writer.WriteAttributeString("version", "1.0");
        writer.WriteStartElement("dict");
        writer.WriteElementString("key", "CFBundleURLTypes");
        writer.WriteStartElement("array");
        foreach (var registration in registrations)
            Write(writer, registration);

        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    });

    private static void Write(XmlWriter writer, ProtocolRegistration registration)
    {
        writer.WriteStartElement("dict");
        writer.WriteElementString("key", "CFBundleURLName");
        writer.WriteElementString("string", registration.ApplicationId);
        writer.WriteElementString("key", "CFBundleTypeRole");
        writer.WriteElementString("string", "Viewer");
        writer.WriteElementString("key", "CFBundleURLSchemes");
        writer.WriteStartElement("array");
        writer.WriteElementString("string", registration.Scheme);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
