using PhoneLink.Registration.Windows;

namespace PhoneLink.Registration.Export;

/// <summary>The file by which an administrator chooses default programs (https://learn.microsoft.com/windows-hardware/manufacture/desktop/export-or-import-default-application-associations).</summary>
internal static class DefaultAssociationsText
{
    public static string Write(IEnumerable<ProtocolRegistration> registrations) => Utf8Xml.Write(writer =>
    {
        writer.WriteStartElement("DefaultAssociations");
        foreach (var registration in registrations)
        {
            writer.WriteStartElement("Association");
            writer.WriteAttributeString("Identifier", registration.Scheme);
            writer.WriteAttributeString("ProgId", WindowsKeys.ProgIdOf(registration));
            writer.WriteAttributeString("ApplicationName", registration.Product);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    });
}
