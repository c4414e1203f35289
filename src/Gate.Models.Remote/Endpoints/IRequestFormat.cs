using System.Text.Json;
using Gate.Data;
using Gate.Models.Remote.Answers;

namespace Gate.Models.Remote.Endpoints;

/// <summary>What a protocol writes and reads.</summary>
internal interface IRequestFormat
{
    /// <summary>Writes the body of a request.</summary>
    /// <param name="json">Where it goes.</param>
    /// <param name="rows">All rows.</param>
    /// <param name="from">The first row of the request.</param>
    /// <param name="count">The number of its rows.</param>
    /// <exception cref="ModelException">A value cannot be said.</exception>
    void Write(Utf8JsonWriter json, Table rows, int from, int count);

    /// <summary>Reads the answer.</summary>
    /// <param name="answer">What the server answered.</param>
    /// <param name="from">The first row of the request.</param>
    /// <param name="count">The number of its rows.</param>
    /// <param name="reader">Reads a row.</param>
    /// <param name="into">Where the numbers go: as many for each row as the contract has.</param>
    /// <exception cref="ModelException">It is no answer to the request.</exception>
    void Read(JsonElement answer, int from, int count, RowAnswers reader, Span<double> into);
}
