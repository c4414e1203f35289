using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Gate.Data;

namespace Gate.Evaluation.Loading;

/// <summary>A digest of a table's content, for data that comes from a query and so from no file.</summary>
internal static class TableDigest
{
    public static string Of(Table table)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Column column in table.Columns)
        {
            // Each text ends in a zero byte, so that neighbours cannot run together.
            hash.AppendData(Encoding.UTF8.GetBytes($"{column.Name}\0{column.Type}\0"));
            if (column is NumericColumn numbers) hash.AppendData(MemoryMarshal.AsBytes(numbers.Values.AsSpan()));
            if (column is CategoryColumn categories)
            {
                foreach (string text in categories.Categories) hash.AppendData(Encoding.UTF8.GetBytes(text + "\0"));
                hash.AppendData(MemoryMarshal.AsBytes(categories.Codes.AsSpan()));
            }
        }
        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
