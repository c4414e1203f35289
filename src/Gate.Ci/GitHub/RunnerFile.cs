namespace Gate.Ci.GitHub;

/// <summary>The files that the runner names in environment variables and reads after the step.</summary>
internal static class RunnerFile
{
    /// <summary>Appends to the file that a variable names; nothing where the variable is not set.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="context">Where and how to write.</param>
    /// <param name="compose">The text, from the bytes that the file holds already.</param>
    internal static Task AppendAsync(string variable, CiContext context, Func<long, string> compose)
    {
        if (context.Environment.GetValueOrDefault(variable) is not { Length: > 0 } path) return Task.CompletedTask;
        string text = compose(context.Files.Length(path));
        if (text.Length > 0) context.Files.Append(path, text);
        return Task.CompletedTask;
    }
}
