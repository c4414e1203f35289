using CsCheck;

namespace Gate.Tests.Properties;

public sealed class RandomCasesTests
{
    private static readonly Gen<int[]> lists = Gen.Int[0, 1000].Array[0, 20];

    [Fact]
    public void The_same_cases_are_tried_in_every_run()
    {
        Assert.Equal(Tried(1), Tried(1));
        Assert.NotEqual(Tried(1), Tried(2));

        static List<string> Tried(ulong seed)
        {
            List<string> tried = [];
            RandomCases.Hold(lists, 50, list => tried.Add(Print(list)), Print, seed);
            return tried;
        }
    }

    [Fact]
    public void A_failure_shows_a_small_case_and_its_seed()
    {
        Action<int[]> property = list => Assert.DoesNotContain(list, number => number > 700);
        string message = Assert.Throws<CsCheckException>(() => RandomCases.Hold(lists, 50, property, Print)).Message;
        Assert.EndsWith("[701]", message, StringComparison.Ordinal);
        string seed = message.Split('"')[1];
        string again = Assert.Throws<CsCheckException>(() => lists.Sample(property, seed: seed, iter: 1, print: Print)).Message;
        Assert.EndsWith("[701]", again, StringComparison.Ordinal);
    }

    private static string Print(int[] list) => $"[{string.Join(", ", list)}]";
}
