namespace Gate.Data;

/// <summary>A column of a csv file that was read as numbers with a decimal point, and in which the point may stand between thousands:
/// its values are whole numbers below 1,000 as they are and numbers with exactly three digits behind a point, such as <c>950</c> beside
/// <c>1.234</c>, and nothing else.</summary>
/// <param name="Pointed">The rows that have a point and three digits.</param>
/// <param name="Plain">The rows of a whole number below 1,000, other than 0.</param>
/// <param name="Example">The first value with a point, as the file writes it.</param>
/// <param name="PlainIsLarger">Whether the largest whole number is larger than all with a point, read as decimals: then the same
/// quantity would hardly be written in both ways.</param>
public sealed record PointedThousands(long Pointed, long Plain, string Example, bool PlainIsLarger);
