namespace PhoneLink.Benchmarks.Contenders;

/// <summary>What a link of the five holes says; of a <c>tel:</c> link the number alone.</summary>
internal sealed record LinkParts(string Number, string? Person = null, string? Company = null, string? User = null, string? Id = null);
