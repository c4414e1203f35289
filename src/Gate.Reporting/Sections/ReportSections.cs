using Gate.Evaluation.Results;
using Gate.Reporting.Sections.Attribution;
using Gate.Reporting.Sections.Changes;
using Gate.Reporting.Sections.Classes;
using Gate.Reporting.Sections.Conditions;
using Gate.Reporting.Sections.Confusion;
using Gate.Reporting.Sections.Counterfactuals;
using Gate.Reporting.Sections.Curves;
using Gate.Reporting.Sections.Data;
using Gate.Reporting.Sections.Dependence;
using Gate.Reporting.Sections.Drift;
using Gate.Reporting.Sections.Errors;
using Gate.Reporting.Sections.Gaps;
using Gate.Reporting.Sections.Groups;
using Gate.Reporting.Sections.Importance;
using Gate.Reporting.Sections.Models;
using Gate.Reporting.Sections.Notes;
using Gate.Reporting.Sections.Operation;
using Gate.Reporting.Sections.Origins;
using Gate.Reporting.Sections.Overall;
using Gate.Reporting.Sections.Policies;
using Gate.Reporting.Sections.Proxies;
using Gate.Reporting.Sections.Rows;
using Gate.Reporting.Sections.Search;
using Gate.Reporting.Sections.Slices;
using Gate.Reporting.Sections.Surrogates;
using Gate.Reporting.Sections.Waivers;
using Gate.Reporting.Sections.WhatIf;

namespace Gate.Reporting.Sections;

/// <summary>The sections below the verdict.</summary>
internal static class ReportSections
{
    /// <summary>All of them, in the order of the page and of the summary: the most important first.</summary>
    internal static IReadOnlyList<ReportSection> All { get; } =
    [
        new ConditionsSection(), new ChangesSection(), new OverallSection(), new GroupsSection(), new ConfusionSection(),
        new ClassesSection(),
        new ErrorsSection(), new CurvesSection(), new SlicesSection(), new ImportanceSection(), new AttributionSection(),
        new RowsSection(),
        new SurrogateSection(), new DependenceSection(), new WhatIfSection(), new CounterfactualsSection(), new GapsSection(),
        new ProxiesSection(), new DriftSection(), new SearchSection(), new OperationSection(), new WaiversSection(), new NotesSection(),
        new PolicySection(), new DataSection(), new ModelSection(), new ProvenanceSection(),
    ];

    /// <summary>Those that a result has facts for.</summary>
    internal static IEnumerable<ReportSection> Of(GateResult result) => All.Where(section => section.Has(result));

    /// <summary>The names of those that it has no facts for.</summary>
    internal static IReadOnlySet<string> Absent(GateResult result) =>
        All.Where(section => !section.Has(result)).Select(section => section.Name).ToHashSet(StringComparer.Ordinal);
}
