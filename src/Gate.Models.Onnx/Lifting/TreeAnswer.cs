using Gate.Models.Onnx.Graphs;

namespace Gate.Models.Onnx.Lifting;

/// <summary>How one sum becomes the scores of two classes.</summary>
internal enum SumPair
{
    /// <summary>It does not: each score is a sum of its own.</summary>
    None,

    /// <summary>1 - s and s.</summary>
    Complement,

    /// <summary>-s and s.</summary>
    Opposite,
}

/// <summary>What a graph makes of the sums of its trees, as far as it is known: (Base + sums) / Divisor, the link, two of one.</summary>
/// <param name="Node">The step with the trees.</param>
/// <param name="Trees">Its trees.</param>
/// <param name="Base">What each sum starts from.</param>
internal sealed record TreeAnswer(OnnxNode Node, IReadOnlyList<SumTree> Trees, double[] Base)
{
    public double Divisor { get; init; } = 1;

    public OutputLink Link { get; init; } = new(LinkKind.Identity);

    public SumPair Pair { get; init; }

    /// <summary>Where each score stands among the answers; null where they are the answers.</summary>
    public IReadOnlyList<int>? Places { get; init; }

    /// <summary>How many answers there are.</summary>
    public int Answers { get; init; } = Base.Length;

    public int Outputs => Base.Length;

    /// <summary>How many scores the sums become.</summary>
    public int Scores => Pair == SumPair.None ? Outputs : 2;

    /// <summary>Whether nothing was made of the sums yet that further sums could not say.</summary>
    public bool IsSum => Link is { Kind: LinkKind.Identity, Scale: 1 } && Pair == SumPair.None && Places is null;

    /// <summary>The softmax or the logistic function of scores; null where it has no place there.</summary>
    public TreeAnswer? With(LinkKind kind)
    {
        if (Link.Kind != LinkKind.Identity || Pair == SumPair.Complement || Places is not null) return null;
        bool isPair = Pair == SumPair.Opposite;
        return kind switch
        {
            // The logistic functions of -s and s are 1 - p and p; the softmax of both is p of 2 s.
            LinkKind.Logistic when isPair => this with { Link = Link with { Kind = kind }, Pair = SumPair.Complement },
            LinkKind.Softmax when isPair => this with { Link = new(LinkKind.Logistic, 2 * Link.Scale), Pair = SumPair.Complement },
            LinkKind.Logistic => this with { Link = Link with { Kind = Outputs == 1 ? kind : LinkKind.LogisticEach } },
            LinkKind.Softmax when Outputs > 1 && Link.Scale == 1 => this with { Link = new(kind) },
            LinkKind.Exp or LinkKind.LogOnePlusExp when IsSum && Outputs == 1 => this with { Link = new(kind) },
            _ => null,
        };
    }
}

/// <summary>A tree that adds to one of the sums, its nodes as the file has them.</summary>
/// <param name="Output">Which sum.</param>
/// <param name="Nodes">The nodes; their features are the values that the step reads.</param>
internal sealed record SumTree(int Output, LiftedNode[] Nodes);
