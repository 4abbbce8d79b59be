namespace Understanding.Learning;

/// <summary>A class and how sure it is, 0..1.</summary>
public readonly record struct Guess(string Label, double Confidence);
