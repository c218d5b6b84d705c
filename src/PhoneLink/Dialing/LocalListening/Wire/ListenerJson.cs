using System.Text.Json.Serialization;

namespace PhoneLink;

/// <summary>Reads and writes what is in frames without reflection; unknown, missing and doubled members are refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 4)]
[JsonSerializable(typeof(DialOrder))]
[JsonSerializable(typeof(RefusedOrder))]
[JsonSerializable(typeof(DialAnswer))]
[JsonSerializable(typeof(CallNews))]
[JsonSerializable(typeof(CallReference))]
[JsonSerializable(typeof(HangUpAnswer))]
[JsonSerializable(typeof(StatusAnswer))]
internal sealed partial class ListenerJson : JsonSerializerContext;
