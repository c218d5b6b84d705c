namespace PhoneLink;

/// <summary>Who owns a file, and how many names it has.</summary>
/// <param name="UserId">The owner's user id.</param>
/// <param name="Links">The number of hard links.</param>
internal readonly record struct FileIdentity(uint UserId, uint Links);
