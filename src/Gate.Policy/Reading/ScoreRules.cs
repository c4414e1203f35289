using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Messages;
using Gate.Policy.Vocabulary;

namespace Gate.Policy.Reading;

/// <summary>What the scores of a model are, and the threshold on them.</summary>
internal sealed class ScoreRules(Section section, FormKey form, ModelSpec model)
{
    public ModelSpec Bind()
    {
        ScoreTypeSpec? type = section.Get(FormContext.ScoreType);
        double? stated = section.Get(FormContext.Threshold);
        if (!form.TakesScoreType && type is not (null or ScoreTypeSpec.Probability))
            section.Refuse(FormContext.ScoreType, $"the scores of '{form.Key.Name}' are probabilities; remove 'score_type'");
        else if (stated is { } threshold) CheckThreshold(threshold, type);
        else if (type == ScoreTypeSpec.Any && model.IsThresholded && !section.Has(FormContext.Threshold))
            section.Refuse(FormContext.ScoreType, "scores of any kind have no threshold of their own; add 'threshold'");
        if (!form.IsFitted) RefuseLearning();
        return model with
        {
            Maximise = section.Get(FormContext.ChosenThreshold)?.Get(FormContext.Maximise),
            Calibrate = section.Get(FormContext.Calibrate),
            Threshold = stated ?? FormContext.DefaultThreshold(type),
            StatesThreshold = stated is not null,
            ScoreType = type,
        };
    }

    /// <summary>Refuses what is learned from training rows, of a model that the run does not train.</summary>
    private void RefuseLearning()
    {
        if (section.Get(FormContext.ChosenThreshold) is not null)
            section.Refuse(FormContext.Threshold, "it is chosen on training rows, and the run does not train this model; give a number");
        if (section.Has(FormContext.Calibrate))
            section.RefuseKey(FormContext.Calibrate, "it is learned on training rows, and the run does not train this model");
    }

    private void CheckThreshold(double threshold, ScoreTypeSpec? type)
    {
        double high = type == ScoreTypeSpec.Percent ? 100 : 1;
        if (type is ScoreTypeSpec.Logit or ScoreTypeSpec.Any || (threshold >= 0 && threshold <= high)) return;
        string likely = threshold is > 1 and <= 100 ? "percent" : "logit";
        string remedy = type is null && form.TakesScoreType
            ? $"; say what the scores are where they are no probabilities, such as 'score_type: {likely}'" : "";
        section.Refuse(FormContext.Threshold,
            $"expected a number from 0 to {Words.Number(high)}, found the number {Words.Number(threshold)}{remedy}");
    }
}
