namespace Gate.Evaluation.Results;

/// <summary>The candidate as a page can score with it, and where to start. Only where the policy lets the model into the report.</summary>
/// <param name="Kind"><c>trees</c> or <c>linear</c>.</param>
/// <param name="Output">What the score is of: the positive class, or <c>prediction</c>.</param>
/// <param name="Negative">The other class; null of a regression.</param>
/// <param name="Threshold">From this score on the positive class is predicted; null of a regression.</param>
/// <param name="Base">What the margin starts from.</param>
/// <param name="Link">From margin to score: <c>identity</c>, <c>logistic</c>, <c>exp</c>, <c>signed_square</c> or
/// <c>log_one_plus_exp</c>; of several classes also <c>softmax</c>, <c>logistic_shares</c> (each one's logistic over their sum) or
/// <c>shares</c> (each over their sum).</param>
/// <param name="Scale">The factor of a logistic link.</param>
/// <param name="Rule">What trees do to values first: <c>exact</c>, <c>single</c> or <c>tiny_is_zero</c>.</param>
/// <param name="Expected">The margin that SHAP values start from.</param>
/// <param name="Inputs">The columns that the model reads and uses.</param>
/// <param name="Trees">Its trees.</param>
/// <param name="Terms">Its linear terms.</param>
/// <param name="Starts">Rows to start from: medians and commonest values of all test rows and of groups; no row of the data.</param>
public sealed record WhatIfFacts(string Kind, string Output, string? Negative, double? Threshold, double Base, string Link, double Scale,
    string Rule, double Expected, IReadOnlyList<WhatIfInput> Inputs, IReadOnlyList<WhatIfTree> Trees, IReadOnlyList<WhatIfTerm> Terms,
    IReadOnlyList<WhatIfStart> Starts)
{
    /// <summary>Of several classes each one's margin; else empty. The class with the largest score is predicted, and <c>output</c>,
    /// <c>base</c> and <c>expected</c> are those of the first.</summary>
    public IReadOnlyList<WhatIfClass> Classes { get; init => field = value ?? []; } = [];

    /// <summary>What is made of the score that the link gives: one, or of several classes one each, whose probabilities are divided by
    /// their sum; empty for nothing, and in results of versions that had none.</summary>
    public IReadOnlyList<WhatIfCalibration> Calibrations { get; init => field = value ?? []; } = [];
}

/// <summary>A map from a score to a probability.</summary>
/// <param name="Method"><c>sigmoid</c> or <c>isotonic</c>.</param>
/// <param name="Slope">Of a sigmoid what the score is multiplied by before the logistic function.</param>
/// <param name="Intercept">Of a sigmoid what is added.</param>
/// <param name="OnLogOdds">Of a sigmoid whether the score's log-odds are taken, at least 1e-12 from 0 and 1.</param>
/// <param name="Scores">Of an isotonic curve the scores of its points, rising; between them lies a straight line.</param>
/// <param name="Probabilities">The probabilities of its points.</param>
public sealed record WhatIfCalibration(string Method, double Slope, double Intercept, bool OnLogOdds, IReadOnlyList<double> Scores,
    IReadOnlyList<double> Probabilities);

/// <summary>One of several classes.</summary>
/// <param name="Name">The class.</param>
/// <param name="Base">What its margin starts from.</param>
/// <param name="Expected">The margin that its SHAP values start from.</param>
public sealed record WhatIfClass(string Name, double Base, double Expected);

/// <summary>A column that may be changed.</summary>
/// <param name="Name">The column.</param>
/// <param name="Type"><c>number</c>, <c>boolean</c>, <c>date</c> or <c>category</c>.</param>
/// <param name="Levels">Of a category its levels, in the order of their codes; else empty.</param>
/// <param name="Missing">The code of a missing value; null where that is not a number.</param>
/// <param name="Low">The smallest number among the test rows; null for a category.</param>
/// <param name="High">The largest.</param>
public sealed record WhatIfInput(string Name, string Type, IReadOnlyList<string> Levels, double? Missing, double? Low, double? High);

/// <summary>A tree: one entry a node, the root is 0; a leaf has -1 as its children.</summary>
/// <param name="Feature">The input that parts the node; -1 for a leaf.</param>
/// <param name="Threshold">At most this goes left.</param>
/// <param name="Levels">For a category the codes that go left; empty for other nodes.</param>
/// <param name="MissingLeft">Whether what is missing goes left.</param>
/// <param name="Rule">What is missing: 0 missing values, 1 none (they count as 0), 2 missing values and 0; 3 for a category, which
/// <paramref name="Levels"/> part.</param>
/// <param name="Left">The node on the left.</param>
/// <param name="Right">The node on the right.</param>
/// <param name="Value">What a leaf adds to the margin.</param>
/// <param name="Cover">The training rows of the node.</param>
public sealed record WhatIfTree(IReadOnlyList<int> Feature, IReadOnlyList<double> Threshold, IReadOnlyList<IReadOnlyList<int>> Levels,
    IReadOnlyList<bool> MissingLeft, IReadOnlyList<int> Rule, IReadOnlyList<int> Left, IReadOnlyList<int> Right,
    IReadOnlyList<double> Value, IReadOnlyList<double> Cover)
{
    /// <summary>Of several classes the one whose margin it adds to, by its place.</summary>
    public int Class { get; init; }
}

/// <summary>What one column adds to a linear margin.</summary>
/// <param name="Input">The input.</param>
/// <param name="Missing">For a number: what stands in for a missing one.</param>
/// <param name="Coefficients">For a number one, for a category one for each level.</param>
/// <param name="Expected">What it adds on average over the background.</param>
public sealed record WhatIfTerm(int Input, double Missing, IReadOnlyList<double> Coefficients, double Expected)
{
    /// <summary>Of several classes the one whose margin it adds to, by its place.</summary>
    public int Class { get; init; }
}

/// <summary>A row to start from, which no row of the data need be.</summary>
/// <param name="Name">What it is the middle of: <c>all test rows</c>, or a group.</param>
/// <param name="Rows">How many rows it is the middle of.</param>
/// <param name="Values">The values of the inputs as the model numbers them; 0 where missing.</param>
/// <param name="Missing">The inputs whose value is missing, by index.</param>
/// <param name="Score">The score, as Gate computes it: the page holds its own against it.</param>
/// <param name="Contributions">SHAP values of the inputs on the margin, as Gate computes them.</param>
public sealed record WhatIfStart(string Name, long Rows, IReadOnlyList<double> Values, IReadOnlyList<int> Missing, double Score,
    IReadOnlyList<double> Contributions)
{
    /// <summary>Of several classes each one's score and contributions; else empty.</summary>
    public IReadOnlyList<WhatIfClassStart> Classes { get; init => field = value ?? []; } = [];
}

/// <summary>What Gate computes of a starting row for one of several classes.</summary>
/// <param name="Score">The score.</param>
/// <param name="Contributions">SHAP values of the inputs on the margin.</param>
public sealed record WhatIfClassStart(double Score, IReadOnlyList<double> Contributions);
