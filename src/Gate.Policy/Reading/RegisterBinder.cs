using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Language;

namespace Gate.Policy.Reading;

/// <summary>Reads <c>register</c>.</summary>
internal static class RegisterBinder
{
    /// <summary>What the policy asks for; null where it does not.</summary>
    public static RegisterSpec? Bind(Section root)
    {
        if (root.Get(PolicyLanguage.Register) is not { } section) return null;
        if (!section.Has(RegisterKeys.Alias) && section.Has(RegisterKeys.On))
            section.RefuseKey(RegisterKeys.On, "has nothing to decide without an alias; add 'alias: champion', or remove it");
        return new(section.Get(RegisterKeys.Name) ?? "", section.Get(RegisterKeys.Alias), section.Get(RegisterKeys.On));
    }
}
