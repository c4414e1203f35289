using Gate.Data;
using Gate.Evaluation.Results;

namespace Gate.Evaluation.Proposals;

/// <summary>Columns that a model has written beside the data, and what they say of the label.</summary>
internal static class OutputGuesses
{
    private static readonly string[] predictionWords = ["pred", "preds", "predicted", "prediction", "predictions", "yhat", "hat", "ypred",
        "forecast", "forecasts"];

    private static readonly string[] probabilityWords = ["prob", "probs", "proba", "probability", "probabilities", "logit", "logits",
        "logodds", "propensity", "pscore", "yscore"];

    private static readonly string[] scoreNames = ["score", "scores", "modelscore", "yscore", "riskscore", "classifierscore"];

    private static readonly string[] lowWords = ["lower", "low", "lo", "lwr"], highWords = ["upper", "high", "hi", "upr"];

    /// <summary>Whether a column's name, and the numbers of a score, are those that a model gives.</summary>
    public static bool IsOutput(Column column)
    {
        string[] words = NameWords.Of(column.Name);
        if (words.Any(predictionWords.Contains)) return column.Type is not (ColumnType.Date or ColumnType.Timestamp);
        if (column is not NumericColumn numbers || numbers.Type is ColumnType.Date or ColumnType.Timestamp) return false;
        if (words.Any(probabilityWords.Contains)) return true;
        bool shares = numbers.Type == ColumnType.Real && Range(numbers) is ( >= 0, <= 1);
        return scoreNames.Contains(string.Concat(words)) || (shares && (words.Contains("score") || IsP(words)));
    }

    /// <summary>Whether a column's name, beside those of predictions, is that of an end of their intervals.</summary>
    public static bool IsEnd(Column column) => column is NumericColumn && NameWords.Of(column.Name) is [.., var last]
        && (lowWords.Contains(last) || highWords.Contains(last));

    /// <summary>What the outputs say of a label, or null when none can be read as its prediction or score.</summary>
    /// <param name="outputs">The columns that a model gave.</param>
    /// <param name="label">The label.</param>
    /// <param name="task">The task.</param>
    /// <param name="favoured">Of a binary task the class that would be the positive one, as the label writes it.</param>
    public static ProposedOutput? Of(IReadOnlyList<Column> outputs, Column label, TaskType task, string? favoured) => task switch
    {
        TaskType.Regression => Numbers(outputs),
        TaskType.BinaryClassification => Two(outputs, label.ToCategories(), favoured!),
        _ => Many(outputs, label.ToCategories()),
    };

    private static ProposedOutput? Numbers(IReadOnlyList<Column> outputs)
    {
        Column[] numbers = [.. outputs.Where(column => column is NumericColumn)];
        Column? lower = numbers.FirstOrDefault(column => NameWords.Of(column.Name)[^1] is var last && lowWords.Contains(last));
        Column? upper = numbers.FirstOrDefault(column => NameWords.Of(column.Name)[^1] is var last && highWords.Contains(last));
        return numbers.FirstOrDefault(column => column != lower && column != upper) is not { } prediction ? null
            : new()
            {
                Prediction = prediction.Name,
                Lower = upper is null ? null : lower?.Name,
                Upper = lower is null ? null : upper?.Name,
            };
    }

    private static ProposedOutput? Two(IReadOnlyList<Column> outputs, CategoryColumn label, string favoured)
    {
        Column? prediction = outputs.FirstOrDefault(column => IsOfClasses(column, label));
        NumericColumn[] scores = [.. outputs.OfType<NumericColumn>().Where(column => column != prediction && column.MissingCount == 0
            && column.ToCategories().Categories.Length > 1 && column.Values.All(double.IsFinite))];
        NumericColumn? score = scores.FirstOrDefault(column => EndsWith(column, favoured)) ?? scores.FirstOrDefault();
        if (score is null) return prediction is null ? null : new() { Prediction = prediction.Name };
        int positive = Array.IndexOf(label.Categories, favoured);
        (double inFavoured, double inOther) = (Mean(score, label, positive), Mean(score, label, 1 - positive));
        string of = label.Categories[inFavoured >= inOther ? positive : 1 - positive];
        // Where the model's own decisions are there, no threshold decides, and scores may lie where they like.
        string evidence = Evidence(of, inFavoured, inOther);
        if (prediction is not null)
            return new() { Prediction = prediction.Name, Score = [new("", score.Name)], IsOf = of, Evidence = evidence };
        (double low, double high) = Range(score);
        bool anything = high > 100 || (low < 0 && score.Type != ColumnType.Real);
        return new()
        {
            Score = [new("", score.Name)],
            ScoreType = low >= 0 && high <= 1 ? null : anything ? "any" : low < 0 ? "logit" : "percent",
            Threshold = anything ? Median(score) : null,
            IsOf = of,
            Evidence = evidence,
        };
    }

    private static string Evidence(string of, double one, double other) => $"its mean is {NumberText.Estimate(Math.Max(one, other))} where "
        + $"the label is '{of}' and {NumberText.Estimate(Math.Min(one, other))} elsewhere";

    private static ProposedOutput? Many(IReadOnlyList<Column> outputs, CategoryColumn label)
    {
        KeyValuePair<string, string>[] scores = [.. label.Categories
            .Select(value => (Class: value, Column: outputs.OfType<NumericColumn>().FirstOrDefault(column => EndsWith(column, value))))
            .Where(pair => pair.Column is not null).Select(pair => KeyValuePair.Create(pair.Class, pair.Column!.Name))];
        Column? prediction = outputs.FirstOrDefault(column => IsOfClasses(column, label));
        if (scores.Length != label.Categories.Length || scores.DistinctBy(score => score.Value).Count() < scores.Length) scores = [];
        return prediction is null && scores.Length == 0 ? null : new() { Prediction = prediction?.Name, Score = scores };
    }

    private static bool IsOfClasses(Column column, CategoryColumn label) => column.MissingCount == 0
        && column.ToCategories().Categories.All(label.Categories.Contains);

    /// <summary>Whether a name ends with a class: <c>p_setosa</c>, <c>prob_1</c>, <c>p1</c>.</summary>
    private static bool EndsWith(Column column, string value)
    {
        string last = string.Concat(NameWords.Of(value)), name = string.Concat(NameWords.Of(column.Name));
        return last.Length > 0 && name.EndsWith(last, StringComparison.Ordinal) && name.Length > last.Length;
    }

    private static bool IsP(string[] words) => words is ["p", ..] or [['p', >= '0' and <= '9']];

    private static (double Low, double High) Range(NumericColumn column)
    {
        double[] present = [.. column.Values.Where(double.IsFinite)];
        return present.Length == 0 ? (double.NaN, double.NaN) : (present.Min(), present.Max());
    }

    private static double Mean(NumericColumn scores, CategoryColumn label, int code) =>
        scores.Values.Where((_, row) => label.Codes[row] == code).DefaultIfEmpty(0).Average();

    private static double Median(NumericColumn column) => column.Values.Order().ElementAt(column.Count / 2);
}
