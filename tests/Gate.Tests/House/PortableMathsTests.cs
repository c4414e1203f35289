using System.Text.RegularExpressions;

namespace Gate.Tests.House;

/// <summary>The compiler bans the calls of <c>eng/BannedSymbols.txt</c>; this finds what it cannot name, and a way round it.</summary>
public sealed partial class PortableMathsTests
{
    [Theory]
    [InlineData("Gate.Data")]
    [InlineData("Gate.Metrics")]
    [InlineData("Gate.Models")]
    [InlineData("Gate.Explain")]
    [InlineData("Gate.Evaluation")]
    public void No_number_of_a_result_comes_from_the_c_library_of_the_machine(string project)
    {
        string[] calls =
        [
            .. Directory.EnumerateFiles(Checkout.Path("src/" + project), "*.cs", SearchOption.AllDirectories)
                .Where(file => !Path.GetRelativePath(Checkout.Root, file).Split(Path.DirectorySeparatorChar).Contains("obj"))
                .SelectMany(file => File.ReadLines(file).Where(line => Call().IsMatch(line))
                    .Select(line => $"{Path.GetFileName(file)}: {line}")),
        ];
        Assert.True(calls.Length == 0, $"use Gate.Data.Numerics:\n{string.Join('\n', calls)}");
    }

    [Theory]
    [InlineData("double x = Math.Log(2);", true)]
    [InlineData("TensorPrimitives.Exp(a, b);", true)]
    [InlineData("TensorPrimitives.Sum<double>(a);", true)]
    [InlineData("using MathNet.Numerics.Distributions;", true)]
    [InlineData("double x = Portable.Log(2);", false)]
    [InlineData("TensorPrimitives.Max(labels)", false)]
    public void Finds_calls(string line, bool found) => Assert.Equal(found, Call().IsMatch(line));

    // Sums and products of vectors depend on the width of the machine's.
    [GeneratedRegex(@"\b(Math|MathF|[Dd]ouble|Vector\d*|TensorPrimitives)\.(Log|Exp|Pow|Sin|Cos|Tan|Asin|Acos|Atan|Sinh|Cosh|Tanh|Cbrt"
        + @"|Hypot|RootN|SinCos|Sigmoid|SoftMax)\w*(<\w+>)?\(|TensorPrimitives\.(Sum|Dot|Norm|Product|Distance|Average)\w*(<double>)?\("
        + @"|\bMathNet\b")]
    private static partial Regex Call();
}
