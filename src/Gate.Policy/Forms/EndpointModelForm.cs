using System.Text.Json.Nodes;
using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Vocabulary;
using Gate.Wording;

namespace Gate.Policy.Forms;

/// <summary>The form <c>endpoint</c>: a model behind a scoring server. The policy says how it is asked; whether it may be, the command line
/// says.</summary>
public static class EndpointModelForm
{
    /// <summary>What the name of an environment variable with a token begins with: a policy can name no other, and so send no other
    /// secret.</summary>
    public const string TokenPrefix = "GATE_TOKEN_";

    private static readonly Key<string?> Url = Key.Text("url", new TextShape("an address"),
        "The whole address that rows are sent to. Its host has to be allowed on the command line (--allow-host).")
        with { Required = true, Examples = ["https://models.example.com/credit/invocations"] };

    private static readonly Key<EndpointProtocolSpec?> Protocol = Key.Word<EndpointProtocolSpec>("protocol", "protocol", Meaning,
        "How the server is spoken to.") with { Required = true, Examples = ["mlflow"] };

    private static readonly Key<AnswersSpec> Answers = Key.Word("answers", "kind of answer", AnswersSpec.Scores, Meaning,
        "What an answer says of a row. Not for regression.");

    private static readonly Key<IReadOnlyList<KeyValuePair<string, string>>> Fields = Key.NamedTexts("fields",
        EitherShape.Of(new TextShape("a name"), new NamedShape("class", new TextShape("a name"), Min: 2)),
        "Where it says so, in answers with names and of tensors: the name of the positive class's score, of the class or of the value, or "
        + "a map with a name for the score of each class.")
        with { DefaultText = "answers have no names", Examples = ["probability", "{ \"no\": p0, \"yes\": p1 }"] };

    private static readonly Key<string?> Token = Key.Text("token", new TextShape("the name of an environment variable"),
        $"The environment variable that has a token, which is sent as bearer; its name begins with {TokenPrefix}.")
        with { DefaultText = "no token", Examples = [TokenPrefix + "CREDIT"] };

    private static readonly Key<string?> Tensor = Key.Text("tensor", new TextShape("the name of a tensor"),
        "Of kserve_v2: the one tensor that all columns go into, row by row; they are numbers then.")
        with { DefaultText = "a tensor for each column", Examples = ["input-0"] };

    private static readonly Key<DatatypeSpec?> Datatype = Key.Word<DatatypeSpec>("datatype", "type", Meaning,
        "Of kserve_v2: the type of numbers.") with { DefaultText = "fp64" };

    private static readonly Key<long> Batch = Key.Whole("batch", new NumberShape(1, 100_000), 1000, "How many rows go in a request.");

    private static readonly Key<long> Concurrency = Key.Whole("concurrency", new NumberShape(1, 64), 4,
        "How many requests are under way at once.");

    private static readonly Key<double> Timeout = Key.Number("timeout", new NumberShape(1, 3600), 60,
        "How many seconds a request may take.");

    private static readonly Key<long> Retries = Key.Whole("retries", new NumberShape(0, 10), 4,
        "How often a request is sent again that may go well the next time: no connection, no answer in time, 408, 429, 502, 503, 504.");

    private static readonly MapShape Shape = new([Url, Protocol, RemoteKeys.Columns, Answers, Fields, RemoteKeys.Classes, Token, Tensor,
        Datatype, Batch, Concurrency, Timeout, Retries]) { Rules = [KeyRule.Of(KeyRuleKind.AtMostOne, Fields, RemoteKeys.Classes)] };

    /// <summary>The form.</summary>
    public static FormKey Form { get; } = new(
        Key.Map("endpoint", Shape, "A model behind a scoring server. Its host has to be allowed on the command line.")
            with { Examples = ["{ url: \"https://models.example.com/invocations\", protocol: mlflow }"] }, Bind)
    {
        TakesScoreType = true,
        TaskSchema = OfTask,
    };

    private static EndpointSpec Bind(Section section, FormContext context)
    {
        if (context.Task == PolicyTask.Regression) RefuseClasses(section);
        else if (section.Get(Answers) == AnswersSpec.Classes) RefuseScores(section, context);
        CheckUrl(section);
        EndpointProtocolSpec protocol = section.Get(Protocol) ?? EndpointProtocolSpec.Mlflow;
        foreach (Key key in (Key[])[Tensor, Datatype])
            if (section.Has(key) && section.Get(Protocol) is not (null or EndpointProtocolSpec.KserveV2))
                section.RefuseKey(key, "only 'protocol: kserve_v2' has tensors; remove it");
        return RemoteKeys.Bind(section, context, Shape, new EndpointSpec(section.Get(Url) ?? "", protocol)
        {
            Answers = section.Get(Answers),
            Fields = section.Get(Fields),
            Token = section.Get(Token),
            Tensor = section.Get(Tensor),
            Datatype = section.Get(Datatype) ?? DatatypeSpec.Fp64,
            Batch = (int)section.Get(Batch),
            Concurrency = (int)section.Get(Concurrency),
            Timeout = section.Get(Timeout),
            Retries = (int)section.Get(Retries),
        });
    }

    private static void RefuseClasses(Section section)
    {
        foreach (Key key in (Key[])[Answers, RemoteKeys.Classes])
            if (section.Has(key)) section.RefuseKey(key, "regression has predicted numbers, and neither classes nor scores");
        if (section.Get(Fields) is not ([] or [{ Key: "" }])) section.Refuse(Fields, "for regression it is one name, that of the value");
    }

    private static void RefuseScores(Section section, FormContext context)
    {
        const string why = "has no effect where answers are classes; remove it";
        if (section.Has(RemoteKeys.Classes)) section.RefuseKey(RemoteKeys.Classes, why);
        if (section.Get(Fields) is not ([] or [{ Key: "" }])) section.Refuse(Fields, "is one name where answers are classes");
        foreach (Key key in (Key[])[FormContext.Threshold, FormContext.ScoreType])
            if (context.Model.Has(key)) context.Model.RefuseKey(key, why);
    }

    private static void CheckUrl(Section section)
    {
        if (section.Get(Url) is not { } text) return;
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? url) || url.Scheme is not ("https" or "http") || url.Host.Length == 0)
            section.Refuse(Url, $"'{Shown.Of(text)}' is no address such as https://models.example.com/invocations");
        else if (url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
            section.Refuse(Url, "has a user, a query or a fragment, and a secret must not stand in a policy; a token comes from an "
                + "environment variable ('token')");
        else if (section.Get(Token) is { } token) CheckToken(section, token, url);
    }

    private static void CheckToken(Section section, string token, Uri url)
    {
        if (!token.StartsWith(TokenPrefix, StringComparison.Ordinal) || token.Length == TokenPrefix.Length
            || !token.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '_'))
            section.Refuse(Token, $"expected the name of an environment variable such as {TokenPrefix}CREDIT, found '{Shown.Of(token)}'; "
                + $"the name begins with {TokenPrefix}, so that no policy can send another secret, and the token itself never stands in a "
                + $"policy");
        else if (url.Scheme != "https" && !url.IsLoopback)
            section.Refuse(Token, "a token goes over https only, and the address is http");
    }

    private static string Meaning(EndpointProtocolSpec protocol) => protocol switch
    {
        EndpointProtocolSpec.Mlflow => "MLflow's /invocations, 'dataframe_split'",
        EndpointProtocolSpec.Azureml => "an online endpoint of Azure Machine Learning with a model of MLflow, 'input_data'",
        EndpointProtocolSpec.AzuremlData => "one with a script of its own, 'data' with a record for each row",
        _ => "the Open Inference Protocol, as KServe, Triton and MLServer speak it: tensors",
    };

    private static string Meaning(AnswersSpec answers) => answers switch
    {
        AnswersSpec.Scores => "scores of classes: one, that of the positive class, or one for each class",
        _ => "the predicted class",
    };

    private static string Meaning(DatatypeSpec type) => type switch
    {
        DatatypeSpec.Fp64 => "double precision",
        DatatypeSpec.Fp32 => "single precision",
        _ => "whole numbers",
    };

    private static JsonObject? OfTask(PolicyTask task) => task != PolicyTask.Regression ? null : (JsonObject)JsonNode.Parse("""
        { "not": { "anyOf": [{ "required": ["answers"] }, { "required": ["classes"] }] },
          "properties": { "fields": { "type": "string" } } }
        """)!;
}
