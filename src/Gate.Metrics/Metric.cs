namespace Gate.Metrics;

/// <summary>One metric: its definition for people, and (in a subclass) its computation from sufficient statistics.</summary>
public abstract class Metric
{
    /// <summary>The name, snake_case, as scikit-learn or Fairlearn spell it.</summary>
    public abstract string Name { get; }

    /// <summary>Other names that policies may use (<c>mae</c> for <c>mean_absolute_error</c>).</summary>
    public virtual IReadOnlyList<string> Aliases => [];

    /// <summary>What it measures, in one sentence.</summary>
    public abstract string Definition { get; }

    /// <summary>Whether larger or smaller values are better.</summary>
    public abstract Direction Direction { get; }

    /// <summary>The smallest and largest value that it can take.</summary>
    public abstract (double Low, double High) Range { get; }

    /// <summary>When it is undefined, as a clause; empty when it always is defined on at least one row.</summary>
    public abstract string UndefinedWhen { get; }

    /// <summary>Where the definition comes from.</summary>
    public abstract string Source { get; }

    /// <summary>What it reads of the model's output.</summary>
    public abstract MetricInput Input { get; }

    /// <summary>The tasks that it serves.</summary>
    public abstract IReadOnlyList<TaskType> Tasks { get; }

    /// <summary>The tasks in whose reports it is shown unasked; averages over classes say nothing new about two classes.</summary>
    public virtual IReadOnlyList<TaskType> ReportedFor => Tasks;

    /// <summary>Whether it is a plain fact about the rows (a count), without sampling uncertainty and so without an interval.</summary>
    public virtual bool IsExact => false;

    /// <summary>Which rows must be plentiful for it to be worth judging.</summary>
    public virtual EvidenceNeeds Needs => EvidenceNeeds.Rows;
}
