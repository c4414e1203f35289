namespace Gate.Policy;

/// <summary>The JSON Schema of the policy language.</summary>
public static class PolicySchema
{
    /// <summary>The schema (draft 2020-12) as indented JSON with a final newline, generated from the same table of keys that the reader uses.</summary>
    /// <param name="vocabulary">Metrics and learners.</param>
    public static string Write(PolicyVocabulary vocabulary) => throw new NotImplementedException();
}
