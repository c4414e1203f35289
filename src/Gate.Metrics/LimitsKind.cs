namespace Gate.Metrics;

/// <summary>How the limits of a metric are made.</summary>
internal enum LimitsKind
{
    /// <summary>From replicates.</summary>
    Replicates,

    /// <summary>Wilson's, of hits among trials; of two models on the same rows, those of paired rates.</summary>
    Rate,

    /// <summary>Wilson's, of a share of all rows.</summary>
    Share,

    /// <summary>DeLong's, of an area under the ROC curve.</summary>
    Area,

    /// <summary>Those of gaps that noise can only widen (<see cref="Intervals.RaisedLimits"/>).</summary>
    Gaps,

    /// <summary>Those of the largest lead of one distribution over another, which noise can only raise as well.</summary>
    Lead,

    /// <summary>By a rule of the metric, from its sorted rows (<see cref="Kinds.RankedMetric.LimitsOf"/>).</summary>
    Rows,

    /// <summary>None: no method gives them.</summary>
    None,
}
