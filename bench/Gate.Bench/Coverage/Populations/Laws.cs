namespace Gate.Bench.Coverage.Populations;

/// <summary>A law that is simulated, and one that lies apart from it: the other group, the rare stratum.</summary>
/// <param name="Name">What tables and results call it.</param>
/// <param name="Main">The law.</param>
/// <param name="Apart">The other one.</param>
internal sealed record NamedLaw(string Name, Lazy<Population> Main, Lazy<Population> Apart);

/// <summary>The laws that are simulated.</summary>
internal static class Laws
{
    private static readonly Rival better = new(0.8, 1.1), worse = new(0.8, 0.9), nearlySame = new(1, 0.6, 0.02);

    public static IReadOnlyList<NamedLaw> All { get; } =
    [
        // Areas 0.85 inside and 0.98 at the edge; the candidate a little worse, a little better, and nearly the same as the baseline.
        Of("binary inside 40 % calibrated", new BinaryLaw(0.4, 0.85, 1, 0.5, better), new BinaryLaw(0.5, 0.80, 1, 0.5, better)),
        Of("binary inside 10 % overconfident", new BinaryLaw(0.1, 0.85, 1.6, 0.25, worse), new BinaryLaw(0.2, 0.80, 1.6, 0.25, worse)),
        Of("binary edge 40 % overconfident", new BinaryLaw(0.4, 0.98, 1.6, 0.5, nearlySame),
            new BinaryLaw(0.5, 0.95, 1.6, 0.5, nearlySame)),
        Of("binary edge 10 % calibrated", new BinaryLaw(0.1, 0.98, 1, 0.25, nearlySame), new BinaryLaw(0.2, 0.95, 1, 0.25, nearlySame)),
        Of("classes inside calibrated", new ClassesLaw([0.5, 0.3, 0.2], 1.3, 1, better), new ClassesLaw([0.4, 0.3, 0.3], 1.1, 1, better)),
        Of("classes edge overconfident", new ClassesLaw([0.7, 0.2, 0.1], 2.4, 1.6, nearlySame),
            new ClassesLaw([0.6, 0.2, 0.2], 2.1, 1.6, nearlySame)),
        Of("numbers normal", new NumbersLaw(ErrorLaw.Normal, 0.5, new Rival(0, 1.2)),
            new NumbersLaw(ErrorLaw.Normal, 0.6, new Rival(0, 1.2))),
        Of("numbers log-normal", new NumbersLaw(ErrorLaw.LogNormal, 1, new Rival(0, 0.6)),
            new NumbersLaw(ErrorLaw.LogNormal, 1.3, new Rival(0, 0.6))),
        Of("numbers t3", new NumbersLaw(ErrorLaw.StudentThree, 0.5, new Rival(1, 0.5, 0.05)),
            new NumbersLaw(ErrorLaw.StudentThree, 0.7, new Rival(1, 0.5, 0.05))),
    ];

    private static NamedLaw Of(string name, BinaryLaw main, BinaryLaw apart) => new(name, new(main.Make), new(apart.Make));

    private static NamedLaw Of(string name, ClassesLaw main, ClassesLaw apart) => new(name, new(main.Make), new(apart.Make));

    private static NamedLaw Of(string name, NumbersLaw main, NumbersLaw apart) => new(name, new(main.Make), new(apart.Make));
}
