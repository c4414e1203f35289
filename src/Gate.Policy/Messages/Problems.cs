using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Policy.Messages;

/// <summary>Gathers what is wrong, so that the user sees everything at once.</summary>
/// <param name="file">The policy's path as the user gave it.</param>
internal sealed class Problems(string file)
{
    private readonly List<PolicyProblem> found = [];
    private readonly HashSet<IPlaced> bad = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether a problem with this very node is known; rules that build on its value then keep quiet.</summary>
    public bool IsBad(IPlaced node) => bad.Contains(node);

    /// <summary>Records that the value of a node is wrong.</summary>
    public void Add(IPlaced node, string path, string message)
    {
        bad.Add(node);
        Add(node.At, path, message, node.Source);
    }

    /// <summary>Records that something at a place is wrong.</summary>
    public void Add(Mark at, string path, string message, string? source = null)
    {
        string text = path.Length == 0 ? message : $"{path}: {message}";
        // Messages quote the file in many ways; none of them may forge a line of a log.
        found.Add(new PolicyProblem(at, Shown.OneLine(path), Shown.OneLine(source is null ? text : $"{text} (from {source})")));
    }

    /// <summary>The exception for a problem that makes reading on pointless.</summary>
    public PolicyException Fatal(Mark at, string message)
    {
        Add(at, "", message);
        return ToException();
    }

    /// <summary>The exception for a problem with the whole file.</summary>
    public PolicyException Fatal(string message) => Fatal(new Mark(1, 1), message);

    /// <summary>Throws when there is any problem.</summary>
    public void ThrowIfAny()
    {
        if (found.Count > 0) throw ToException();
    }

    // What an alias or a merge key repeats is wrong once, at the place where it is written.
    private PolicyException ToException() =>
        new(file, [.. found.DistinctBy(problem => (problem.At, Words.AfterPath(problem)))]);
}
