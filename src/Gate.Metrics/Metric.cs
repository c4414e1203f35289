using Gate.Data;

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

    /// <summary>The largest value that it can take where there are two classes.</summary>
    public virtual double HighestOfTwoClasses => Range.High;

    /// <summary>What its values are measured in: only values of one unit can stand on one scale.</summary>
    public virtual MetricUnit Unit => Range is (>= -1, <= 1) ? MetricUnit.Share : MetricUnit.Own;

    /// <summary>When it is undefined, as a clause; empty when it always is defined on at least one row.</summary>
    public abstract string UndefinedWhen { get; }

    /// <summary>Where the definition comes from.</summary>
    public abstract string Source { get; }

    /// <summary>What it reads besides what was true of the rows.</summary>
    public abstract MetricInputs Inputs { get; }

    /// <summary>The tasks that it serves.</summary>
    public abstract IReadOnlyList<TaskType> Tasks { get; }

    /// <summary>The tasks in whose reports it is shown unasked; averages over classes say nothing new about two classes.</summary>
    public virtual IReadOnlyList<TaskType> ReportedFor => Tasks;

    /// <summary>Whether it is a plain fact about the rows (a count), without sampling uncertainty and so without an interval.</summary>
    public virtual bool IsExact => false;

    /// <summary>Whether it reads single rows; else counts of them are enough (<see cref="GatheredCounts"/>).</summary>
    public virtual bool NeedsRows => true;

    /// <summary>Whether it sorts the rows once for each class of a multiclass task: its cost grows with their number.</summary>
    public virtual bool AsksEachClass => false;

    /// <summary>Which rows must be plentiful for it to be worth judging.</summary>
    public virtual EvidenceNeeds Needs => EvidenceNeeds.Rows;

    /// <summary>The numbers that its definition leaves open; empty for most metrics.</summary>
    public virtual IReadOnlyList<MetricParameter> Parameters => [];

    /// <summary>The value of each of its <see cref="Parameters"/> in this instance, in their order.</summary>
    public virtual IReadOnlyList<double> ParameterValues => [];

    /// <summary>Whether its definition leaves no other value to it, whatever the rows: it then is exact, and the same of every
    /// model.</summary>
    /// <param name="classes">The number of classes.</param>
    internal virtual bool IsCertain(int classes) => false;

    /// <summary>How its limits are made.</summary>
    internal virtual LimitsKind LimitsKind => LimitsKind.Replicates;

    /// <summary>The name.</summary>
    public sealed override string ToString() => Name;

    /// <summary>The same metric with other parameters.</summary>
    /// <param name="values">Values by name, within the range of each parameter; those not named keep their default.</param>
    /// <exception cref="ArgumentException">A name is no parameter of this metric, or a value is out of range.</exception>
    public Metric With(IReadOnlyDictionary<string, double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0) return this;
        foreach ((string name, double value) in values)
        {
            MetricParameter parameter = Parameters.FirstOrDefault(p => p.Name == name)
                ?? throw new ArgumentException($"{Name} has no parameter '{name}'", nameof(values));
            if (!(value >= parameter.Min && value <= parameter.Max) || (parameter.IsWhole && value != Math.Floor(value)))
                throw new ArgumentException($"{name} of {Name} is {value:R}, out of its range", nameof(values));
        }
        return Parameterised([.. Parameters.Select(parameter => values.GetValueOrDefault(parameter.Name, parameter.Default))]);
    }

    /// <summary>An instance with the given parameters, in the order of <see cref="Parameters"/>. Overridden by metrics that have
    /// any.</summary>
    /// <param name="values">One value a parameter, within its range.</param>
    protected virtual Metric Parameterised(IReadOnlyList<double> values) => this;

    /// <summary>
    /// The metric of one class against all others, for a metric of two classes that a multiclass task can ask of each class; else null. Its
    /// name is <c>recall[setosa]</c>. Compared between groups without a class, the worst class decides.
    /// </summary>
    /// <param name="code">The code of the class.</param>
    /// <param name="name">The name of the class.</param>
    public virtual Metric? OneVsRest(int code, string name) => null;
}
