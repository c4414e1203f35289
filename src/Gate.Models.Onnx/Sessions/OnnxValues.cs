namespace Gate.Models.Onnx.Sessions;

/// <summary>Values on their way into or out of a session.</summary>
internal abstract record OnnxValues;

/// <summary>A tensor.</summary>
/// <param name="Values">A <c>float[]</c>, <c>double[]</c>, <c>long[]</c>, <c>string[]</c> …, row by row.</param>
/// <param name="Shape">Its dimensions.</param>
internal sealed record TensorValues(Array Values, long[] Shape) : OnnxValues;

/// <summary>A map from class to score for each row.</summary>
/// <param name="Keys">The classes, which are the same in every row.</param>
/// <param name="Scores">One score for each class, row by row.</param>
internal sealed record MapValues(IReadOnlyList<string> Keys, double[] Scores) : OnnxValues;
