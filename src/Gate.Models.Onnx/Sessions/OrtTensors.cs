using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Gate.Models.Onnx.Sessions;

/// <summary>Between arrays and the values of ONNX Runtime.</summary>
internal static class OrtTensors
{
    /// <summary>A tensor of the library over an array, which must live as long.</summary>
    /// <remarks>By the code of the type: to a pattern an <c>int[]</c> is a <c>uint[]</c> too.</remarks>
    public static OrtValue Make(TensorValues tensor) => Type.GetTypeCode(tensor.Values.GetType().GetElementType()) switch
    {
        TypeCode.Single => Over<float>(tensor),
        TypeCode.Double => Over<double>(tensor),
        TypeCode.Int64 => Over<long>(tensor),
        TypeCode.Int32 => Over<int>(tensor),
        TypeCode.Int16 => Over<short>(tensor),
        TypeCode.SByte => Over<sbyte>(tensor),
        TypeCode.UInt64 => Over<ulong>(tensor),
        TypeCode.UInt32 => Over<uint>(tensor),
        TypeCode.UInt16 => Over<ushort>(tensor),
        TypeCode.Byte => Over<byte>(tensor),
        TypeCode.Boolean => Over<bool>(tensor),
        _ => Texts((string[])tensor.Values, tensor.Shape),
    };

    /// <summary>What a run answered.</summary>
    /// <exception cref="ModelException">It is nothing that Gate reads.</exception>
    public static OnnxValues Read(OrtValue value) => value.OnnxType switch
    {
        OnnxValueType.ONNX_TYPE_TENSOR => Tensor(value),
        OnnxValueType.ONNX_TYPE_SEQUENCE => Maps(value),
        _ => throw new ModelException("answers with something that is neither a tensor nor a map from class to score"),
    };

    private static OrtValue Over<T>(TensorValues tensor) where T : unmanaged =>
        OrtValue.CreateTensorValueFromMemory((T[])tensor.Values, tensor.Shape);

    private static OrtValue Texts(string[] values, long[] shape)
    {
        OrtValue tensor = OrtValue.CreateTensorWithEmptyStrings(OrtAllocator.DefaultInstance, shape);
        for (int i = 0; i < values.Length; i++) tensor.StringTensorSetElementAt(values[i].AsSpan(), i);
        return tensor;
    }

    private static TensorValues Tensor(OrtValue value)
    {
        OrtTensorTypeAndShapeInfo info = value.GetTensorTypeAndShape();
        Array values = info.ElementDataType switch
        {
            TensorElementType.Float => value.GetTensorDataAsSpan<float>().ToArray(),
            TensorElementType.Double => value.GetTensorDataAsSpan<double>().ToArray(),
            TensorElementType.Int64 => value.GetTensorDataAsSpan<long>().ToArray(),
            TensorElementType.Int32 => value.GetTensorDataAsSpan<int>().ToArray(),
            TensorElementType.Bool => value.GetTensorDataAsSpan<bool>().ToArray(),
            TensorElementType.String => value.GetStringTensorAsArray(),
            var other => throw new ModelException($"answers with a tensor of type {other.ToString().ToLowerInvariant()}, which Gate does "
                + $"not "
                + "read; cast the output to float"),
        };
        return new(values, info.Shape);
    }

    private static MapValues Maps(OrtValue sequence)
    {
        int rows = sequence.GetValueCount();
        (string[] keys, double[] scores) = ([], []);
        for (int row = 0; row < rows; row++)
        {
            using OrtValue map = sequence.GetValue(row, OrtAllocator.DefaultInstance);
            if (map.OnnxType != OnnxValueType.ONNX_TYPE_MAP)
                throw new ModelException("answers with a list that holds no maps from class to score");
            using OrtValue names = map.GetValue(0, OrtAllocator.DefaultInstance), values = map.GetValue(1, OrtAllocator.DefaultInstance);
            string[] own = Keys(Tensor(names).Values);
            double[] numbers = Numbers(Tensor(values).Values) ?? throw new ModelException("answers with maps that hold no numbers");
            if (row == 0) (keys, scores) = (own, new double[(long)rows * own.Length]);
            else if (!own.AsSpan().SequenceEqual(keys)) throw new ModelException("answers with other classes in one row than in another");
            numbers.CopyTo(scores, row * keys.Length);
        }
        return new(keys, scores);
    }

    /// <summary>Classes in words.</summary>
    public static string[] Keys(Array keys) => keys switch
    {
        string[] texts => texts,
        long[] numbers => Array.ConvertAll(numbers, number => number.ToString(CultureInfo.InvariantCulture)),
        int[] numbers => Array.ConvertAll(numbers, number => number.ToString(CultureInfo.InvariantCulture)),
        bool[] flags => Array.ConvertAll(flags, flag => flag ? "true" : "false"),
        _ => throw new ModelException("answers with numbers with a fraction where classes are wanted; name them as scores ('score')"),
    };

    /// <summary>Numbers as doubles; null for texts.</summary>
    public static double[]? Numbers(Array values) => values switch
    {
        double[] numbers => numbers,
        float[] numbers => Array.ConvertAll(numbers, number => (double)number),
        long[] numbers => Array.ConvertAll(numbers, number => (double)number),
        int[] numbers => Array.ConvertAll(numbers, number => (double)number),
        bool[] flags => Array.ConvertAll(flags, flag => flag ? 1.0 : 0),
        _ => null,
    };
}
