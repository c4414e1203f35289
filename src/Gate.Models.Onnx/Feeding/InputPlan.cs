using Gate.Models.Onnx.Graphs;
using Gate.Wording;

namespace Gate.Models.Onnx.Feeding;

/// <summary>Which column feeds which input.</summary>
internal static class InputPlan
{
    /// <summary>The inputs with their columns.</summary>
    /// <exception cref="ModelException">An input finds no column, or the columns do not fit the inputs.</exception>
    public static FedInput[] Of(IReadOnlyList<OnnxPort> inputs, OnnxOptions options)
    {
        foreach (OnnxPort input in inputs) Served(input);
        if (options.Columns.Count > 0) return InOrder(inputs, options);
        foreach (string name in options.ColumnsByInput.Keys)
            if (inputs.All(input => input.Name != name))
                throw new ModelException($"has no input '{Shown.Of(name)}', for which a column is named"
                    + NearestName.Hint(name, inputs.Select(input => input.Name)));
        return [.. inputs.Select(input => new FedInput(input, ByName(input, inputs.Count == 1, options)))];
    }

    private static void Served(OnnxPort input)
    {
        if (input.Kind != PortKind.Tensor)
            throw new ModelException($"takes no tensor as its input '{Shown.Of(input.Name)}', and Gate feeds tensors only");
        if (input.Shape is { Count: > 2 } && input.Width < 0)
            throw new ModelException($"leaves more open than the number of rows and values of its input '{Shown.Of(input.Name)}'; export "
                + $"it "
                + "with rows and columns");
        if (input.Element is ElementType.Undefined or ElementType.Float16 or > ElementType.UInt64)
            throw new ModelException($"takes values of the type {input.Element.ToString().ToLowerInvariant()} as its input "
                + $"'{Shown.Of(input.Name)}', which Gate does not feed; cast from float inside the model");
    }

    private static FedInput[] InOrder(IReadOnlyList<OnnxPort> inputs, OnnxOptions options)
    {
        int open = inputs.Count(input => input.Width < 0);
        long known = inputs.Where(input => input.Width > 0).Sum(input => (long)input.Width), rest = options.Columns.Count - known;
        if (open > 1)
            throw new ModelException("has several inputs that do not say how many values they take; name a column for each input");
        if (open == 1 ? rest < 1 : rest != 0)
            throw new ModelException($"takes {known} values a row{(open == 1 ? " and more" : "")} ({Words(inputs)}), and "
                + $"{options.Columns.Count} {(options.Columns.Count == 1 ? "column is" : "columns are")} named");
        var fed = new FedInput[inputs.Count];
        int at = 0;
        for (int i = 0; i < fed.Length; i++)
        {
            int width = (int)(inputs[i].Width < 0 ? rest : inputs[i].Width);
            fed[i] = new(inputs[i], [.. options.Columns.Skip(at).Take(width)]);
            at += width;
        }
        return fed;
    }

    private static IReadOnlyList<string> ByName(OnnxPort input, bool only, OnnxOptions options)
    {
        IReadOnlyList<string> features = options.Features;
        if (options.ColumnsByInput.TryGetValue(input.Name, out string? column))
            return input.Width is 1 or -1 ? [column] : throw Wide(input, "one column is named for it");
        bool isOne = input.Width == 1 || (input.Width < 0 && (!only || features.Count == 1));
        if (isOne && features.Contains(input.Name)) return [input.Name];
        if (!only)
        {
            if (input.Width is 1 or -1)
                throw new ModelException($"reads the input '{Shown.Of(input.Name)}', and no feature is called so"
                    + $"{NearestName.Hint(input.Name, features)}; name its column ('columns: {{ {Shown.Of(input.Name)}: … }}'), or make "
                    + $"it a "
                    + "feature (data.features.include)");
            throw Wide(input, "it is not the only input");
        }
        if (features.Count == 0) throw new ModelException("needs columns to read, and there is no feature");
        if (input.Width > 0 && input.Width != features.Count)
            throw new ModelException($"{Takes(input)}, and there {(features.Count == 1 ? "is one feature" : $"are {features.Count} "
                + $"features")} "
                + $"({Some(features)}); name its columns in their order ('columns: [ … ]'), or the features (data.features.include)");
        return features;
    }

    private static ModelException Wide(OnnxPort input, string why) =>
        new($"{Takes(input)}, and {why}; name the columns of all inputs in one list ('columns: [ … ]'), in the order of the inputs");

    private static string Takes(OnnxPort input) =>
        $"takes {input.Width} {(input.Width == 1 ? "value" : "values")} a row as its input "
            + $"'{Shown.Of(input.Name)}'";

    private static string Words(IReadOnlyList<OnnxPort> inputs) => Some([.. inputs.Select(input =>
        $"{input.Name}: {(input.Width < 0 ? "any number" : input.Width)}")]);

    private static string Some(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(12).Select(Shown.Of)) + (names.Count > 12 ? ", …" : "");
}
