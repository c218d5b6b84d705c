using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using PhoneLink;

namespace ClickToDial.Web;

/// <summary>The company and its people; an application reads them from its database.</summary>
internal sealed class AddressBook
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public AddressBook(IOptions<SampleOptions> options)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, options.Value.Contacts));
        var stored = JsonSerializer.Deserialize<StoredCompany>(file, Json) ?? throw new InvalidDataException("The file of contacts holds no company.");
        Company = new()
        {
            Name = stored.Name,
            Business = stored.Business,
            Web = stored.Web,
            StreetAddress = new() { Line1 = stored.Street, Zip = stored.Zip, City = stored.City },
            Phones = stored.Phones,
        };
        People = [.. stored.People.Select(person => new CallSubject { Person = person, Company = Company with { Phones = [] } })];
    }

    public SubjectCompany Company { get; }

    /// <summary>Each with the company's name for the link, but without its telephones: those are on its card.</summary>
    public IReadOnlyList<CallSubject> People { get; }

    private sealed record StoredCompany
    {
        public string Name { get; init; } = "";

        public string? Business { get; init; }

        public string? Web { get; init; }

        public string? Street { get; init; }

        public string? Zip { get; init; }

        public string? City { get; init; }

        public IReadOnlyList<PhoneEntry> Phones { get; init; } = [];

        public IReadOnlyList<SubjectPerson> People { get; init; } = [];
    }
}
