using Gate.Data.Numerics;
using Gate.Data.Randomness;
using static Gate.Bench.Coverage.Issue.IssueLines;

namespace Gate.Bench.Coverage.Issue;

/// <summary>Means and roots of errors that are skewed or have long tails.</summary>
internal static class ErrorLines
{
    private static readonly double meanOfLogNormal = Portable.Exp(0.5), squareOfLogNormal = Portable.Exp(2);

    public static IReadOnlyList<IssueLine> All { get; } =
    [
        LogNormal("mean_squared_error", squareOfLogNormal, 50, "78; 21 / 2"),
        LogNormal("mean_squared_error", squareOfLogNormal, 300, "89; 9 / 2"),
        LogNormal("mean_squared_error", squareOfLogNormal, 1000, "88; 10 / 2"),
        LogNormal("root_mean_squared_error", Math.Sqrt(squareOfLogNormal), 50, "78; 21 / 2"),
        LogNormal("root_mean_squared_error", Math.Sqrt(squareOfLogNormal), 300, "89; 9 / 2"),
        LogNormal("root_mean_squared_error", Math.Sqrt(squareOfLogNormal), 1000, "88; 10 / 2"),
        Student(50, "76; 23 / 1"),
        Student(300, "79; 21 / 1"),
        LogNormal("mean_error", meanOfLogNormal, 50, "92.2; 5.6 / 2.2"),
        LogNormal("mean_absolute_error", meanOfLogNormal, 50, ""),
        LogNormal("mean_absolute_error", meanOfLogNormal, 300, ""),
        new("max_error, uniform errors, 300 rows", "0; 99 / –", 1, IsMinimum: false,
            random => MadeRows.Errors(random.Many(300, (r, _) => 2 * r.NextDouble() - 1)), Overall("max_error")),
        Normal("mean_squared_error", 1, 20),
        Normal("root_mean_squared_error", 1, 50),
        Weighted(1.5, "90.8; 6.1 / 3.1"),
        Weighted(1.0, ""),
    ];

    private static IssueLine LogNormal(string metric, double truth, int rows, string found) =>
        Of(metric, "log-normal errors", truth, rows, found, static random => Portable.Exp(random.Normal()));

    private static IssueLine Normal(string metric, double truth, int rows) =>
        Of(metric, "normal errors", truth, rows, "", static random => random.Normal());

    private static IssueLine Student(int rows, string found) =>
        Of("root_mean_squared_error", "errors t with 3 degrees of freedom", Math.Sqrt(3), rows, found,
            static random => random.StudentThree());

    private static IssueLine Of(string metric, string errors, double truth, int rows, string found, Func<SplitMix64, double> error) => new(
        FormattableString.Invariant($"{metric}, {errors}, {rows} rows"), found, truth, IsMinimum: false,
        random => MadeRows.Errors(random.Many(rows, (r, _) => error(r))), Overall(metric));

    /// <summary>Errors with the mean 0.5 and the deviation 1, weights apart from them.</summary>
    private static IssueLine Weighted(double deviation, string found) => new(
        FormattableString.Invariant($"mean_error, normal errors, log-normal weights of sd {deviation:0.0}, 300 rows"), found, 0.5,
        IsMinimum: false, random => MadeRows.Errors(random.Many(300, (r, _) => 0.5 + r.Normal()),
            random.Many(300, (r, _) => Portable.Exp(deviation * r.Normal()))), Overall("mean_error"));
}
