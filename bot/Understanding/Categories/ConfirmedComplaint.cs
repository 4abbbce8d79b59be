using Complaints.Organisations;

namespace Understanding.Categories;

/// <summary>A complaint whose category a person confirmed: what learning learns from.</summary>
public sealed record ConfirmedComplaint(string Text, string Category, Severity? Severity = null);
