namespace Gate.Ci;

/// <summary>Writing what must not stand there twice, where an answer may be lost.</summary>
internal static class LostAnswers
{
    private const int Tries = 3;

    /// <summary>Looks for what is there and writes; once more where it may have been written and the answer was lost.</summary>
    /// <param name="write">Looks first, then writes.</param>
    /// <exception cref="HostException">It could not be written.</exception>
    public static async Task<string> LookAndWriteAsync(Func<Task<string>> write)
    {
        for (int tries = 1; ; tries++)
        {
            try
            {
                return await write().ConfigureAwait(false);
            }
            catch (HostException lost) when (lost.MayHaveHappened && tries < Tries)
            {
            }
        }
    }
}
