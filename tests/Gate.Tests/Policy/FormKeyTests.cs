using System.Text;
using Gate.Policy;
using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Publishing;
using Gate.Policy.Vocabulary;

namespace Gate.Tests.Policy;

/// <summary>A form of a model that the policy language has never heard of brings its key from outside.</summary>
public class FormKeyTests
{
    private sealed record TableSpec(string File, double Offset, double? Least) : ModelSpec;

    private static readonly Key<string?> File = Key.Text("file", new TextShape("a path"), "The file of the table.")
        with { Required = true, Examples = ["table.bin"] };
    private static readonly Key<double> Offset = Key.Number("offset", new NumberShape(0, 10), 2.5, "What is added to every score.");
    private static readonly Key<double?> Least = Key.Number("least", new NumberShape(), "The least score.") with { Nullable = true };

    private static readonly FormKey Table = new(Key.Map("table", new MapShape([File, Offset, Least]), "A table of scores."), Bind);

    private static readonly PolicyVocabulary Words = FakeVocabulary.Small with { Forms = [.. FakeVocabulary.Small.Forms, Table] };

    private static TableSpec? Bind(Section section, FormContext context)
    {
        if (context.Task != PolicyTask.BinaryClassification) section.Refuse(File, "a table serves two classes only");
        return new TableSpec(section.Get(File) ?? "", section.Get(Offset), section.Get(Least));
    }

    private static string Policy(string model) => Policies.Minimal.Replace("train: { algorithm: decision_tree, max_depth: 4 }", model,
        StringComparison.Ordinal);

    private static PolicyDocument Read(string yaml) => PolicyReader.Read(Encoding.UTF8.GetBytes(yaml), "gate.yml", Words);

    private static string Problem(string yaml) => Assert.Single(Assert.Throws<PolicyException>(() => Read(yaml)).Problems).Message;

    [Fact]
    public void Its_section_is_read_by_its_own_keys()
    {
        var model = (TableSpec)Read(Policy("table: { file: a.bin, offset: 1 }\n  threshold: 0.25")).Model;
        Assert.Equal(("a.bin", 1, null, 0.25), (model.File, model.Offset, model.Least, model.Threshold));
        Assert.Equal(2.5, ((TableSpec)Read(Policy("table: { file: a.bin, least: null }")).Model).Offset);
    }

    [Theory]
    [InlineData("table: { fil: a.bin }", "model.table.fil: unknown key 'fil'; did you mean 'file'?")]
    [InlineData("table: { file: a.bin, offset: 11 }", "model.table.offset: expected a number from 0 to 10, found the number 11")]
    [InlineData("table: { file: a.bin }\n  train: { algorithm: decision_tree }", "'table' (line 9) and 'train' exclude each other")]
    [InlineData("tabel: { file: a.bin }", "unknown key 'tabel'; did you mean 'table'?")]
    [InlineData("onnx: { file: a.bin }", "it serves: train, predictions, table")]
    public void What_is_wrong_with_it_is_told_as_of_any_key(string model, string message)
    {
        string[] problems = [.. Assert.Throws<PolicyException>(() => Read(Policy(model))).Problems.Select(problem => problem.Message)];
        Assert.Contains(problems, problem => problem.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void It_refuses_values_by_key_with_their_place() =>
        Assert.Equal("model.table.file: a table serves two classes only",
            Problem(Policy("table: { file: a.bin }").Replace("binary_", "multiclass_", StringComparison.Ordinal)));

    [Fact]
    public void A_form_that_is_not_fitted_may_be_measured_on_all_rows() =>
        Assert.IsType<TableSpec>(Read(Policy("table: { file: a.bin }").Replace("  split: { test: 0.3 }\n", "",
            StringComparison.Ordinal)).Model);

    [SkippableFact]
    public void The_schema_and_the_reference_page_know_it()
    {
        string schema = PolicySchema.Write(Words);
        string[] errors = Ajv.Errors(schema,
            [YamlJson.Of(Policy("table: { file: a.bin }")), YamlJson.Of(Policy("table: { offset: 11 }"))]);
        Assert.Empty(errors[0]);
        Assert.NotEmpty(errors[1]);
        string page = PolicyReference.Write(Words);
        Assert.Contains("## `model.table`\n\nA table of scores.", page, StringComparison.Ordinal);
        Assert.Contains("| `offset` | a number from 0 to 10 | `2.5` |", page, StringComparison.Ordinal);
    }
}
