using Gate.Data;
using Gate.Models;
using Gate.Models.Calibration;

namespace Gate.Tests.Models.Calibration;

/// <summary>
/// Values of scikit-learn 1.2.1 (Debian): <c>CalibratedClassifierCV(cv="prefit")</c> of an estimator whose <c>predict_proba</c> are the
/// scores, or whose <c>decision_function</c> are their log-odds.
/// </summary>
public sealed class OneAgainstRestLikeScikitLearn
{
    private const int Rows = 60;

    private static readonly double[] asked =
        [0.4, 0.35, 0.25, 0.2, 0.3, 0.5, 1 / 3.0, 1 / 3.0, 1 / 3.0, 0.25, 0.45, 0.3, 0.9, 0.05, 0.05, 0.05, 0.9, 0.05, 0.01, 0.01, 0.98];

    public static TheoryData<CalibrationMethod, bool, bool, double[]> Expected => new()
    {
        { CalibrationMethod.Isotonic, false, false, [
            0.6086956521739131, 0.3913043478260869, 0.0,
            0.0, 0.05263157894736842, 0.9473684210526315,
            0.3736654804270463, 0.19928825622775803, 0.4270462633451957,
            0.0, 0.8571428571428571, 0.14285714285714285,
            1.0, 0.0, 0.0,
            0.0, 1.0, 0.0,
            0.0, 0.0, 1.0,
        ] },
        { CalibrationMethod.Isotonic, false, true, [
            0.5760368663594471, 0.423963133640553, 0.0,
            0.0, 0.07142857142857144, 0.9285714285714286,
            0.3893805309734513, 0.16687737041719342, 0.44374209860935526,
            0.0, 0.8260869565217391, 0.17391304347826086,
            1.0, 0.0, 0.0,
            0.0, 1.0, 0.0,
            0.0, 0.0, 1.0,
        ] },
        { CalibrationMethod.Sigmoid, false, false, [
            0.6032774710903983, 0.30511214691676153, 0.09161038199284006,
            0.018379015856151915, 0.1254306975448774, 0.8561902865989708,
            0.298595921710477, 0.26733179710846294, 0.43407228118106,
            0.05502948840772707, 0.7222378062989777, 0.22273270529329528,
            0.9976535634487387, 0.0011486063411983998, 0.001197830210062902,
            0.0008416297749223012, 0.9979601394737408, 0.001198230751336974,
            0.00035727489162736817, 0.0005205614630430411, 0.9991221636453296,
        ] },
        { CalibrationMethod.Sigmoid, false, true, [
            0.5825393284616889, 0.3179079972512135, 0.09955267428709767,
            0.022626543518963094, 0.13811229694095592, 0.839261159540081,
            0.30235538044641697, 0.2836735614933782, 0.41397105806020484,
            0.06273192671510147, 0.7157635156543052, 0.2215045576305933,
            0.9963843859955056, 0.0016368767437096661, 0.001978737260784713,
            0.0012938883812683682, 0.9967266272207786, 0.0019794843979530027,
            0.0005826463693714083, 0.0007718596718219043, 0.9986454939588066,
        ] },
        { CalibrationMethod.Sigmoid, true, false, [
            0.6026765853993403, 0.31250989886592306, 0.08481351573473667,
            0.0120106894794223, 0.1285628766502974, 0.8594264338702803,
            0.2980792024469827, 0.2676085211536445, 0.43431227639937287,
            0.04947139379703058, 0.7184896689777558, 0.2320389372252136,
            0.9999724430906501, 1.6055577889623088e-05, 1.150133146020121e-05,
            7.45920882885827e-06, 0.999981039285375, 1.150150579615636e-05,
            2.6453720040394908e-09, 1.1116847737016113e-08, 0.9999999862377802,
        ] },
        { CalibrationMethod.Sigmoid, true, true, [
            0.5809039652496591, 0.32542443708502233, 0.09367159766531861,
            0.015278049133396043, 0.14270461938290627, 0.8420173314836977,
            0.30100782124790587, 0.28422246942316604, 0.41476970932892804,
            0.056780595240151784, 0.7117450882121852, 0.23147431654766293,
            0.9999410141523372, 2.8849253269781542e-05, 3.0136594393072438e-05,
            1.5695069097162164e-05, 0.9999541676490664, 3.0137281836420605e-05,
            9.474021557299095e-09, 2.8828580801166846e-08, 0.9999999616973976,
        ] },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public void Probabilities_of_three_classes(CalibrationMethod method, bool onLogOdds, bool weighted, double[] expected)
    {
        (double[] scores, int[] labels) = Training();
        double[]? weights = weighted ? [.. Enumerable.Range(0, Rows).Select(i => 1 + (i % 4 * 0.5))] : null;
        var data = new TrainingData(TaskType.MulticlassClassification, new([]), ["a", "b", "c"], labels, null, weights);
        double[] said = LearnedScores.Of(scores, data, onLogOdds, new(method, null)).Apply(asked);
        // The BFGS of scikit-learn ends about 1e-5 away from the minimum.
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], said[i], method == CalibrationMethod.Isotonic ? 1e-12 : 1e-4);
    }

    [Fact]
    public void Where_no_class_is_likely_all_are_alike()
    {
        var zero = new TrainingData(TaskType.MulticlassClassification, new([]), ["a", "b", "c", "d"], [0, 1, 2, 3, 0, 1, 2, 3], null, null);
        double[] scores = [.. Enumerable.Range(0, 32).Select(i => i / 4 % 4 == i % 4 ? 0.7 : 0.1)];
        double[] said = LearnedScores.Of(scores, zero, false, new(CalibrationMethod.Isotonic, null)).Apply([0.05, 0.05, 0.05, 0.05]);
        Assert.Equal([0.25, 0.25, 0.25, 0.25], said);
    }

    [Fact]
    public void Of_many_classes_the_first_are_described()
    {
        int[] labels = [.. Enumerable.Range(0, 7)];
        string Said(int classes) => OneAgainstRest.Fit(classes, new double[7 * classes], labels,
            (_, _) => new SigmoidCalibration(1, 0, false)).Description;
        Assert.EndsWith("of the score), divided by their sum", Said(6), StringComparison.Ordinal);
        Assert.EndsWith("of the score; …), divided by their sum", Said(7), StringComparison.Ordinal);
    }

    private static (double[] Scores, int[] Labels) Training()
    {
        var scores = new double[3 * Rows];
        var labels = new int[Rows];
        for (int i = 0; i < Rows; i++)
        {
            double[] raw = [1 + (i * 37 % 97 / 97.0), 1 + (i * 53 % 89 / 89.0), 1 + (i * 29 % 83 / 83.0)], shifts = [1.7, 2.3, 0.9];
            for (int k = 0; k < 3; k++) scores[(3 * i) + k] = raw[k] / raw.Sum();
            double[] moved = [.. Enumerable.Range(0, 3).Select(k => scores[(3 * i) + k] + (0.12 * Math.Sin(i * shifts[k])))];
            labels[i] = Array.IndexOf(moved, moved.Max());
        }
        return (scores, labels);
    }
}
