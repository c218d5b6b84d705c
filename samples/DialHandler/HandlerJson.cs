using System.Text.Json.Serialization;

namespace DialHandler;

[JsonSourceGenerationOptions(WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(HandlerSettings))]
[JsonSerializable(typeof(HandlerReport))]
internal sealed partial class HandlerJson : JsonSerializerContext;
