namespace Workbench.Measuring;

/// <summary>Arguments of a command: options that name a file, and one that stands alone (its name is "").</summary>
internal static class CommandFiles
{
    /// <summary>False with a sentence when an option is unknown, lacks its file, or the file does not exist.</summary>
    public static bool Read(
        IReadOnlyList<string> arguments,
        IReadOnlyList<string> options,
        out Dictionary<string, string> files,
        out string? problem
    )
    {
        (files, problem) = (new(StringComparer.Ordinal), null);
        for (var i = 0; i < arguments.Count; i++)
        {
            var isOption = arguments[i].StartsWith("--", StringComparison.Ordinal);
            if (isOption && !options.Contains(arguments[i]))
                problem = $"There is no option {arguments[i]}.";
            else if (isOption && i + 1 == arguments.Count)
                problem = $"{arguments[i]} needs a file.";
            else
            {
                var path = isOption ? arguments[i + 1] : arguments[i];
                if (!Path.Exists(path))
                    problem = $"{path} does not exist.";
                files[isOption ? arguments[i++] : ""] = path;
            }
        }
        return problem is null;
    }
}
