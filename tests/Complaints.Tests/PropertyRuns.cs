using System.Globalization;

namespace Complaints.Tests;

/// <summary>How many random cases a property is tried on. COMPLAINTS_PROPERTY_FACTOR multiplies it for a long run.</summary>
internal static class PropertyRuns
{
    public static int Of(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("COMPLAINTS_PROPERTY_FACTOR"), CultureInfo.InvariantCulture, out var factor)
            ? usual * factor
            : usual;
}
