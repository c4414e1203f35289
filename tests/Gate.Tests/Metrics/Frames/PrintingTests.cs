using System.Reflection;
using Gate.Metrics;

namespace Gate.Tests.Metrics.Frames;

/// <summary>Whoever logs a record of this assembly gets a line and no exception, whatever the record holds.</summary>
public sealed class PrintingTests
{
    // Enough for every value of every enumeration, with lists that are empty and lists that are not.
    private const int Variants = 12;

    public static TheoryData<Type> Records() => [.. typeof(Metric).Assembly.GetExportedTypes().Where(IsRecord)];

    [Theory]
    [MemberData(nameof(Records))]
    public void Every_public_record_prints(Type record)
    {
        ArgumentNullException.ThrowIfNull(record);
        object[] made = [.. Enumerable.Range(0, Variants).SelectMany(variant => Instances(record, variant))];
        Assert.NotEmpty(made);
        Assert.All(made, one => Assert.False(string.IsNullOrEmpty(one.ToString())));
    }

    [Fact]
    public void A_value_that_is_undefined_says_why()
    {
        Assert.Equal("undefined: no rows", MetricValue.Missing("no rows").ToString());
        Assert.Equal("0.25", MetricValue.Of(0.25).ToString());
        Assert.Contains("undefined: no rows", new Measurement(MetricValue.Missing("no rows"), null).ToString(), StringComparison.Ordinal);
    }

    private static bool IsRecord(Type type) => !type.IsAbstract
        && type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public) is not null;

    private static IEnumerable<object> Instances(Type type, int variant)
    {
        if (type.IsValueType) yield return Activator.CreateInstance(type)!;
        foreach (ConstructorInfo constructor in type.GetConstructors())
            yield return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType, variant))]);
        foreach (MethodInfo factory in type.GetMethods(BindingFlags.Static | BindingFlags.Public).Where(m => m.ReturnType == type
            && !m.IsSpecialName))
            yield return factory.Invoke(null, [.. factory.GetParameters().Select(parameter => Value(parameter.ParameterType, variant))])!;
    }

    private static object? Value(Type type, int variant)
    {
        if (Nullable.GetUnderlyingType(type) is Type inner) return variant % 2 == 0 ? null : Value(inner, variant);
        if (type == typeof(string)) return "text";
        if (type == typeof(Metric)) return MetricCatalogue.All[variant];
        if (type == typeof(MetricValue)) return variant % 2 == 0 ? MetricValue.Missing("no rows") : MetricValue.Of(0.5);
        if (type.IsEnum) return Enum.GetValues(type).GetValue(variant % Enum.GetValues(type).Length);
        if (type.IsArray) return List(type.GetElementType()!, variant);
        if (type.IsGenericType) return List(type.GetGenericArguments()[0], variant);
        return type.IsPrimitive ? Activator.CreateInstance(type) : Instances(type, variant).FirstOrDefault();
    }

    private static Array List(Type element, int variant)
    {
        var list = Array.CreateInstance(element, variant / 2 % 2);
        if (list.Length > 0) list.SetValue(Value(element, variant), 0);
        return list;
    }
}
