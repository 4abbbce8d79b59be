using Spectre.Console;

namespace Workbench.Measuring;

/// <summary>Files and folders that arguments name.</summary>
internal static class Files
{
    /// <summary>An error for the first that is given and not there.</summary>
    public static ValidationResult Exist(params ReadOnlySpan<string?> paths)
    {
        foreach (var path in paths)
        {
            if (path is not null && !Path.Exists(path))
                return ValidationResult.Error($"{path} does not exist.");
        }
        return ValidationResult.Success();
    }
}
