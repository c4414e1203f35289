using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Vocabulary;

namespace Gate.Policy.Reading;

/// <summary>Reads <c>model</c> and <c>baseline</c>: what all forms share is here, the rest in the form.</summary>
internal sealed class ModelBinder(PolicyVocabulary vocabulary, DataSpec data, Section? dataSection, PolicyTask? task)
{
    /// <summary>The model of a section, or null when it is not given or wrong.</summary>
    public ModelSpec? Bind(Section root, Key<Section?> key)
    {
        if (root.Get(key) is not { } section) return null;
        TaskCheck.OnlyBinary(section, FormContext.Threshold, task);
        TaskCheck.OnlyClasses(section, FormContext.Calibrate, task);
        TaskCheck.OnlyBinary(section, FormContext.ScoreType, task);
        foreach (FormKey form in vocabulary.Forms)
        {
            if (section.Get(form.Key) is not { } own) continue;
            // Measured on the rows that it was fitted to, any model looks good.
            if (form.IsFitted && dataSection is not null && !dataSection.Has(DataKeys.Test) && !dataSection.Has(DataKeys.Split))
                section.RefuseKey(form.Key, "a model that the run trains must be measured on rows that it has not seen; add "
                    + "'split: { test: 0.3 }' or 'test: holdout.csv' to data");
            var context = new FormContext(task, data, dataSection?.Has(DataKeys.Source) ?? true, section);
            ModelSpec? model = form.Bind(own, context);
            return model is null ? null : new ScoreRules(section, form, model with { At = root.KeyAt(key) }).Bind();
        }
        return null;
    }
}
