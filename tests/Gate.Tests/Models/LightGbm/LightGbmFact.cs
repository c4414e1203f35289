using System.Runtime.InteropServices;
using Gate.Models.LightGbm.Native;

namespace Gate.Tests.Models.LightGbm;

/// <summary>A test that trains with LightGBM; skipped where it has no library for the platform.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LightGbmFactAttribute : FactAttribute
{
    public LightGbmFactAttribute() => Skip = TheLibrary.WhyNot;
}

/// <inheritdoc cref="LightGbmFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LightGbmTheoryAttribute : TheoryAttribute
{
    public LightGbmTheoryAttribute() => Skip = TheLibrary.WhyNot;
}

/// <summary>Whether LightGBM's library lies beside the tests.</summary>
internal static class TheLibrary
{
    /// <summary>Why there is none; null where there is.</summary>
    public static string? WhyNot { get; } = Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "runtimes"))
        .Any(place => File.Exists(Path.Combine(place, "native", LibraryResolver.FileName)))
        ? null : $"LightGBM has no library for {RuntimeInformation.RuntimeIdentifier}";

    /// <summary>The learners that can be trained here.</summary>
    public static IEnumerable<string> Learners => Gate.Evaluation.Candidates.Learners.All.Select(learner => learner.Name)
        .Where(name => name != "lightgbm" || WhyNot is null);

    /// <summary>Those of them that serve two classes.</summary>
    public static IEnumerable<string> Classifiers => Learners.Where(name => !TestData.IsOfNumbers(name));
}
