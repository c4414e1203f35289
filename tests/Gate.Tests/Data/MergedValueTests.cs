using Gate.Data;

namespace Gate.Tests.Data;

/// <summary>What a csv file writes in several ways and reading makes one is remembered, with how often each way occurs.</summary>
public sealed class MergedValueTests
{
    [Theory]
    [InlineData("1,01,1,2", "1: 2, 01: 1")]
    [InlineData("1,1.0,2.0,2.5", "1: 1, 1.0: 1")]
    [InlineData("1,+1,-1,-01", "-1: 1, -01: 1; 1: 1, +1: 1")]
    [InlineData("01,001,01", "01: 2, 001: 1")]
    [InlineData("1,1e0,3", "1: 1, 1e0: 1")]
    [InlineData("True,true,TRUE,false", "TRUE: 1, True: 1, true: 1")]
    [InlineData("True,False,true,false", "True: 1, true: 1; False: 1, false: 1")]
    [InlineData("01,02,03", "")]
    [InlineData("1.0,2.0,3.0", "")]
    [InlineData("1,2,3", "")]
    [InlineData("0,1,0", "")]
    [InlineData("1.5,1.50,2", "")]
    [InlineData("true,false", "")]
    [InlineData("a,A", "")]
    [InlineData("2024-01-01,2024-01-02", "")]
    public void Of_each_column(string fields, string expected)
    {
        using var folder = new DataFolder();
        folder.Write("d.csv", "c,x\n" + string.Concat(fields.Split(',').Select(field => $"{field},0\n")));
        Column column = TableReader.Read(new SourceOptions { Paths = ["d.csv"], BaseDirectory = folder.Path })["c"];
        Assert.Equal(expected, string.Join("; ", column.Merged.Select(value =>
            string.Join(", ", value.Spellings.Select(way => $"{way.Key}: {way.Value}")))));
    }

    [Theory]
    [InlineData(200, 200)]
    [InlineData(201, 0)]
    public void A_column_of_many_such_values_has_no_groups_and_is_given_up(int values, int told)
    {
        using var folder = new DataFolder();
        folder.Write("d.csv", "c,x\n" + string.Concat(Enumerable.Range(1, values).Select(i => $"{i},0\n0{i},0\n")));
        Assert.Equal(told, TableReader.Read(new SourceOptions { Paths = ["d.csv"], BaseDirectory = folder.Path })["c"].Merged.Count);
    }
}
