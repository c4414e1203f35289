using System.Text.Json.Nodes;
using Gate.Policy.Document;
using Gate.Policy.Language;
using Gate.Policy.Messages;
using Gate.Policy.Vocabulary;
using static Gate.Policy.Publishing.SchemaParts;

namespace Gate.Policy.Publishing;

/// <summary>The rules that span keys of a condition or sections, as JSON Schema, so that editors see what the reader would say. A test
/// holds both against each other.</summary>
internal static class SchemaRules
{
    /// <summary>Adds what spans keys to the schema of the keys. A policy that extends others may leave to them what a policy needs, so
    /// that of it less is known: what is missing, or does not fit, is found when it is read.</summary>
    public static void Add(JsonObject schema, PolicyVocabulary vocabulary)
    {
        var properties = (JsonObject)schema["properties"]!;
        var condition = (JsonObject)properties[PolicyLanguage.Conditions.Name]!["items"]!;
        JsonObject[] own = [.. condition["allOf"]?.AsArray().Select(rule => (JsonObject)rule!) ?? [], .. Condition(vocabulary)];
        condition.Remove("allOf");
        JsonObject Required(JsonObject map)
        {
            JsonNode names = map["required"]!;
            map.Remove("required");
            return new JsonObject { ["required"] = names };
        }
        JsonObject[] needed =
        [
            Property(PolicyLanguage.Data.Name, Required((JsonObject)properties[PolicyLanguage.Data.Name]!)),
            Conditions(AllOf([Required(condition), .. own])), Required(schema), .. Policy(vocabulary),
        ];
        schema["required"] = ShapeSchema.Names([PolicyLanguage.Version.Name]);
        schema["allOf"] = new JsonArray(If(Not(ShapeSchema.Given(PolicyLanguage.Extends.Name, nullable: true)), AllOf(needed)));
    }

    /// <summary>Rules of one condition.</summary>
    private static IEnumerable<JsonObject> Condition(PolicyVocabulary vocabulary)
    {
        JsonObject bounds = AnyOf([.. ConditionKeys.Bounds.Select(Given)]);
        yield return If(Not(Is("level", "inform")), bounds);
        yield return If(ShapeSchema.Given("family", nullable: true), bounds);
        JsonObject disparity = MetricIn(vocabulary.Metrics.Where(metric => metric.IsDisparity));
        yield return If(disparity, new JsonObject { ["allOf"] = new JsonArray(GivenBy(), Not(Given("compare"))) });
        yield return If(AllOf(Not(disparity), GivenBy()), Given("compare"));
        yield return If(AnyOf(Is("compare", "group_min"), Is("compare", "group_max"), Is("compare", "each")), Not(Given("method")));
        yield return If(Is("compare", "each"), AllOf(AnyOf([.. ConditionKeys.Regressions.Select(Given)]),
            Not(AnyOf(Given("min"), Given("max"), Given("levels")))));
        foreach (JsonObject rule in Methods(vocabulary)) yield return rule;
        foreach (MetricWord metric in vocabulary.Metrics.Where(metric => metric.Parameters.Count > 0))
            yield return If(MetricIn([metric]), Property("parameters", Parameters(metric)));
        yield return If(MetricIn(vocabulary.Metrics.Where(metric => metric.Parameters.Count == 0)),
            Not(ShapeSchema.Given("parameters", nullable: true)));
        yield return If(MetricIn(vocabulary.Metrics.Where(metric => !metric.ServesClasses)),
            Not(ShapeSchema.Given("class", nullable: true)));
        yield return If(MetricIn(vocabulary.Metrics.Where(metric => metric.NeedsControl)), ShapeSchema.Given("control", nullable: true));
        yield return If(MetricIn(vocabulary.Metrics.Where(metric => metric.NeedsFeatures)), ShapeSchema.Given("features", nullable: true));
        yield return If(MetricIn(vocabulary.Metrics.Where(metric => !metric.NeedsFeatures && !metric.OptionalFeatures)),
            Not(ShapeSchema.Given("features", nullable: true)));
        yield return If(MetricIn(vocabulary.Metrics.Where(metric => metric.OnlyBy)),
            Not(AnyOf([.. ConditionKeys.BesideBy.Select(key => ShapeSchema.Given(key.Name, nullable: key.Nullable))])));

        MetricWord[] neutral = [.. vocabulary.Metrics.Where(metric => !metric.HasDirection)];
        if (neutral.Length > 0)
            yield return If(AllOf(MetricIn(neutral), Not(Compared())), Not(AnyOf([.. ConditionKeys.Regressions.Select(Given)])));
        foreach (JsonObject rule in VacuousSchema.Rules()) yield return rule;
        foreach (JsonObject range in Ranges(vocabulary.Metrics)) yield return range;
    }

    /// <summary>Rules between sections.</summary>
    private static IEnumerable<JsonObject> Policy(PolicyVocabulary vocabulary)
    {
        yield return If(Not(ShapeSchema.Given("baseline", nullable: true)),
            Conditions(Not(AnyOf([.. ConditionKeys.Regressions.Select(Given)]))));
        JsonObject reports = Conditions(Is("level", "inform")), said = In("report_only", new JsonObject { ["const"] = true });
        yield return If(AllOf(Given("conditions"), reports), said);
        yield return If(said, reports);
        FormKey[] fitted = [.. vocabulary.Forms.Where(form => form.IsFitted)];
        JsonObject trained = AnyOf([.. fitted.SelectMany(form => new[] { In("model", Given(form.Key.Name)),
            In("baseline", Given(form.Key.Name)) })]);
        if (fitted.Length > 0)
            yield return If(trained, In("data", AnyOf(ShapeSchema.Given("test", true), ShapeSchema.Given("split", true))));
        JsonObject[] alone = [.. vocabulary.Forms.Where(form => form.BringsRows is not null)
            .Select(form => In("model", In(form.Key.Name, form.BringsRows!)))];
        JsonObject source = In("data", Given("source"));
        if (alone.Length == 0) yield return source;
        else yield return If(fitted.Length > 0 ? AnyOf(Not(AnyOf(alone)), trained) : Not(AnyOf(alone)), source);
        foreach (JsonObject rule in ScoreSchema.Rules(vocabulary)) yield return AllOf(Property("model", rule), Property("baseline", rule));
        foreach (PolicyTask task in Enum.GetValues<PolicyTask>()) yield return If(Is("task", Words.Snake(task)), Task(task, vocabulary));
    }

    private static IEnumerable<JsonObject> Methods(PolicyVocabulary vocabulary)
    {
        foreach (var metrics in vocabulary.Metrics.Where(metric => metric.Methods.Count < Enum.GetValues<MethodSpec>().Length)
            .GroupBy(metric => string.Join(',', metric.Methods)))
            yield return If(MetricIn(metrics), Property("method", ShapeSchema.OneOf(metrics.First().Methods.Select(Words.Snake))));
        JsonObject own = AllOf(MetricIn(vocabulary.Metrics.Where(metric => metric.OwnReference)), Not(Given("method")));
        yield return If(ShapeSchema.Given("reference", nullable: true), AnyOf(Is("method", "to_reference"), own));
    }

    private static JsonObject Parameters(MetricWord metric) => new()
    {
        ["properties"] = new JsonObject(metric.Parameters.Select(word => KeyValuePair.Create(word.Name, (JsonNode?)Parameter(word)))),
        ["additionalProperties"] = false,
    };

    private static JsonObject Parameter(ParameterWord word)
    {
        JsonObject schema = new ShapeSchema([]).Of(word.Shape);
        schema.Insert(0, "description", word.Description);
        if (word.Default is double value) schema["default"] = YamlJson.Number(value);
        return schema;
    }

    /// <summary>A metric that serves the task, or one of two classes where the class is named or groups are compared.</summary>
    private static JsonObject Serves(PolicyTask task, PolicyVocabulary vocabulary)
    {
        JsonObject plain = MetricIn(vocabulary.Metrics.Where(metric => metric.Tasks.Contains(task)));
        if (task != PolicyTask.MulticlassClassification) return AllOf(plain, Not(ShapeSchema.Given("class", nullable: true)));
        JsonObject named = AnyOf(ShapeSchema.Given("class", nullable: true), AllOf(GivenBy(), Not(Is("compare", "each"))));
        return AnyOf(plain, AllOf(MetricIn(vocabulary.Metrics.Where(metric => metric.ServesClasses)), named));
    }

    private static JsonObject Task(PolicyTask task, PolicyVocabulary vocabulary)
    {
        var model = new JsonArray();
        foreach (FormKey form in vocabulary.Forms)
            if (form.TaskSchema(task) is { } schema) model.Add(Property(form.Key.Name, schema));
        var all = new JsonArray(Conditions(Serves(task, vocabulary)));
        foreach (JsonObject range in Ranges(vocabulary.Metrics.Select(metric => metric.In(task)).Except(vocabulary.Metrics)))
            all.Add(Conditions(range));
        if (task != PolicyTask.BinaryClassification)
        {
            model.Add(Not(AnyOf(Given("threshold"), Given("score_type"))));
            if (task == PolicyTask.Regression) model.Add(Not(Given("calibrate")));
            all.Add(Property("data", Not(ShapeSchema.Given("positive", true))));
        }
        if (model.Count > 0)
        {
            all.Add(Property("model", new JsonObject { ["allOf"] = model }));
            all.Add(Property("baseline", new JsonObject { ["allOf"] = model.DeepClone() }));
        }
        return new JsonObject { ["allOf"] = all };
    }

    private static IEnumerable<JsonObject> Ranges(IEnumerable<MetricWord> metrics) =>
        metrics.GroupBy(metric => (metric.Low, metric.High, metric.HigherIsBetter)).Select(Ranges);

    /// <summary>Bounds within what the metrics can be; the names stand once, since they are most of the schema.</summary>
    private static JsonObject Ranges(IGrouping<(double Low, double High, bool? HigherIsBetter), MetricWord> metrics)
    {
        MetricWord any = metrics.First();
        JsonObject Of(CompareSpec? compare) => AllOf(Within(ValueRange.Of(any, compare)), VacuousSchema.Of(any, compare));
        return If(MetricIn(metrics), AllOf(If(Not(Compared()), Of(null)), If(Compared(CompareSpec.Difference), Of(CompareSpec.Difference)),
            If(Compared(CompareSpec.Ratio), Of(CompareSpec.Ratio))));
    }

    private static JsonObject Within((double Low, double High) range)
    {
        var bound = new JsonObject();
        if (double.IsFinite(range.Low)) bound["minimum"] = YamlJson.Number(range.Low);
        if (double.IsFinite(range.High)) bound["maximum"] = YamlJson.Number(range.High);
        var properties = new JsonObject { ["min"] = bound, ["max"] = bound.DeepClone() };
        double width = range.High - range.Low;
        if (double.IsFinite(width)) properties["max_regression"] = new JsonObject { ["maximum"] = YamlJson.Number(width) };
        return new JsonObject { ["properties"] = properties };
    }
}
