namespace PhoneLink;

/// <content>The variables of the company that is called.</content>
public sealed partial record CallSubject
{
    private string? OfCompany(string name) => name switch
    {
        "name" => Company?.Name,
        "dept" => Company?.Department,
        "ndep" => Words.Join(", ", Company?.Name, Company?.Department),
        "cuid" => Company?.Id,
        "numb" => Company?.Number,
        "code" => Company?.Code,
        "orgn" => Company?.OrganisationNumber,
        "cate" => Company?.Category,
        "busi" => Company?.Business,
        "cont" => Company?.OurContact,

        "cpho" => PhoneChoice.First(Company?.Phones, PhoneKind.Company)?.Value,
        "cpht" => PhoneChoice.International(PhoneChoice.First(Company?.Phones, PhoneKind.Company)),
        "cphi" => PhoneChoice.First(Company?.Phones, PhoneKind.Company)?.Id,
        "mail" => Company?.Email,
        "cwww" => Company?.Web,
        "cwnp" => Words.WithoutScheme(Company?.Web),

        "addr" => Words.First(Company?.PostalAddress?.Line1, Company?.StreetAddress?.Line1),
        "padr" => Company?.PostalAddress?.Line1,
        "pad2" => Company?.PostalAddress?.Line2,
        "pad3" => Company?.PostalAddress?.Line3,
        "city" => Company?.PostalAddress?.City,
        "zipc" => Company?.PostalAddress?.Zip,
        "stat" => Company?.PostalAddress?.State,
        "cnty" => Company?.PostalAddress?.County,
        "cszc" => Company?.PostalAddress?.CityStateZip,
        "zici" => Company?.PostalAddress?.ZipCity,
        "czip" => Company?.PostalAddress?.CountyZip,
        "sadr" => Company?.StreetAddress?.Line1,
        "sad2" => Company?.StreetAddress?.Line2,
        "sad3" => Company?.StreetAddress?.Line3,
        "scit" => Company?.StreetAddress?.City,
        "zipp" => Company?.StreetAddress?.Zip,
        "szip" => Company?.StreetAddress?.Zip,
        "ssta" => Company?.StreetAddress?.State,
        "cntr" => Company?.Country,
        "cnt?" => IfAbroad(Company?.Country, Company?.CountryCode),
        "ccid" => Company?.CountryCode,
        _ => null,
    };
}
