namespace Gate.Policy.Document;

/// <summary>What waivers have to keep to.</summary>
/// <param name="MaxDays">How many days from the day of a run a waiver may still hold; null for any number.</param>
/// <param name="Owners">Who may answer for one; empty for anybody.</param>
public sealed record WaiverTerms(int? MaxDays, IReadOnlyList<string> Owners);
