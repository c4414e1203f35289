using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Models.Remote;
using Gate.Models.Remote.Endpoints;
using Gate.Policy.Document;
using Gate.Policy.Forms;
using Gate.Policy.Vocabulary;
using Gate.Wording;

namespace Gate.Evaluation.Candidates;

/// <summary>A model behind a scoring server.</summary>
internal sealed class EndpointForm : FedForm<EndpointSpec>
{
    public override FormKey Key => EndpointModelForm.Form;

    protected override IEnumerable<(string Role, string Path)> Files(EndpointSpec spec, PlacedModel model) => [];

    protected override IEnumerable<PolicyProblem> Check(EndpointSpec spec, PlacedModel model, Dataset data) =>
        base.Check(spec, model, data).Concat(RemoteSchemas.WrongFields(spec, model, data, spec.Fields, "endpoint.fields"));

    protected override Task<Candidate> CreateAsync(EndpointSpec spec, PlacedModel placed, Dataset data, IRunProgress progress,
        CancellationToken cancel) => Task.Run(() => Create(spec, placed, data, progress, cancel), cancel);

    private static Candidate Create(EndpointSpec spec, PlacedModel placed, Dataset data, IRunProgress progress, CancellationToken cancel)
    {
        RemoteAccess access = placed.Inputs.Remote;
        var address = new Uri(spec.Url);
        if (!access.Allows(address) || access.Clock is null)
            throw Problem(placed, "url", $"the host {RemoteAccess.HostOf(address)} is not allowed on this command line; where the rows may "
                + $"go there, add '--allow-host {RemoteAccess.HostOf(address)}'");
        EndpointOptions options = Options(spec, placed, address);
        progress.Begin($"asking {options.Place}{placed.Suffix}");
        var model = new EndpointModel(options, RemoteSchemas.Of(spec, data) with
        {
            Meaning = spec.Answers == AnswersSpec.Classes ? AnswerMeaning.Classes : AnswerMeaning.Scores,
            Fields = spec.Fields,
        }, access.Clock);
        Candidate candidate = ScoredModels.Score(model, placed, data, Facts(spec, options, model, data), progress, cancel);
        return RemoteSchemas.Held(candidate, model, data, spec.Answers == AnswersSpec.Scores, "what is behind an endpoint cannot be seen; "
            + "the verdict is bound to what it answered in this run", cancel);
    }

    private static EndpointOptions Options(EndpointSpec spec, PlacedModel placed, Uri address) => new(address, spec.Protocol switch
    {
        EndpointProtocolSpec.Mlflow => EndpointProtocol.Mlflow,
        EndpointProtocolSpec.Azureml => EndpointProtocol.Azureml,
        EndpointProtocolSpec.AzuremlData => EndpointProtocol.AzuremlData,
        _ => EndpointProtocol.KserveV2,
    })
    {
        Token = spec.Token is { } name ? Token(placed, name) : null,
        Batch = spec.Batch,
        Concurrency = spec.Concurrency,
        Timeout = TimeSpan.FromSeconds(spec.Timeout),
        Retries = spec.Retries,
        Tensor = spec.Tensor,
        Datatype = spec.Datatype.ToString().ToUpperInvariant(),
        Agent = placed.Inputs.Remote.Agent,
    };

    private static string Token(PlacedModel placed, string name)
    {
        string token = placed.Inputs.Remote.Variable(name)?.Trim() ?? "";
        if (token.Length == 0) throw Problem(placed, "token", $"the environment has no {name}, which should have the token");
        return token.All(letter => letter is > ' ' and < '\u007f') ? token
            : throw Problem(placed, "token", $"what {name} holds is no token: it has characters that no header may have");
    }

    private static PolicyException Problem(PlacedModel placed, string key, string message)
    {
        string full = $"{placed.Key}.endpoint.{key}";
        var spec = (EndpointSpec)placed.Spec;
        return new(placed.Inputs.PolicyPath, [new(spec.Marks.GetValueOrDefault(key, spec.At), full, $"{full}: {Shown.OneLine(message)}")]);
    }

    private static ModelFacts Facts(EndpointSpec spec, EndpointOptions options, EndpointModel model, Dataset data)
    {
        List<NamedText> parameters = [new("protocol", Protocol(spec.Protocol)), .. ModelFiles.Said(spec)];
        if (spec.Answers == AnswersSpec.Classes) parameters.Add(new("answers", "classes"));
        parameters.AddRange(spec.Fields.Select(field => new NamedText(field.Key.Length == 0 ? "field" : $"field of {field.Key}",
            field.Value)));
        bool thresholded = data.Task == TaskType.BinaryClassification && spec.IsThresholded;
        return new(model.Kind, options.Place, thresholded ? spec.Threshold : null, parameters,
            [.. model.Facts.Select(fact => new NamedText(fact.Key, fact.Value))], [.. model.Features]);
    }

    private static string Protocol(EndpointProtocolSpec protocol) => protocol switch
    {
        EndpointProtocolSpec.Mlflow => "mlflow",
        EndpointProtocolSpec.Azureml => "azureml",
        EndpointProtocolSpec.AzuremlData => "azureml_data",
        _ => "kserve_v2",
    };
}
