using System.Reflection;

namespace Gate.Mutants;

/// <summary>The switch that Stryker builds into a mutated assembly: which of its mutants is active, and which were reached.</summary>
internal sealed class MutantSwitch
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
    private const int None = -1;
    private readonly FieldInfo active, capture;
    private readonly MethodInfo reset, data;

    /// <summary>The switch of an assembly.</summary>
    /// <param name="mutated">The mutated assembly, loaded.</param>
    /// <exception cref="InvalidOperationException">It is not mutated.</exception>
    public MutantSwitch(Assembly mutated)
    {
        Type control = mutated.GetTypes().SingleOrDefault(type => type.Name == "MutantControl")
            ?? throw new InvalidOperationException($"{mutated.GetName().Name} is not mutated");
        active = control.GetField("ActiveMutant", Any)!;
        capture = control.GetField("CaptureCoverage", Any)!;
        reset = control.GetMethod("ResetCoverage", Any)!;
        data = control.GetMethod("GetCoverageData", Any)!;
        Activate(null);
    }

    /// <summary>Makes one mutant active; null for none.</summary>
    public void Activate(int? mutant) => active.SetValue(null, mutant ?? None);

    /// <summary>The mutants that an action reaches.</summary>
    public IReadOnlyList<int> Reached(Action action)
    {
        reset.Invoke(null, null);
        capture.SetValue(null, true);
        action();
        capture.SetValue(null, false);
        return [.. ((IList<int>[])data.Invoke(null, null)!).SelectMany(mutants => mutants).Distinct().Order()];
    }
}
