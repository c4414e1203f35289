using System.Text;
using Gate.Wording;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Gate.Tracking.Registry;

/// <summary>A flavour of a model that Gate opens.</summary>
/// <param name="Name"><c>onnx</c>, <c>lightgbm</c> or <c>xgboost</c>.</param>
/// <param name="Data">Its file, below the model's folder.</param>
public sealed record ModelFlavor(string Name, string Data);

/// <summary>Reads <c>MLmodel</c>, the file that says what a model in MLflow's format is.</summary>
public static class MlModel
{
    /// <summary>Its name.</summary>
    public const string File = "MLmodel";

    private const int Most = 1 << 20;

    /// <summary>The flavours that Gate opens, the one that it opens best first.</summary>
    private static readonly string[] opened = ["onnx", "lightgbm", "xgboost"];

    /// <summary>The flavour that is opened.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="place">Where it is, for messages.</param>
    /// <exception cref="TrackingException">It is damaged, or the model has no flavour that Gate opens.</exception>
    public static ModelFlavor Read(byte[] bytes, string place)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        YamlMappingNode flavors = Map(bytes, place).FirstOrDefault(pair => Key(pair) == "flavors").Value as YamlMappingNode
            ?? throw Damaged(place, "it names no flavors");
        foreach (string name in opened)
            if (Value(flavors, name) is YamlMappingNode flavor)
                return new(name, StoredNames.Artifact((Value(flavor, "data") as YamlScalarNode)?.Value
                    ?? throw Damaged(place, $"its flavor {name} names no data")));
        string there = string.Join(", ", flavors.Children.Select(Key).Where(name => name != "python_function").Select(Shown.Of));
        string has = there.Length == 0 ? "python_function alone" : there;
        throw new TrackingException(TrackingFault.Read, $"{place} has the flavor {has}, "
            + $"which runs Python to be opened; Gate opens {string.Join(", ", opened)}: log the model with mlflow.onnx.log_model as well "
            + "(skl2onnx converts pipelines of scikit-learn), or hand its predictions over ('predictions')");
    }

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Map(byte[] bytes, string place)
    {
        if (bytes.Length > Most) throw Damaged(place, "it is too large");
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(Encoding.UTF8.GetString(bytes)));
        }
        catch (YamlException error)
        {
            throw Damaged(place, Shown.OneLine(error.Message));
        }
        return stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode map ? map.Children
            : throw Damaged(place, "it holds no map of keys");
    }

    private static YamlNode? Value(YamlMappingNode map, string key) => map.Children.FirstOrDefault(pair => Key(pair) == key).Value;

    private static string Key(KeyValuePair<YamlNode, YamlNode> pair) => (pair.Key as YamlScalarNode)?.Value ?? "";

    private static TrackingException Damaged(string place, string why) =>
        new(TrackingFault.Read, $"the file {File} of {place} is no description of a model: {why}");
}
