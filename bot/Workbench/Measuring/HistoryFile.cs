using System.Text.Json;
using Complaints.Organisations;
using Understanding.Categories;

namespace Workbench.Measuring;

/// <summary>Complaints whose category a person confirmed, one JSON object a line: <c>{"text","category","severity"?}</c>.</summary>
internal static class HistoryFile
{
    /// <summary>All of them in the file's order; null with a sentence when a line cannot be read.</summary>
    public static IReadOnlyList<ConfirmedComplaint>? Read(string path, out string? problem)
    {
        var complaints = new List<ConfirmedComplaint>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                using var document = JsonDocument.Parse(line);
                var severity =
                    document.RootElement.TryGetProperty("severity", out var s)
                    && Enum.TryParse<Severity>(s.GetString(), ignoreCase: true, out var grade)
                        ? grade
                        : (Severity?)null;
                complaints.Add(
                    new(
                        document.RootElement.GetProperty("text").GetString()!,
                        document.RootElement.GetProperty("category").GetString()!,
                        severity
                    )
                );
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                problem = $"{path}, line {number}: {e.Message}";
                return null;
            }
        }
        problem = null;
        return complaints;
    }
}
