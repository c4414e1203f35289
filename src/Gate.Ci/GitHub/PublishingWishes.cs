namespace Gate.Ci.GitHub;

/// <summary>When a comment is written.</summary>
public enum CommentWish
{
    /// <summary>Where there is something to say: not for a plain pass, unless there is a comment already.</summary>
    Auto,

    /// <summary>Always.</summary>
    Always,

    /// <summary>Never.</summary>
    Never,
}

/// <summary>What a commit is given.</summary>
public enum CheckWish
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A check run with annotations.</summary>
    Check,

    /// <summary>A commit status.</summary>
    Status,
}

/// <summary>Whether scheduled runs have an issue.</summary>
public enum IssueWish
{
    /// <summary>None.</summary>
    Never,

    /// <summary>One that a failed or undecided run opens, later ones write anew, and one that passes closes.</summary>
    Auto,
}

/// <summary>What is to be published.</summary>
public sealed record PublishingWishes
{
    /// <summary>When a comment is written.</summary>
    public CommentWish Comment { get; init; }

    /// <summary>What the commit is given.</summary>
    public CheckWish Check { get; init; }

    /// <summary>Whether scheduled runs have an issue.</summary>
    public IssueWish Issue { get; init; }

    /// <summary>The repository as <c>owner/name</c>; null for the workflow's.</summary>
    public string? Repository { get; init; }

    /// <summary>The pull request; null for the event's.</summary>
    public int? PullRequest { get; init; }

    /// <summary>Who writes with the token; null to ask GitHub.</summary>
    public string? Author { get; init; }
}
