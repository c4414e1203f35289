namespace Gate.Models;

/// <summary>A model that knows which of its columns can change a score at all; explainers need not look at the others.</summary>
public interface IUsesFeatures
{
    /// <summary>The columns among <see cref="IModel.Features"/> that the score depends on, in the order of the features. May be
    /// empty.</summary>
    IReadOnlyList<string> UsedFeatures { get; }
}
