using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Language;

namespace Gate.Policy.Reading;

/// <summary>Reads <c>tracking</c>.</summary>
internal static class TrackingBinder
{
    /// <summary>What the policy asks for; null where it does not.</summary>
    public static TrackingSpec? Bind(Section root)
    {
        if (root.Get(PolicyLanguage.Tracking) is not { } section) return null;
        Section? mlflow = section.Get(TrackingKeys.Mlflow);
        return new(mlflow?.Get(TrackingKeys.Experiment), mlflow?.Get(TrackingKeys.RunName), mlflow?.Get(TrackingKeys.Tags) ?? [],
            section.Get(TrackingKeys.Required));
    }
}
