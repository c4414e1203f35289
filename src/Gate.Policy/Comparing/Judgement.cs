using Gate.Policy.Document;

namespace Gate.Policy.Comparing;

/// <summary>What a rule says of a change.</summary>
/// <param name="Effect">What it does to what is let through.</param>
/// <param name="Reason">Why, as a clause.</param>
internal readonly record struct Judgement(ChangeEffect Effect, string Reason)
{
    public static Judgement Looser(string reason) => new(ChangeEffect.Looser, reason);

    public static Judgement Undecidable(string reason) => new(ChangeEffect.Undecidable, reason);

    public static Judgement Tighter(string reason) => new(ChangeEffect.Tighter, reason);

    public static Judgement Neutral(string reason) => new(ChangeEffect.Neutral, reason);

    /// <summary>The first to be told of several: where one change has many effects, the gravest is its own.</summary>
    public static Judgement Gravest(IEnumerable<Judgement> judgements, Judgement otherwise) =>
        judgements.OrderBy(judgement => judgement.Effect).FirstOrDefault(otherwise);
}
