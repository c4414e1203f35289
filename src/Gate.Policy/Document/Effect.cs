namespace Gate.Policy.Document;

/// <summary>What a condition is decided on.</summary>
public enum DecideOn
{
    /// <summary>The interval, where one exists.</summary>
    Interval,

    /// <summary>The estimate alone.</summary>
    Point,
}

/// <summary>What an undecided or undefined condition, or one that had to leave out a group, does to the run.</summary>
public enum Effect
{
    /// <summary>The run is inconclusive (exit code 2): the default for an inconclusive condition.</summary>
    Inconclusive,

    /// <summary>The run fails.</summary>
    Fail,

    /// <summary>The run warns.</summary>
    Warn,

    /// <summary>Nothing.</summary>
    Pass,
}

/// <summary>What is said of a bound that cannot fail, or that a bad model passes as well as a good one.</summary>
public enum VacuousSpec
{
    /// <summary>It is taken for a slip: the policy is refused.</summary>
    Refused,

    /// <summary>It is meant.</summary>
    Allowed,
}

/// <summary>What is said of a waiver of a locked condition.</summary>
public enum LockWaivers
{
    /// <summary>It is an error.</summary>
    Refused,

    /// <summary>It lets the failure through, as that of any condition.</summary>
    Allowed,
}

/// <summary>How much weight a condition has.</summary>
public enum Level
{
    /// <summary>A violated condition fails the run.</summary>
    Enforce,

    /// <summary>A violated condition warns.</summary>
    Warn,

    /// <summary>The metric is only reported.</summary>
    Inform,
}
