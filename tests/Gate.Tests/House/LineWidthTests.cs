namespace Gate.Tests.House;

public sealed class LineWidthTests
{
    private const int Columns = 140;
    private static readonly string[] Folders = ["src", "tests", "bench", "web/src"], Endings = [".cs", ".ts", ".tsx", ".css"];

    [Fact]
    public void No_line_of_code_is_wider_than_140_columns()
    {
        string[] wide = [.. Folders.SelectMany(Sources).SelectMany(Wide)];
        Assert.True(wide.Length == 0, $"lines wider than {Columns} columns:\n{string.Join('\n', wide)}");
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Checkout.Path(folder), "*", SearchOption.AllDirectories)
            .Where(file => Endings.Contains(Path.GetExtension(file)) && !IsBuilt(file));

    private static bool IsBuilt(string file) =>
        Path.GetRelativePath(Checkout.Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules");

    private static IEnumerable<string> Wide(string file) =>
        File.ReadLines(file).Index().Where(line => line.Item.EnumerateRunes().Count() > Columns)
            .Select(line => $"{Path.GetRelativePath(Checkout.Root, file)}:{line.Index + 1}");
}
