namespace Gate.Models;

/// <summary>A model whose margin is an intercept and what each raw column adds to it, whatever its score makes of the margin: for
/// explainers that read coefficients.</summary>
public interface ILinearMargin : IMarginModel, IReadsFeatures
{
    /// <summary>What each column adds, in the order of <see cref="IModel.Inputs"/>; columns that add nothing are left out.</summary>
    IReadOnlyList<LinearTerm> Terms { get; }

    /// <summary>Where each output starts. One output is the value, or the log-odds of the second class.</summary>
    IReadOnlyList<double> Intercepts { get; }

    /// <summary>The codes of the classes that training had, in the order of the outputs; empty for regression.</summary>
    IReadOnlyList<int> TrainedClasses { get; }
}

/// <summary>A linear model through and through: one output is the value that <see cref="Link"/> makes of it, or the log-odds of the second
/// class; several are a softmax. For writing it in another format.</summary>
public interface ILinearModel : ILinearMargin
{
    /// <summary>What becomes of the sum of a regression: <see cref="LinkKind.Identity"/>, or <see cref="LinkKind.Exp"/> of
    /// counts.</summary>
    OutputLink Link { get; }
}

/// <summary>What one raw column adds to the margins of a linear model.</summary>
/// <param name="Input">The index of the column in <see cref="IModel.Inputs"/>.</param>
/// <param name="Mean">For a number: what stands in for a missing one; 0 for a category.</param>
/// <param name="Coefficients">For a number: one an output, by which it is multiplied. For a category: one for each level and output, level
/// after level; a level that training did not have adds nothing.</param>
public sealed record LinearTerm(int Input, double Mean, IReadOnlyList<double> Coefficients);
