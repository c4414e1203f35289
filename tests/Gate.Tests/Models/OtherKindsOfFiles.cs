using System.Text;
using Gate.Models.Formats;

namespace Gate.Tests.Models;

/// <summary>Files in which people keep models and that are not read are known by their first bytes.</summary>
public sealed class OtherKindsOfFiles
{
    [Theory]
    [InlineData("\u0080\u0004\u0095", "is a pickle")]
    [InlineData("\u0080\u0002c", "is a pickle")]
    [InlineData("ccopy_reg\n_reconstructor", "is a pickle")]
    [InlineData("\u0089HDF\r\n\u001a\n", "is an HDF5 file")]
    [InlineData("PK\u0003\u0004......archive/data.pkl", "is a zip archive (PyTorch's .pt)")]
    [InlineData("PK\u0003\u0004......config.json", "is a zip archive (Keras' .keras)")]
    [InlineData("PK\u0003\u0004......notes.txt", "is a zip archive (as .pt")]
    [InlineData("\u001f\u008b\u0008", "is a compressed file")]
    [InlineData("x\u009c", "is a compressed file")]
    [InlineData("BZh9", "is a compressed file")]
    [InlineData("binf", "is in XGBoost's old binary format")]
    [InlineData("CBM1", "is a CatBoost model")]
    public void Are_named_with_what_to_do(string start, string said)
    {
        string refusal = OtherFormats.Refusal(Encoding.Latin1.GetBytes(start))!;
        Assert.StartsWith(said, refusal, StringComparison.Ordinal);
        Assert.True(refusal.Contains("onnx", StringComparison.Ordinal) || refusal.Contains("model.json", StringComparison.Ordinal));
    }

    [Fact]
    public void Models_of_MlNet_are_sent_to_their_own_key() => Assert.Equal("is a model of ML.NET: 'mlnet: model.zip' reads it",
        OtherFormats.Refusal(Encoding.Latin1.GetBytes("PK\u0003\u0004......TransformerChain/Model.key")));

    [Theory]
    [InlineData("")]
    [InlineData("{\"learner\":")]
    [InlineData("tree\nversion=v4")]
    [InlineData("\u0008\u0009\u0012\u0004gate")]
    [InlineData("PK")]
    public void Others_are_let_through(string start) => Assert.Null(OtherFormats.Refusal(Encoding.Latin1.GetBytes(start)));
}
