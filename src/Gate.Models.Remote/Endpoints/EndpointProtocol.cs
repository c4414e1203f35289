namespace Gate.Models.Remote.Endpoints;

/// <summary>How a scoring server is spoken to.</summary>
public enum EndpointProtocol
{
    /// <summary>MLflow's <c>/invocations</c>: <c>dataframe_split</c>, answered by <c>predictions</c>.</summary>
    Mlflow,

    /// <summary>An online endpoint of Azure Machine Learning for a model of MLflow: <c>input_data</c>, answered by a list.</summary>
    Azureml,

    /// <summary>An online endpoint of Azure Machine Learning with a script of its own: <c>data</c>, a record for each row.</summary>
    AzuremlData,

    /// <summary>The Open Inference Protocol (KServe v2), as Triton, MLServer and others speak it: tensors.</summary>
    KserveV2,
}
