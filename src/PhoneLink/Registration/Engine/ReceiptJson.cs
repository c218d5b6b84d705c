using System.Text.Json.Serialization;

namespace PhoneLink.Registration.Engine;

/// <summary>Reads and writes receipts without reflection; unknown and missing members are refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ReceiptDocument))]
internal sealed partial class ReceiptJson : JsonSerializerContext;
