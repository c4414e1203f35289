using static Gate.Models.LightGbm.Native.NativeMethods;

namespace Gate.Models.LightGbm.Native;

/// <summary>A model that is being trained.</summary>
internal sealed unsafe class Booster : IDisposable
{
    private readonly BoosterHandle handle;

    /// <summary>A model without trees.</summary>
    /// <param name="training">The rows that it is trained on.</param>
    /// <param name="parameters">LightGBM's parameters.</param>
    public Booster(DatasetHandle training, string parameters) =>
        Library.Check(LGBM_BoosterCreate(training, parameters, out handle));

    /// <summary>Adds rows that it is measured on and not trained on.</summary>
    public void AddValidation(DatasetHandle validation) => Library.Check(LGBM_BoosterAddValidData(handle, validation));

    /// <summary>One iteration. False where no split was worth making, and training ends.</summary>
    public bool Update()
    {
        Library.Check(LGBM_BoosterUpdateOneIter(handle, out int isFinished));
        return isFinished == 0;
    }

    /// <summary>The metric on the rows that it is measured on.</summary>
    public double Validate()
    {
        // One metric is asked for; some words stand for two.
        double* values = stackalloc double[16];
        Library.Check(LGBM_BoosterGetEval(handle, dataset: 1, out int count, values));
        return count > 0 ? values[0] : double.NaN;
    }

    /// <summary>The model as the text that LightGBM saves.</summary>
    /// <param name="iterations">How many iterations; 0 for all.</param>
    public byte[] Text(int iterations)
    {
        var text = new byte[1 << 20];
        long length = Save(iterations, text);
        if (length > text.Length) length = Save(iterations, text = new byte[length]);
        // The last byte ends the text in C.
        return text[..(int)(length - 1)];
    }

    public void Dispose() => handle.Dispose();

    private long Save(int iterations, byte[] text)
    {
        fixed (byte* first = text)
        {
            Library.Check(LGBM_BoosterSaveModelToString(handle, 0, iterations, importance: 0, text.Length, out long length, first));
            return length;
        }
    }
}
