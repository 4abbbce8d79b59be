namespace ComplaintBot.People.Reading;

/// <summary>One thing that is wrong with a file: where (line counted from 1, place as in <c>staff[2].department</c>) and what.</summary>
public sealed record FileProblem(string File, int Line, string Place, string What)
{
    /// <inheritdoc/>
    public override string ToString() => Place.Length == 0 ? $"{File}:{Line}: {What}" : $"{File}:{Line}: {Place}: {What}";
}

/// <summary>Collects everything that is wrong with one file, so that a person can mend it in one go.</summary>
internal sealed class ProblemList(string file)
{
    private readonly List<FileProblem> _problems = [];

    public IReadOnlyList<FileProblem> All => [.. _problems.OrderBy(p => p.Line)];

    public bool Any => _problems.Count > 0;

    public void Add(FileNode at, string what) => _problems.Add(new(file, at.Line, at.Place, what));

    public void Add(int line, string what) => _problems.Add(new(file, line, "", what));
}
