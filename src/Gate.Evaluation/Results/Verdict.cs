using System.Text.Json.Serialization;

namespace Gate.Evaluation.Results;

/// <summary>What a finding, or a whole run, means; the order is that of gravity, worst first, so that what was never set is a
/// failure.</summary>
[JsonConverter(typeof(WordConverter<Verdict>))]
public enum Verdict
{
    /// <summary>The bound is missed.</summary>
    Fail,

    /// <summary>The data does not decide it.</summary>
    Inconclusive,

    /// <summary>Worth a look; it stops nothing.</summary>
    Warn,

    /// <summary>The bound is kept to.</summary>
    Pass,

    /// <summary>Only reported. A whole run never has it.</summary>
    Inform,
}

/// <summary>What a measurement says about its bound; the order is that of gravity, worst first.</summary>
[JsonConverter(typeof(WordConverter<Outcome>))]
public enum Outcome
{
    /// <summary>The bound is missed.</summary>
    Violated,

    /// <summary>There is no value.</summary>
    Undefined,

    /// <summary>The interval lies on both sides.</summary>
    Inconclusive,

    /// <summary>The bound is kept to.</summary>
    Satisfied,

    /// <summary>There is no bound.</summary>
    Reported,
}
