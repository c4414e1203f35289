using Gate.Policy.Document;
using Gate.Policy.Yaml;

namespace Gate.Policy.Keys;

/// <summary>Where keys and list entries of a section stand, by their path below it.</summary>
internal static class Marks
{
    public static IReadOnlyDictionary<string, Mark> Below(YamlMap map, Shape shape)
    {
        var marks = new Dictionary<string, Mark>(StringComparer.Ordinal);
        Gather(map, shape, "", marks);
        return marks;
    }

    private static void Gather(YamlNode node, Shape? shape, string path, Dictionary<string, Mark> marks)
    {
        switch (node)
        {
            case YamlMap map:
                foreach ((YamlScalar key, YamlNode value) in map.Entries)
                {
                    string below = path.Length == 0 ? key.Text : $"{path}.{key.Text}";
                    marks.TryAdd(below, key.At);
                    Shape? valueShape = MapForm(shape)?.Find(key.Text)?.Shape;
                    // One value where a list may stand is its first entry.
                    bool onlyEntry = ListForm(valueShape) is { } list
                        && (value is YamlScalar || (value is YamlMap && MapForm(list.Item) is not null));
                    if (onlyEntry) marks.TryAdd(KeyPath.Entry(below, 0), value.At);
                    Gather(value, valueShape, onlyEntry ? KeyPath.Entry(below, 0) : below, marks);
                }
                break;
            case YamlList items:
                for (int i = 0; i < items.Items.Count; i++)
                {
                    marks.TryAdd(KeyPath.Entry(path, i), items.Items[i].At);
                    Gather(items.Items[i], ListForm(shape)?.Item, KeyPath.Entry(path, i), marks);
                }
                break;
        }
    }

    private static MapShape? MapForm(Shape? shape) => shape as MapShape ?? (shape as EitherShape)?.Forms.OfType<MapShape>()
        .FirstOrDefault();

    private static ListShape? ListForm(Shape? shape) => shape as ListShape ?? (shape as EitherShape)?.Forms.OfType<ListShape>()
        .FirstOrDefault();
}
