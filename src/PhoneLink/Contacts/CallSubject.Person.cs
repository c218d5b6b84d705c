namespace PhoneLink;

/// <content>The variables of the person who is called.</content>
public sealed partial record CallSubject
{
    private string? OfPerson(string name) => name switch
    {
        "attn" => Person?.Name,
        "atfn" => Person?.FirstName,
        "atmn" => Person?.MiddleName,
        "atm?" => Person?.MiddleName,
        "atln" => Person?.LastName,
        "atin" => Words.Initial(Person?.FirstName),
        "ati." => Words.Initial(Person?.FirstName) is { } initial ? initial + "." : null,
        "atmr" => Person?.Honorific,
        "asal" => Person?.AcademicTitle,
        "salu" => Person?.Salutation,
        "atti" => Person?.Title,
        "atpo" => Person?.Position,
        "adep" => Person?.Department,
        "acat" => Person?.Category,
        "abus" => Person?.Business,
        "atid" => Person?.Id,
        "anum" => Person?.Number,

        "phon" => DirectOrCompany?.Value,
        "phot" => PhoneChoice.International(DirectOrCompany),
        "phoi" => DirectOrCompany?.Id,
        "pho2" => (PhoneChoice.Second(Person?.Phones, PhoneKind.PersonDirect) ?? PhoneChoice.Second(Company?.Phones, PhoneKind.Company))?.Value,
        "faxn" => FaxOrCompanyFax?.Value,
        "faxs" => PhoneChoice.DigitsOnly(FaxOrCompanyFax),
        "faxi" => FaxOrCompanyFax?.Id,
        "apho" => PhoneOf(PhoneKind.PersonDirect)?.Value,
        "apht" => PhoneChoice.International(PhoneOf(PhoneKind.PersonDirect)),
        "aphi" => PhoneOf(PhoneKind.PersonDirect)?.Id,
        "atpc" => PhoneOf(PhoneKind.PersonMobile)?.Value,
        "atpm" => PhoneChoice.International(PhoneOf(PhoneKind.PersonMobile)),
        "atpi" => PhoneOf(PhoneKind.PersonMobile)?.Id,
        "atph" => PhoneOf(PhoneKind.PersonPrivate)?.Value,
        "atpt" => PhoneChoice.International(PhoneOf(PhoneKind.PersonPrivate)),
        "atpj" => PhoneOf(PhoneKind.PersonPrivate)?.Id,
        "atpp" => PhoneOf(PhoneKind.PersonOther)?.Value,
        "atpl" => PhoneChoice.International(PhoneOf(PhoneKind.PersonOther)),
        "atpk" => PhoneOf(PhoneKind.PersonOther)?.Id,
        "atfa" => PhoneOf(PhoneKind.PersonFax)?.Value,
        "atfi" => PhoneOf(PhoneKind.PersonFax)?.Id,
        "avoa" => PhoneOf(PhoneKind.Internet)?.Value,
        "avoi" => PhoneOf(PhoneKind.Internet)?.Id,
        "avos" => PhoneOf(PhoneKind.Internet)?.Label,

        "amai" => Person?.Email,
        "atem" => Words.First(Person?.Email, Company?.Email),
        "awww" => Person?.Web,
        "awnp" => Words.WithoutScheme(Person?.Web),

        "apad" => Person?.Address?.Line1,
        "apa2" => Person?.Address?.Line2,
        "apa3" => Person?.Address?.Line3,
        "acit" => Person?.Address?.City,
        "azip" => Person?.Address?.Zip,
        "asta" => Person?.Address?.State,
        "acnt" => Person?.Address?.County,
        "acsz" => Person?.Address?.CityStateZip,
        "actr" => Person?.Country,
        "act?" => IfAbroad(Person?.Country, Person?.CountryCode),
        "acid" => Person?.CountryCode,
        _ => null,
    };

    private PhoneEntry? DirectOrCompany => PhoneOf(PhoneKind.PersonDirect) ?? PhoneChoice.First(Company?.Phones, PhoneKind.Company);

    private PhoneEntry? FaxOrCompanyFax => PhoneOf(PhoneKind.PersonFax) ?? PhoneChoice.First(Company?.Phones, PhoneKind.CompanyFax);

    private PhoneEntry? PhoneOf(PhoneKind kind) => PhoneChoice.First(Person?.Phones, kind);

    /// <summary>A country where it is not the caller's, or where nobody knows that; told by the codes where both are known.</summary>
    private string? IfAbroad(string? country, string? code)
    {
        var (own, ownCode) = Words.First(Sender?.CountryCode, Sender?.Country) is not null
            ? (Sender!.Country, Sender.CountryCode)
            : (OwnCompany?.Country, OwnCompany?.CountryCode);
        var isSame = string.IsNullOrWhiteSpace(code) || string.IsNullOrWhiteSpace(ownCode)
            ? string.Equals(country?.Trim(), own?.Trim(), StringComparison.OrdinalIgnoreCase)
            : string.Equals(code!.Trim(), ownCode!.Trim(), StringComparison.OrdinalIgnoreCase);
        return isSame ? null : country;
    }
}
