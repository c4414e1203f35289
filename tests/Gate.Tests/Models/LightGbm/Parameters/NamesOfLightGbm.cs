using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gate.Data;
using Gate.Models;
using Gate.Models.LightGbm.Native;
using Gate.Models.LightGbm.Training;

namespace Gate.Tests.Models.LightGbm.Parameters;

/// <summary>Names, aliases and defaults of parameters are those of LightGBM's library, as it tells them itself.</summary>
public sealed partial class NamesOfLightGbm
{
    /// <summary>What Gate adds to LightGBM's parameters.</summary>
    private static readonly string[] own = ["class_weight", "validation_fraction"];

    private static IEnumerable<LearnerParameter> OfLightGbm => LightGbmLearner.Info.Parameters.Where(p => !own.Contains(p.Name));

    [LightGbmFact]
    public void Names_and_aliases_are_all_that_the_library_knows()
    {
        using JsonDocument known = JsonDocument.Parse(DumpAliases());
        foreach (LearnerParameter parameter in OfLightGbm)
        {
            string[] aliases = [.. known.RootElement.GetProperty(parameter.Name).EnumerateArray().Select(alias => alias.GetString()!)];
            Assert.Equal((parameter.Name, string.Join(", ", aliases.Order(StringComparer.Ordinal))),
                (parameter.Name, string.Join(", ", parameter.Aliases.Order(StringComparer.Ordinal))));
        }
    }

    [LightGbmFact]
    public void Defaults_are_those_that_the_library_trains_with_when_it_is_told_nothing()
    {
        var model = (IOwnFormat)TestData.Learner("lightgbm").Fit(TrainingRows.Binary(60));
        Dictionary<string, string> said = Line().Matches(Encoding.UTF8.GetString(model.OwnBytes.Span))
            .ToDictionary(line => line.Groups[1].Value, line => line.Groups[2].Value);
        // What has no default of its own says what it stands for: the library's seeds, the objective of the task, no constraints.
        foreach (LearnerParameter parameter in OfLightGbm.Where(parameter => parameter.Default is not null))
            Assert.Equal((parameter.Name, Text(parameter.Default!)), (parameter.Name, said[parameter.Name]));
    }

    private static string Text(object value) => value switch
    {
        bool flag => flag ? "1" : "0",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => (string)value,
    };

    private static unsafe string DumpAliases()
    {
        var dump = (delegate* unmanaged<long, long*, byte*, int>)NativeLibrary.GetExport(LibraryResolver.Load(AppContext.BaseDirectory),
            "LGBM_DumpParamAliases");
        var text = new byte[1 << 16];
        long length;
        fixed (byte* first = text) Assert.Equal(0, dump(text.Length, &length, first));
        return Encoding.UTF8.GetString(text, 0, (int)length - 1);
    }

    [GeneratedRegex(@"^\[(\w+): (.*)\]$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
