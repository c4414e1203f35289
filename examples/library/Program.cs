using Gate.Metrics;
using Gate.Metrics.Frames;
using Gate.Metrics.Groups;

string[] truth = [.. Enumerable.Range(0, 400).Select(i => i % 3 == 0 ? "yes" : "no")];
string[] said = [.. Enumerable.Range(0, 400).Select(i => (i % 3 == 0 && i % 10 != 0) || i % 22 == 1 ? "yes" : "no")];
string[] sex = [.. Enumerable.Range(0, 400).Select(i => i % 2 == 0 ? "f" : "m")];

var frame = MetricFrame.Gather(Sample.OfTexts(truth, "yes", said), Grouping.OfTexts(("sex", sex)), new FrameOptions());

Console.Write(frame.ByGroup("accuracy", "recall"));
Measurement ratio = frame.Compare("selection_rate_ratio").Worst;
Console.WriteLine($"selection_rate_ratio {ratio.Value.Number:0.0000} ({ratio.Interval!.Low:0.0000} to {ratio.Interval.High:0.0000})");
Console.WriteLine($"equalized_odds_difference {frame.Compare("equalized_odds_difference").Worst.Value}");
Console.WriteLine($"among 500 rows at least: {frame.Compare("selection_rate_ratio", new LeastEvidence(MinCount: 500)).Worst.Value}");
