using System.Xml.Linq;

namespace Gate.Tests.House;

/// <summary>Dependencies point one way: between projects and between the folders of each, as docs/architecture.md draws them.</summary>
public sealed class FolderOrderTests
{
    /// <summary>How the page calls what lies in a project's own folder.</summary>
    private const string Root = "(root)";

    private static readonly ArchitecturePage page = ArchitecturePage.Read();

    // The tool itself is not built beside these tests; its references are held by its project file.
    private static readonly string[] built = [.. page.Projects.Keys.Where(project => File.Exists(Dll(project)))];

    public static TheoryData<string> Assemblies() => [.. built];

    [Fact]
    public void Every_project_stands_in_both_tables()
    {
        string[] projects = [.. Directory.EnumerateDirectories(Checkout.Path("src")).Where(folder => Directory.EnumerateFiles(folder,
            "*.csproj").Any()).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];
        Assert.Equal(projects, page.Projects.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(built.Order(StringComparer.Ordinal), page.Folders.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Projects_refer_only_to_those_that_the_page_allows()
    {
        string[] wrong = [.. page.Projects.SelectMany(row => References(row.Key).Except(row.Value)
            .Select(used => $"{row.Key} refers to {used}"))];
        Assert.True(wrong.Length == 0, $"{string.Join('\n', wrong)}\nnot allowed by the table of {ArchitecturePage.File}");
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Types_use_only_projects_that_the_page_allows(string project)
    {
        ArgumentNullException.ThrowIfNull(project);
        // What a project may use may use others in turn, and hand their types on.
        string[] allowed = [project, .. Reachable(project)];
        string[] wrong = [.. TypeUses.Of(Dll(project)).Where(use => use.UsedNamespace.StartsWith("Gate.", StringComparison.Ordinal)
            && !allowed.Any(own => IsIn(use.UsedNamespace, own))).Select(use => $"{use.User} uses {use.Used}").Order().Take(20)];
        Assert.True(wrong.Length == 0, $"{string.Join('\n', wrong)}\nnot allowed by the table of {ArchitecturePage.File}");
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Folders_use_only_those_before_them(string project)
    {
        ArgumentNullException.ThrowIfNull(project);
        string[] order = page.Folders[project];
        TypeUse[] uses = [.. TypeUses.Of(Dll(project)).Where(use => IsIn(use.UserNamespace, project) && IsIn(use.UsedNamespace, project))];
        if (order.Length == 0)
        {
            // An exception ends when its circle does.
            string[]? found = Order(project, uses);
            Assert.True(found is null, $"the folders of {project} have no circle any more; write their order into {ArchitecturePage.File}: "
                + string.Join(" · ", (found ?? []).Select(folder => $"`{folder}`")));
            return;
        }
        string[] wrong = [.. uses.Where(use => Place(order, project, use.UsedNamespace) > Place(order, project, use.UserNamespace))
            .Select(use => $"{use.User} uses {use.Used}").Distinct().Order(StringComparer.Ordinal).Take(40)];
        string hint = Order(project, uses) is { } other ? $"\nan order that holds: {string.Join(" · ", other.Select(f => $"`{f}`"))}" : "";
        Assert.True(wrong.Length == 0, $"{string.Join('\n', wrong)}\nagainst the order of folders in {ArchitecturePage.File}{hint}");
    }

    /// <summary>A static call in a body, a type argument and a constructor in a lambda: none of them stands in a signature.</summary>
    [Theory]
    [InlineData("Frames.MetricFrame", "Rows.SampleChecks")]
    [InlineData("Statistics.FrameStatistics", "Statistics.Placements")]
    [InlineData("Catalogue.MetricCatalogue", "Scores.RocAuc")]
    public void What_only_a_body_uses_is_seen(string user, string used) =>
        Assert.Contains(TypeUses.Of(Dll("Gate.Metrics")), use => use.User == $"Gate.Metrics.{user}" && use.Used == $"Gate.Metrics.{used}");

    private static string Dll(string project) => Path.Combine(AppContext.BaseDirectory, $"{project}.dll");

    private static bool IsIn(string name, string space) => name == space || name.StartsWith($"{space}.", StringComparison.Ordinal);

    private static string Folder(string project, string space) => space == project ? Root : space[(project.Length + 1)..];

    /// <summary>The place of a folder, or of the nearest one above it that the page names.</summary>
    private static int Place(string[] order, string project, string space)
    {
        string folder = Folder(project, space);
        for (string at = folder; at.Length > 0; at = at.Contains('.') ? at[..at.LastIndexOf('.')] : "")
            if (Array.IndexOf(order, at) is int place and >= 0) return place;
        throw new InvalidOperationException($"{ArchitecturePage.File} does not say where the folder {folder} of {project} stands");
    }

    /// <summary>The folders from the bottom up, those at the bottom by name; null where they form a circle.</summary>
    private static string[]? Order(string project, TypeUse[] uses)
    {
        var below = uses.SelectMany(use => new[] { use.UserNamespace, use.UsedNamespace }).Distinct()
            .ToDictionary(space => space, space => uses.Where(use => use.UserNamespace == space && use.UsedNamespace != space)
                .Select(use => use.UsedNamespace).ToHashSet());
        var order = new List<string>();
        while (below.Count > 0)
        {
            string? next = below.Where(folder => folder.Value.All(order.Contains)).Select(folder => folder.Key)
                .Order(StringComparer.Ordinal).FirstOrDefault();
            if (next is null) return null;
            order.Add(next);
            below.Remove(next);
        }
        return [.. order.Select(space => Folder(project, space))];
    }

    private static IEnumerable<string> Reachable(string project) =>
        page.Projects[project].SelectMany(used => Reachable(used).Prepend(used)).Distinct();

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(Checkout.Path($"src/{project}/{project}.csproj")).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
}
