using System.Text.Json;
using Microsoft.Playwright;

namespace Browser.Tests.Running;

/// <summary>axe-core on the page that a visitor sees.</summary>
internal static class Axe
{
    private const string RunAxe = """
        async () => {
          const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
          const finding = (v, n) =>
            ({ rule: v.id, impact: v.impact, target: n.target.join(' '), html: n.html.slice(0, 160) });
          return JSON.stringify(found.violations.flatMap(v => v.nodes.map(n => finding(v, n))));
        }
        """;

    /// <summary>What it finds serious or critical, one finding an element.</summary>
    public static async Task<IReadOnlyList<string>> SeriousAsync(Visitor visitor)
    {
        // A message stays for a second in the region that the screen reader reads out, as a copy without form labels; whoever looks
        // later finds the page alone.
        await Assertions.Expect(visitor.Page.Locator(".webchat__live-region-transcript > *")).ToHaveCountAsync(0);
        await visitor.Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe.min.js")));
        using var found = JsonDocument.Parse(await visitor.Page.EvaluateAsync<string>(RunAxe));
        return
        [
            .. from v in found.RootElement.EnumerateArray()
            where v.GetProperty("impact").GetString() is "serious" or "critical"
            select v.GetRawText(),
        ];
    }
}
