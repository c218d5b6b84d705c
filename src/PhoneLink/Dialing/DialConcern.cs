namespace PhoneLink;

/// <summary>Says what a person should know before a call is placed.</summary>
public enum DialConcern
{
    /// <summary>A call to this number costs more than others.</summary>
    PremiumRate,

    /// <summary>It is not known what a call to this short number costs.</summary>
    UnknownCost,

    /// <summary>The number changes settings in the network instead of calling somebody.</summary>
    ServiceCode,

    /// <summary>The number is in a country that the host wants to be asked about.</summary>
    Region,

    /// <summary>The person does not want to be called.</summary>
    DoNotCall,

    /// <summary>A link asks for a call to an emergency number.</summary>
    Emergency,

    /// <summary>A policy of the host's own.</summary>
    Other,
}
