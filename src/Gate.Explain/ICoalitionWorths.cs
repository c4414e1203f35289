namespace Gate.Explain;

/// <summary>
/// What coalitions of columns are worth in explained rows: the mean over the background of what a model says of rows that have the
/// coalition's columns from the explained row and all others from the background.
/// </summary>
internal interface ICoalitionWorths
{
    /// <summary>The worths for some of the explained rows: rows × coalitions × outputs.</summary>
    /// <param name="first">The first of the rows.</param>
    /// <param name="count">How many.</param>
    /// <param name="coalitions">Whether each player is in.</param>
    double[] Of(int first, int count, bool[][] coalitions);
}
