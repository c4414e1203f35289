namespace Gate.Evaluation.Proposals;

/// <summary>Words that names and values of columns carry in public data sets.</summary>
internal static class Words
{
    // Long stems also match what they begin (defaulted, churned); short words are whole, since 'dead' begins 'deadline'.
    private const int ShortestStem = 5;

    private static readonly string[] label = ["target", "label", "labels", "outcome", "truth"];

    private static readonly string[] wholeLabel = ["y", "class", "response", "actual", "ytrue"];

    private static readonly string[] harm = ["default", "deny", "denied", "denial", "reject", "death", "died", "dead", "deceas",
        "mortality", "fraud", "churn", "attrition", "fail", "failed", "failure", "relaps", "recid", "recidivism", "arrest", "bankrup",
        "delinquent", "cancelled", "canceled", "cancel", "dropout", "exited", "readmi", "terminat", "turnover", "rejected", "charged",
        "complain"];

    private static readonly string[] favour = ["surviv", "approv", "accept", "admitted", "hired", "released", "granted", "convert",
        "subscri", "purchas", "particip", "responded", "passed", "graduat", "lfp", "inlf", "callback"];

    private static readonly string[] outcome = ["vote", "voted", "diagnosis", "disease", "diabetes", "stroke", "cancer", "call",
        "status", "result", "risk", "quality", "species", "type", "price", "prices", "wage", "wages", "salary", "charges"];

    private static readonly string[] counted = ["prior", "priors", "previous", "prev", "past", "history", "hist", "num", "number", "no",
        "n", "count", "cnt", "days", "months", "years", "yrs", "weeks", "hours", "date", "time", "amount", "amnt", "avg", "mean",
        "total", "last", "since", "reason", "score", "scores", "rate"];

    private static readonly string[] @protected = ["sex", "gender", "male", "female", "woman", "women", "race", "ethnicity", "ethnic",
        "afam", "age", "religion", "nationality", "native", "citizen", "citizenship", "foreign", "foreigner", "disability", "disabled",
        "hispanic", "marital", "married", "pregnant", "pregnancy", "veteran", "minority", "orientation"];

    // Two of them among the values say that a column tells people apart, whatever its name is.
    private static readonly string[] people = ["male", "female", "man", "woman", "men", "women", "black", "white", "hispanic", "asian",
        "caucasian", "cauc", "afam", "african-american", "afro-american", "latino", "native american"];

    private static readonly string[] good = ["yes", "true", "1", "good", "approved", "accepted", "granted", "paid", "fully paid",
        "pass", "passed", "success", "hired", "admitted", "alive", "survived", "benign", ">50k", "t", "y"];

    private static readonly string[] bad = ["no", "false", "0", "bad", "denied", "rejected", "refused", "default", "defaulted",
        "charged off", "unpaid", "fail", "failed", "failure", "dead", "died", "malignant", "churned", "fraud", "<=50k", "f", "n"];

    // Yes and no, 1 and 0 say nothing of what happened; these do.
    private static readonly string[] plain = ["yes", "no", "true", "false", "1", "0", "t", "f", "y", "n"];

    // What is found or not is neither good nor bad before one knows what it is.
    private static readonly string[] found = ["present", "absent", "pos", "neg", "positive", "negative"];

    // Where something is says what to expect, and is not what is expected.
    private static readonly string[] places = ["latitude", "longitude", "lat", "lon", "lng", "long", "zip", "zipcode", "postcode"];

    public static bool IsLabel(string[] name) => name.Any(label.Contains) || wholeLabel.Contains(string.Concat(name));

    public static bool IsHarm(string[] name) => name.Any(word => Has(harm, word));

    public static bool IsEvent(string[] name) => name.Any(word => Has(harm, word) || Has(favour, word));

    public static bool IsOutcome(string[] name) => name.Any(outcome.Contains);

    /// <summary>Whether the name says that it counts or dates something, or that it came before.</summary>
    public static bool IsCounted(string[] name) => name.Any(counted.Contains);

    /// <summary>Whether the name is that of a protected attribute; years of a marriage are a duration, but years of age an age.</summary>
    public static bool IsProtected(string[] name) => name.Any(@protected.Contains) && (name.Contains("age") || !IsCounted(name));

    public static bool TellPeopleApart(IEnumerable<string> values) => values.Count(value => Is(people, value)) >= 2;

    public static bool IsGood(string value) => Is(good, value);

    public static bool IsBad(string value) => Is(bad, value);

    /// <summary>Whether a value says what came of something, beyond yes and no.</summary>
    public static bool IsTelling(string value) =>
        (IsGood(value) || IsBad(value) || Is(found, value)) && !Is(plain, value);

    public static bool IsPlace(string[] name) => name.Any(places.Contains);

    private static bool Is(string[] known, string value) => known.Contains(value.Trim().ToLowerInvariant());

    private static bool Has(string[] words, string word) => words.Any(known => known == word
        || (known.Length >= ShortestStem && word.StartsWith(known, StringComparison.Ordinal)));
}
