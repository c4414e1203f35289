namespace Gate.Models.MicrosoftMl.Zips;

/// <summary>What a zip of ML.NET may hold.</summary>
internal static class ZipLimits
{
    /// <summary>The most bytes of the file.</summary>
    public const long File = 1L << 28;

    /// <summary>The most bytes of all that is in it.</summary>
    public const long Unpacked = 1L << 29;

    /// <summary>The most entries; a pipeline has a few for each of its steps.</summary>
    public const int Entries = 10_000;

    /// <summary>An entry of more than <see cref="Small"/> bytes may be so many times as long as what it is packed into.</summary>
    public const long Ratio = 250;

    /// <summary>Entries up to this size may be packed however well.</summary>
    public const long Small = 1 << 20;
}
