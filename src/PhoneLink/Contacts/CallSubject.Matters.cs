namespace PhoneLink;

/// <content>The variables of what a call is about: project, sale, appointment, document.</content>
public sealed partial record CallSubject
{
    private string? OfMatters(string name) => name switch
    {
        "prid" => Project?.Id,
        "pnum" => Project?.Number,
        "pnam" => Project?.Name,
        "plea" => Project?.Manager,
        "ptyp" => Project?.Type,
        "psta" => Project?.Status,
        "pwww" => Project?.Web,
        "pwnp" => Words.WithoutScheme(Project?.Web),

        "said" => Sale?.Id,
        "sanu" => Sale?.Number,
        "sati" => Sale?.Title,
        "saau" => Sale?.Owner,
        "saty" => Sale?.Type,
        "satu" => Sale?.Status,
        "sast" => Sale?.Stage,

        "baid" => Appointment?.Id,
        "apid" => Appointment?.Id,
        "binl" => Appointment?.Title,
        "btyp" => Appointment?.Type,
        "bloc" => Appointment?.Location,
        "bown" => Appointment?.Owner,
        "bema" => Appointment?.OwnerEmail,
        "bsda" => SubjectAppointment.Date(Appointment?.Start),
        "bsti" => SubjectAppointment.Time(Appointment?.Start),
        "beda" => SubjectAppointment.Date(Appointment?.End),
        "beti" => SubjectAppointment.Time(Appointment?.End),
        "btzv" => SubjectAppointment.Date(Appointment?.Start?.ToUniversalTime()),
        "btzw" => SubjectAppointment.Time(Appointment?.Start?.ToUniversalTime()),
        "btzx" => SubjectAppointment.Date(Appointment?.End?.ToUniversalTime()),
        "btzy" => SubjectAppointment.Time(Appointment?.End?.ToUniversalTime()),
        "bcon" => Appointment is null ? null : Company?.Name,
        "bper" => Appointment is null ? null : Person?.Name,
        "bpro" => Appointment is null ? null : Project?.Name,

        "doid" => Document?.Id,
        "snum" => Document?.Number,
        "head" => Document?.Title,
        "file" => Document?.FileName,
        "oref" => Document?.OurReference,
        "yref" => Document?.YourReference,
        _ => null,
    };
}
