namespace PhoneLink;

/// <content>The variables of the company for which the caller works.</content>
public sealed partial record CallSubject
{
    private string? OfOwnCompany(string name) => name switch
    {
        "onam" => OwnCompany?.Name,
        "odep" => Words.First(Sender?.Department, OwnCompany?.Department),
        "owid" => OwnCompany?.Id,
        "oorg" => OwnCompany?.OrganisationNumber,

        "opho" => PhoneChoice.First(OwnCompany?.Phones, PhoneKind.Company)?.Value,
        "ophi" => PhoneChoice.International(PhoneChoice.First(OwnCompany?.Phones, PhoneKind.Company)),
        "ofax" => PhoneChoice.First(OwnCompany?.Phones, PhoneKind.CompanyFax)?.Value,
        "oema" => OwnCompany?.Email,
        "owww" => OwnCompany?.Web,
        "ownp" => Words.WithoutScheme(OwnCompany?.Web),

        "opad" => OwnCompany?.PostalAddress?.Line1,
        "opa2" => OwnCompany?.PostalAddress?.Line2,
        "opa3" => OwnCompany?.PostalAddress?.Line3,
        "ocit" => OwnCompany?.PostalAddress?.City,
        "ozip" => OwnCompany?.PostalAddress?.Zip,
        "osta" => OwnCompany?.PostalAddress?.State,
        "ocnt" => OwnCompany?.PostalAddress?.County,
        "ocsz" => OwnCompany?.PostalAddress?.CityStateZip,
        "oczi" => OwnCompany?.PostalAddress?.CountyZip,
        "osad" => OwnCompany?.StreetAddress?.Line1,
        "osct" => OwnCompany?.StreetAddress?.City,
        "oszi" => OwnCompany?.StreetAddress?.Zip,
        "ocnr" => OwnCompany?.Country,
        "ocid" => OwnCompany?.CountryCode,
        _ => null,
    };
}
