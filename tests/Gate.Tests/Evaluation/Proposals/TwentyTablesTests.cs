namespace Gate.Tests.Evaluation.Proposals;

/// <summary>Labels of tables that nobody made for Gate, by the help pages of their packages; see <c>Tables/README.md</c>.</summary>
public sealed class TwentyTablesTests
{
    private static readonly Dictionary<string, string> Answers = new()
    {
        ["attrition"] = "Attrition",
        ["credit_data"] = "Status",
        ["wa_churn"] = "churn",
        ["lending_club"] = "Class",
        ["GermanCredit"] = "Class",
        ["TitanicSurvival"] = "survived",
        ["Rossi"] = "arrest",
        ["Arrests"] = "released",
        ["Mroz"] = "lfp",
        ["Chile"] = "vote",
        ["Salaries"] = "salary",
        ["HMDA"] = "deny",
        ["ResumeNames"] = "call",
        ["BankWages"] = "job",
        ["Pima.te"] = "type",
        ["lung"] = "status",
        ["kyphosis"] = "Kyphosis",
        ["fair"] = "affairs",
        ["wine"] = "target",
        ["Sacramento"] = "price",
    };
}
