namespace PhoneLink;

/// <content>The variables of whoever calls: as a person, and as a user who is logged in.</content>
public sealed partial record CallSubject
{
    private string? OfSender(string name) => name switch
    {
        "auth" => Sender?.Name,
        "aumr" => Sender?.Honorific,
        "auac" => Sender?.AcademicTitle,
        "atit" => Sender?.Title,
        "aupo" => Sender?.Position,
        "auid" => Sender?.Id,
        "aunm" => Sender?.Number,

        "user" => Words.First(UserName, UserId),
        "alid" => Words.First(UserName, UserId),
        "alun" => UserName,
        "usid" => UserId,
        "aaid" => UserId,
        "uctx" => TenantId,
        "usfn" => Sender?.FirstName,
        "usmn" => Sender?.MiddleName,
        "usln" => Sender?.LastName,
        "usem" => Sender?.Email,

        "audp" => SenderPhone(PhoneKind.PersonDirect)?.Value,
        "audl" => PhoneChoice.International(SenderPhone(PhoneKind.PersonDirect)),
        "aupc" => SenderPhone(PhoneKind.PersonMobile)?.Value,
        "aupm" => PhoneChoice.International(SenderPhone(PhoneKind.PersonMobile)),
        "auph" => SenderPhone(PhoneKind.PersonPrivate)?.Value,
        "aupl" => PhoneChoice.International(SenderPhone(PhoneKind.PersonPrivate)),
        "aupp" => SenderPhone(PhoneKind.PersonOther)?.Value,
        "aupt" => PhoneChoice.International(SenderPhone(PhoneKind.PersonOther)),
        "audf" => SenderPhone(PhoneKind.PersonFax)?.Value,
        "audi" => PhoneChoice.International(SenderPhone(PhoneKind.PersonFax)),
        "auvo" => SenderPhone(PhoneKind.Internet)?.Value,
        "auvi" => SenderPhone(PhoneKind.Internet)?.Id,
        "auvs" => SenderPhone(PhoneKind.Internet)?.Label,

        "auem" => Sender?.Email,
        "auww" => Sender?.Web,
        "auwn" => Words.WithoutScheme(Sender?.Web),

        "aup1" => Sender?.Address?.Line1,
        "aup2" => Sender?.Address?.Line2,
        "aup3" => Sender?.Address?.Line3,
        "auci" => Sender?.Address?.City,
        "auzi" => Sender?.Address?.Zip,
        "aust" => Sender?.Address?.State,
        "aucy" => Sender?.Address?.County,
        "aucs" => Sender?.Address?.CityStateZip,
        "aucn" => Sender?.Country,
        _ => null,
    };

    private PhoneEntry? SenderPhone(PhoneKind kind) => PhoneChoice.First(Sender?.Phones, kind);
}
