using Gate.Models;

namespace Gate.Explain.Trees;

/// <summary>How a node parts rows, on the codes of <see cref="CodeLanes"/>.</summary>
/// <param name="Lane">The lane that it reads: of numbers, or of levels where it is parted by levels.</param>
/// <param name="Limit">Codes up to this go left; of a node parted by one level, the level that goes right.</param>
/// <param name="ByLevel">Whether it is parted by levels.</param>
/// <param name="Set">The levels that go left; null where one level parts it.</param>
/// <param name="MissingLeft">Where a missing level goes.</param>
internal readonly record struct NodeTest(int Lane, int Limit, bool ByLevel, LevelSet? Set, bool MissingLeft)
{
    /// <summary>Whether a level goes left.</summary>
    public bool LevelGoesLeft(int level)
    {
        if (Set is null) return level != Limit;
        return level == LevelLane.Missing ? MissingLeft : Set.Contains(level);
    }
}
