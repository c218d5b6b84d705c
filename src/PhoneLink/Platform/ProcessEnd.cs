namespace PhoneLink;

/// <summary>What became of a program within its time limit.</summary>
internal enum ProcessEnd
{
    /// <summary>The system refused to start it: nothing ran.</summary>
    NotStarted,

    /// <summary>It runs still.</summary>
    StillRunning,

    /// <summary>It ended, with an exit code.</summary>
    Exited,
}
