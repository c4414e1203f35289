using System.Reflection;

namespace Gate.Cli;

/// <summary>The version of this build.</summary>
internal static class GateVersion
{
    /// <summary>Such as <c>0.1.0+3f2a…</c>.</summary>
    public static string Text { get; } =
        typeof(GateVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
