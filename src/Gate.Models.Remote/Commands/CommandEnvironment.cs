namespace Gate.Models.Remote.Commands;

/// <summary>Which environment variables a program sees: those that programs need to be found and to start, and so no token and no file of
/// the host's commands.</summary>
internal static class CommandEnvironment
{
    private static readonly string[] Names = ["PATH", "HOME", "USER", "LOGNAME", "SHELL", "TMPDIR", "TEMP", "TMP", "LANG", "VIRTUAL_ENV",
        "JAVA_HOME", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "USERPROFILE",
        "APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "NUMBER_OF_PROCESSORS"];

    private static readonly string[] Beginnings = ["PYTHON", "PYENV_", "CONDA_", "R_", "DOTNET_ROOT", "JULIA_", "OMP_", "OPENBLAS_", "MKL_",
        "XDG_"];

    /// <summary>Takes all other variables out, and settles those by which programs write numbers and times.</summary>
    public static void Reduce(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.Where(name => !IsKept(name)).ToArray()) environment.Remove(name);
        environment["LC_ALL"] = "C.UTF-8";
        environment["TZ"] = "UTC";
    }

    private static bool IsKept(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase)
        || Beginnings.Any(beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
