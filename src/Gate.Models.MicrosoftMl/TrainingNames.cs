namespace Gate.Models.MicrosoftMl;

/// <summary>The columns of the training rows as Microsoft.ML sees them.</summary>
internal static class TrainingNames
{
    public const string Features = "Features", Label = "Label", Weight = "Weight";
}
