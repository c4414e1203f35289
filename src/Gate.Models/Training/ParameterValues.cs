using System.Globalization;
using Gate.Wording;

namespace Gate.Models.Training;

/// <summary>A learner's parameters with defaults filled in. Callers check values before; what slips through is refused here.</summary>
internal sealed class ParameterValues
{
    private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> given = new(StringComparer.Ordinal);

    /// <exception cref="ModelException">A name is unknown, or a value is of the wrong type or out of range.</exception>
    public ParameterValues(string learner, IReadOnlyList<LearnerParameter> parameters, IReadOnlyDictionary<string, object?> given)
    {
        foreach (string name in given.Keys)
        {
            if (parameters.All(parameter => parameter.Name != name && !parameter.Aliases.Contains(name)))
                throw new ModelException(
                    $"{learner} has no parameter '{name}'{NearestName.Hint(name, parameters.Select(parameter => parameter.Name))}");
        }
        foreach (LearnerParameter parameter in parameters)
        {
            object? value = Given(learner, parameter, given, out bool isGiven) ?? (isGiven ? null : parameter.Default);
            if (isGiven) this.given.Add(parameter.Name);
            if (!Fits(parameter, value))
                throw new ModelException(
                    $"{learner}: {parameter.Name} is {(value is null ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture))}; "
                    + $"expected {Expected(parameter)}");
            values[parameter.Name] = value;
        }
    }

    /// <summary>Whether a parameter was given, by any of its names.</summary>
    public bool Has(string name) => given.Contains(name);

    /// <summary>The value as it is; null where that is the value.</summary>
    public object? this[string name] => values[name];

    public double Number(string name) => (double)values[name]!;

    public int Integer(string name) => (int)Number(name);

    public int? OptionalInteger(string name) => values[name] is double value ? (int)value : null;

    public bool Flag(string name) => (bool)values[name]!;

    public string? Choice(string name) => (string?)values[name];

    private static object? Given(string learner, LearnerParameter parameter, IReadOnlyDictionary<string, object?> given, out bool isGiven)
    {
        string[] names = [.. parameter.Aliases.Prepend(parameter.Name).Where(given.ContainsKey)];
        isGiven = names.Length > 0;
        return names.Length < 2 ? (isGiven ? given[names[0]] : null)
            : throw new ModelException($"{learner}: {names[0]} and {names[1]} are one parameter; give it once");
    }

    private static bool Fits(LearnerParameter parameter, object? value) => (parameter.Type, value) switch
    {
        (_, null) => parameter.Nullable,
        (ParameterType.Boolean, bool) => true,
        (ParameterType.Choice, string text) => parameter.Choices!.Contains(text),
        (ParameterType.NumbersByName, string text) => parameter.Choices?.Contains(text) == true,
        (ParameterType.NumbersByName, IReadOnlyDictionary<string, double> numbers) =>
            numbers.Values.All(number => InRange(parameter, number)),
        (ParameterType.NameLists, IReadOnlyList<IReadOnlyList<string>>) => true,
        (ParameterType.Integer, double number) => number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue
            && InRange(parameter, number),
        (ParameterType.Number, double number) => double.IsFinite(number) && InRange(parameter, number),
        _ => false,
    };

    private static bool InRange(LearnerParameter parameter, double number) =>
        number >= (parameter.Min ?? double.MinValue) && number <= (parameter.Max ?? double.MaxValue);

    private static string Expected(LearnerParameter parameter)
    {
        string type = parameter.Type switch
        {
            ParameterType.Boolean => "true or false",
            ParameterType.Choice => "one of " + string.Join(", ", parameter.Choices!),
            ParameterType.Integer => "a whole number",
            ParameterType.NumbersByName => "numbers by name, each",
            ParameterType.NameLists => "lists of names",
            _ => "a number",
        };
        if (parameter.Min is { } min) type += string.Create(CultureInfo.InvariantCulture, $" of {min} or more");
        if (parameter.Max is { } max) type += string.Create(CultureInfo.InvariantCulture, $", at most {max}");
        return parameter.Nullable ? type + ", or null" : type;
    }
}
