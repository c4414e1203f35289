using Gate.Models.MicrosoftMl.Training;
using Microsoft.ML;

namespace Gate.Tests.Models.MicrosoftMl;

/// <summary>Training by Microsoft.ML itself beside tests that train through Gate: one at a time, as they share their threads.</summary>
internal static class Alone
{
    public static ITransformer FitAlone(this IEstimator<ITransformer> trainer, IDataView rows) =>
        OneAtATime.Run(1, () => trainer.Fit(rows), CancellationToken.None);
}
