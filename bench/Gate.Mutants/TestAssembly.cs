using System.Reflection;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Gate.Mutants;

/// <summary>The tests of an assembly, run in this process, one after the other.</summary>
internal sealed class TestAssembly : IDisposable
{
    private readonly ITestFrameworkExecutor executor;

    /// <summary>Finds the tests.</summary>
    /// <param name="assembly">Their assembly, loaded.</param>
    /// <param name="prefixes">What the full names of their classes begin with.</param>
    public TestAssembly(Assembly assembly, string[] prefixes)
    {
        var framework = new XunitTestFramework(new MessageSink(_ => true));
        var found = new List<ITestCase>();
        using var done = new ManualResetEventSlim();
        using ITestFrameworkDiscoverer discoverer = framework.GetDiscoverer(Reflector.Wrap(assembly));
        discoverer.Find(false, new MessageSink(message =>
        {
            if (message is ITestCaseDiscoveryMessage { TestCase: var test } && Array.Exists(prefixes, prefix =>
                test.TestMethod.TestClass.Class.Name.StartsWith(prefix, StringComparison.Ordinal))) found.Add(test);
            if (message is IDiscoveryCompleteMessage) done.Set();
            return true;
        }), new RunOptions());
        done.Wait();
        executor = framework.GetExecutor(assembly.GetName());
        Tests = found.DistinctBy(test => test.UniqueID).ToDictionary(test => test.UniqueID);
    }

    /// <summary>The tests by their ids.</summary>
    public IReadOnlyDictionary<string, ITestCase> Tests { get; }

    /// <summary>Runs tests up to the first that fails.</summary>
    /// <param name="tests">Their ids.</param>
    /// <param name="limit">How long it may take.</param>
    public TestRun Run(IEnumerable<string> tests, TimeSpan limit)
    {
        ITestCase? failed = null;
        var done = new ManualResetEventSlim();
        executor.RunTests(tests.Select(test => Tests[test]), new MessageSink(message =>
        {
            if (message is ITestFailed failure) failed ??= failure.TestCase;
            if (message is ITestAssemblyFinished) done.Set();
            return failed is null;
        }), new RunOptions());
        return new(done.Wait(limit), failed);
    }

    public void Dispose() => executor.Dispose();

    private sealed class MessageSink(Func<IMessageSinkMessage, bool> goOn) : LongLivedMarshalByRefObject, IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message)
        {
            lock (this) return goOn(message);
        }
    }

    private sealed class RunOptions : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> values = new()
        {
            ["xunit.discovery.PreEnumerateTheories"] = true,
            ["xunit.execution.DisableParallelization"] = true,
            ["xunit.execution.MaxParallelThreads"] = 1,
            ["xunit.execution.SynchronousMessageReporting"] = true,
        };

        public TValue GetValue<TValue>(string name) => values.TryGetValue(name, out object? value) ? (TValue)value! : default!;

        public void SetValue<TValue>(string name, TValue value) => values[name] = value;
    }
}

/// <summary>What became of some tests.</summary>
/// <param name="IsDone">Whether they came to an end in time.</param>
/// <param name="Failed">The first that failed, or null.</param>
internal sealed record TestRun(bool IsDone, ITestCase? Failed);
