using System.Globalization;
using System.Text;

namespace Gate.Tests.Models;

/// <summary>Faults at random places of a file.</summary>
internal static class Mutations
{
    private static readonly string[] numbers = ["-1", "0", "1", "2", "255", "2147483647", "2147483648", "-2147483649", 
        "99999999999999999999", "1e400", "-1e-400", "nan", "inf", "", "0.5", "1048577"];

    /// <summary>A number from the environment.</summary>
    public static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value
            : otherwise;

    /// <summary>A copy with one to four faults.</summary>
    public static byte[] Of(byte[] original, Random random)
    {
        List<byte> bytes = [.. original];
        for (int n = random.Next(1, 5); n > 0 && bytes.Count > 0; n--)
        {
            int at = random.Next(bytes.Count), length = Math.Min(random.Next(1, 40), bytes.Count - at);
            // Most faults keep the length, so that they reach further than the first check.
            switch (random.Next(4) < 3 ? random.Next(5) : random.Next(5, 9))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes[at] = (byte)(random.Next(2) == 0 ? 0 : 0x7F);
                    break;
                case 3:
                    // A number becomes its neighbour: most indices and lengths are small.
                    bytes[at] = (byte)(bytes[at] + (random.Next(2) == 0 ? 1 : -1));
                    break;
                case 4:
                    Number(bytes, at, random);
                    break;
                case 5:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 6:
                    bytes.InsertRange(at, [0xFF, 0xFF, 0xFF, 0xFF, (byte)random.Next(16)]);
                    break;
                case 7:
                    bytes.RemoveRange(at, length);
                    break;
                default:
                    if (random.Next(8) == 0) bytes.RemoveRange(at, bytes.Count - at);
                    else bytes[at] = bytes[random.Next(bytes.Count)];
                    break;
            }
        }
        return [.. bytes];
    }

    /// <summary>Another number in the place of one in digits, at or behind a place.</summary>
    private static void Number(List<byte> bytes, int at, Random random)
    {
        int from = bytes.FindIndex(at, one => one is >= (byte)'0' and <= (byte)'9');
        if (from < 0) return;
        int to = from;
        while (to < bytes.Count && bytes[to] is >= (byte)'0' and <= (byte)'9') to++;
        bytes.RemoveRange(from, to - from);
        bytes.InsertRange(from, Encoding.ASCII.GetBytes(numbers[random.Next(numbers.Length)]));
    }
}
