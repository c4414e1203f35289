using System.Globalization;
using Gate.Wording;

namespace Gate.Models.Training;

/// <summary>A learner's parameters with defaults filled in. Callers check values before; what slips through is refused here.</summary>
internal sealed class ParameterValues
{
    private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);

    /// <exception cref="ModelException">A name is unknown, or a value is of the wrong type or out of range.</exception>
    public ParameterValues(string learner, IReadOnlyList<LearnerParameter> parameters, IReadOnlyDictionary<string, object?> given)
    {
        foreach (string name in given.Keys)
        {
            if (parameters.All(parameter => parameter.Name != name))
                throw new ModelException(
                    $"{learner} has no parameter '{name}'{NearestName.Hint(name, parameters.Select(parameter => parameter.Name))}");
        }
        foreach (LearnerParameter parameter in parameters)
        {
            object? value = given.TryGetValue(parameter.Name, out object? set) ? set : parameter.Default;
            if (!Fits(parameter, value))
                throw new ModelException(
                    $"{learner}: {parameter.Name} is {(value is null ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture))}; "
                    + $"expected {Expected(parameter)}");
            values[parameter.Name] = value;
        }
    }

    public double Number(string name) => (double)values[name]!;

    public int Integer(string name) => (int)Number(name);

    public int? OptionalInteger(string name) => values[name] is double value ? (int)value : null;

    public bool Flag(string name) => (bool)values[name]!;

    public string? Choice(string name) => (string?)values[name];

    private static bool Fits(LearnerParameter parameter, object? value) => (parameter.Type, value) switch
    {
        (_, null) => parameter.Nullable,
        (ParameterType.Boolean, bool) => true,
        (ParameterType.Choice, string text) => parameter.Choices!.Contains(text),
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
            _ => "a number",
        };
        if (parameter.Min is { } min) type += string.Create(CultureInfo.InvariantCulture, $" of {min} or more");
        if (parameter.Max is { } max) type += string.Create(CultureInfo.InvariantCulture, $", at most {max}");
        return parameter.Nullable ? type + ", or null" : type;
    }
}
