using System.Text;

namespace Gate.Ci.GitHub;

/// <summary>Step outputs in the form that takes any value: <c>name&lt;&lt;delimiter</c>, the value, the delimiter.</summary>
public static class StepOutputs
{
    /// <summary>The text to append to the runner's file.</summary>
    /// <param name="outputs">Names (letters, digits, <c>-</c> and <c>_</c>) and values.</param>
    /// <param name="token">A text that nobody who wrote a value can know.</param>
    public static string Compose(IReadOnlyList<KeyValuePair<string, string>> outputs, string token)
    {
        // A line break first: another program of this step may have left its last line open.
        var text = new StringBuilder("\n");
        foreach ((string name, string value) in outputs)
        {
            string delimiter = Delimiter(value, token);
            text.Append(name).Append("<<").Append(delimiter).Append('\n').Append(value).Append('\n').Append(delimiter).Append('\n');
        }
        return text.ToString();
    }

    private static string Delimiter(string value, string token)
    {
        string delimiter = "gate_" + token;
        while (value.Contains(delimiter, StringComparison.Ordinal)) delimiter += "_";
        return delimiter;
    }
}
