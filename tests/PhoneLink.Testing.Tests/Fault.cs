namespace PhoneLink.Tests.Testing;

/// <summary>The point in which a provider is wrong.</summary>
internal enum Fault
{
    None,
    TakesNull,
    GivesNothing,
    ClaimsNoHangUp,
    AnswersForAnother,
    DialsTwice,
    DoesNothing,
    DeniesTheCall,
    IgnoresTheToken,
    IgnoresDryRun,
    PlacesAnyway,
    ForgetsIds,
    MixesAnswers,
    DialsForStatus,
    ClaimsWithoutBackEnd,
    EndsTwice,
    SkipsNumbers,
    GoesBack,
    NeverEnds,
    ForgetsLateReaders,
    HoldsReaders,
    HangsUpTheOther,
    KnowsEveryCall,
    LeavesStreamsOpen,
    SplitsLines,
    TellsTheNumber,
}
