using Gate.Data;
using Gate.Models;
using Gate.Models.Linear;
using Gate.Tests.Reference;

namespace Gate.Tests.Models.Linear;

/// <summary>
/// Coefficients and probabilities of scikit-learn 1.2.1 (numpy 1.24.2, scipy 1.10.1), tol 1e-13, with its solvers that reach the minimum:
/// newton-cholesky for two classes, newton-cg for more. Its lbfgs ends about 1e-4 away from these.
/// </summary>
public class LogisticLikeScikitLearn
{
    private static LinearModel Fit(TrainingData data, params (string, object?)[] parameters) =>
        (LinearModel)TestData.Learner("logistic_regression", parameters).Fit(data);

    [Fact]
    public void Breast_cancer_standardised()
    {
        TrainingData data = TestData.Labelled("breast_cancer.csv");
        LinearModel model = Fit(data);
        Near(
            [-0.3630925319179321, -0.3876754424187584, -0.35106211867967363, -0.43560980328597604, -0.16183110281524565, 0.5626540336981022,
                -0.8599171195924021,
             -0.962280223488175, 0.07620903147902877, 0.3222262369486115, -1.2909422896744198, 0.26892190138788724, -0.6599745965624579,
                 -1.0125577321802823,
             -0.2772129589040149, 0.7363240127967529, 0.1105393207814105, -0.33340761888316467, 0.2957930259031856, 0.6809196730583749,
                 -1.0292622616479536,
             -1.3146076344464523, -0.8233473825766977, -1.0107068321134165, -0.6706819627765852, 0.04456425178742204, -0.8733339165222488,
                 -0.9120031219319651,
             -0.8878373243070153, -0.4798189080431596], model.Coefficients.Standardised, 1e-8);
        Near([0.2145027174017536], model.Coefficients.StandardisedIntercepts, 1e-8);
        Near([1.2077509568189527e-09, 3.200439338186005e-05, 1.6325077959775626e-07, 0.0004927499334358636, 2.988237804074602e-05,
            0.046936580106351725],
            model.Score(data.Features)[..6], 1e-10);
    }

    [Fact]
    public void Breast_cancer_with_lbfgs()
    {
        TrainingData data = TestData.Labelled("breast_cancer.csv");
        LinearModel model = Fit(data);
        Near(
            [-0.36317071884094665, -0.3877029910405289, -0.35111443761000916, -0.4355589606388465, -0.16176493207754175, 0.5625954840414763,
                -0.8598975867218188,
             -0.9622217513117618, 0.07616774713570791, 0.32218585303618713, -1.2910347918789074, 0.2689252641805867, -0.6598868525568915,
                 -1.0125008744744755,
             -0.2771704613832748, 0.736282402308142, 0.11052646668592826, -0.33350989770390915, 0.29590225042752943, 0.6809152776928878,
                 -1.0293611407744323,
             -1.3145931189362394, -0.8233170629440343, -1.0105935570535327, -0.6707313505247174, 0.04465887680021751, -0.8733006390307331,
                 -0.911958154229578,
             -0.8878969365933908, -0.47983137114316554], model.Coefficients.Standardised, 1.2e-4 /* theirs is that far from the minimum */);
        Near([0.21456573094302248], model.Coefficients.StandardisedIntercepts, 1e-4);
        Near([1.208166338925186e-09, 3.200437286662821e-05, 1.6326394907831714e-07, 0.0004928047923702742, 2.988631256904359e-05,
            0.04694174999481041],
            model.Score(data.Features)[..6], 1e-5);
    }

    [Fact]
    public void Breast_cancer_on_raw_numbers()
    {
        TrainingData data = TestData.Labelled("breast_cancer.csv");
        LinearModel model = Fit(data, ("standardize", false));
        Near([1.0145620739975116, 0.18138242795038637, -0.2756971245955432, 0.022650714260029244, -0.17839594836453102],
            model.Coefficients.Raw[..5], 1e-6);
        Near([28.08899762191684], model.Coefficients.Intercepts, 1e-5);
        double[] scores = model.Score(data.Features);
        Near([3.0502662222962904e-14, 0.9859871079988286, 0.004503908865849206, 0.9998795198717823],
            [scores[0], scores[19], scores[100], scores[568]], 1e-7);
    }

    [Fact]
    public void Weighted_with_a_stronger_penalty()
    {
        TrainingData data = TestData.Labelled("breast_cancer.csv");
        double[] weights = [.. Enumerable.Range(0, data.Labels!.Length).Select(i => 1.0 + i % 3)];
        LinearModel model = Fit(data with { Weights = weights }, ("C", 0.5));
        Near([-0.490668514810648, -0.4117550047362926, -0.4731648324049333, -0.527341727757179, -0.14587909402792693],
            model.Coefficients.Standardised[..5], 1e-8);
        Near([0.3679966573746786], model.Coefficients.StandardisedIntercepts, 1e-8);
    }

    [Fact]
    public void Without_intercept()
    {
        LinearModel model = Fit(TestData.Labelled("breast_cancer.csv"), ("fit_intercept", false));
        Near([-0.306377994105516, -0.37595897978989956, -0.2990745678646618, -0.4741502333552296, -0.12480221605191862],
            model.Coefficients.Standardised[..5], 1e-8);
        Near([0], model.Coefficients.StandardisedIntercepts, 0);
    }

    [Fact]
    public void Iris_multinomial_standardised()
    {
        TrainingData data = TestData.Labelled("iris.csv");
        LinearModel model = Fit(data);
        Near([-1.074066154758183, 1.1601151168541257, -1.9306918596942404, -1.8115561243436011, 0.5878102406053952, -0.3618406270123864,
            -0.3634310240929676,
              -0.826269575725954, 0.4862559141527857, -0.7982744898417403, 2.294122883787207, 2.637825700069555],
                  model.Coefficients.Standardised, 1e-6);
        Near([-0.20524113269971891, 2.0748397833558183, -1.869598650656096], model.Coefficients.StandardisedIntercepts, 1e-6);
        double[] scores = model.Score(data.Features);
        Near([0.9846955587246259, 0.01530437925874298, 6.201663095628863e-08], scores[..3], 1e-7);
        Near([0.003045573166124928, 0.29389503895184965, 0.7030593878820254], scores[^3..], 1e-7);
    }

    [Fact]
    public void Iris_multinomial_on_raw_numbers()
    {
        LinearModel model = Fit(TestData.Labelled("iris.csv"), ("standardize", false));
        Near([-0.42350991995234144, 0.9673505794999573, -2.517152378109442, -1.0793366474203356, 0.5344615089153746, -0.3215878551579298,
            -0.20639207105193116,
              -0.9442984659176973, -0.11095158896303679, -0.6457627243420063, 2.723544449161403, 2.0236351133380177],
                  model.Coefficients.Raw, 1e-6);
        Near([9.849568050330381, 2.2372056322586253, -12.08677368258906], model.Coefficients.Intercepts, 1e-6);
    }

    [Fact]
    public void Wine_multinomial()
    {
        TrainingData data = TestData.Labelled("wine.csv");
        LinearModel model = Fit(data);
        Near([0.4123433248166036, 0.7048385613966465, -1.117181886213255], model.Coefficients.StandardisedIntercepts, 1e-6);
        double[] scores = model.Score(data.Features);
        Near([0.9997804457218039, 0.00019538372183801981, 2.417055635797295e-05], scores[..3], 1e-7);
        Near([0.004326317387132566, 0.9756786587066125, 0.019995023906254912], scores[180..183], 1e-7);
    }

    [Fact]
    public void Categories_one_hot()
    {
        Table table = TestCsv.Read(ReferenceFiles.Path("data/hmda.csv"));
        var deny = (CategoryColumn)table["deny"];
        string[] features = ["pirat", "hirat", "lvrat", "chist", "mhist", "unemp", "phist", "selfemp", "insurance", "condomin", "afam",
            "single", "hschool"];
        TrainingData data = new(TaskType.BinaryClassification, table.Select(features), deny.Categories, deny.Codes, null, null);
        LinearModel model = Fit(data);
        Near([0.07609108116130721, 0.07103562210531852, 0.057930394239057346, 0.04401636834379982], model.Score(data.Features)[..4], 1e-8);
        double[] coefficients = model.Coefficients.Standardised;
        Near([0.5072195470257248, -0.04240061139250353, 0.32607057263806855, 0.4881091867141745, 0.12963197752964525, 0.12315526452366443],
            coefficients[..6], 1e-8);
        string[] names = [.. model.Encoding.ColumnNames()];
        Near([-0.34680779417361923, 0.3468077941736191],
            [coefficients[Array.IndexOf(names, "afam=no")], coefficients[Array.IndexOf(names, "afam=yes")]], 1e-8);

        TrainingData numbersOnly = data with { Features = table.Select(features[..6]) };
        LinearModel unpenalised = Fit(numbersOnly, ("penalty", "none"));
        Near([0.6050222086269486, -0.0626443148674508, 0.4932599704767155, 0.5915696426787744, 0.17396724265550167, 0.13050361344245762],
            unpenalised.Coefficients.Standardised, 1e-8);
    }

    private static void Near(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++) Assert.InRange(actual[i], expected[i] - tolerance, expected[i] + tolerance);
    }
}
