using System.Text.Json.Nodes;
using AdaptiveCards.Templating;
using Cards.Reference;
using ComplaintBot.Cards;
using Complaints.Organisations;
using Workbench.Cards;

namespace ComplaintBot.Tests.Cards;

public class TemplateGalleryTests
{
    private static readonly CardRenderer Renderer = new(CardFolders.Catalog, CardFolders.Strings, strict: true);

    // Without these there is nothing that the card could say.
    private static readonly (string Template, string Key)[] Essential =
    [
        ("confirm", "question"),
        ("handover", "kind"),
        ("done", "text"),
        ("request", "text"),
    ];

    public static TheoryData<string> Names => new(CardFolders.Catalog.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_sample_in_every_language_and_for_every_client_gives_a_sound_card(string name)
    {
        foreach (var (variant, language, target, card) in CardsOf(name))
        {
            var faults = CardRules.Faults(card.Card, target).ToList();
            Assert.True(faults.Count == 0, $"{name} {variant} {language} {target}: {string.Join("; ", faults)}");
            Assert.False(string.IsNullOrWhiteSpace(card.Summary));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_stays_sound_when_any_part_of_its_data_is_missing(string name)
    {
        var running = new CardRenderer(CardFolders.Catalog, CardFolders.Strings);
        var samples = SampleData.Load(CardFolders.Templates, name);
        var fields =
            from variant in samples.Variants
            from key in samples.In(Languages.En, variant).Select(p => p.Key)
            where !Essential.Contains((name, key))
            select (variant, key);
        foreach (var (variant, key) in fields)
        {
            var data = samples.In(Languages.En, variant);
            data.Remove(key);
            var faults = CardRules.Faults(running.Render(name, Languages.En, data, CardTarget.Teams).Card, CardTarget.Teams).ToList();
            Assert.True(faults.Count == 0, $"{name} {variant} without {key}: {string.Join("; ", faults)}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Forms_and_buttons_are_the_same_in_every_language(string name)
    {
        foreach (var group in CardsOf(name).GroupBy(c => (c.Variant, c.Target)))
            Assert.Single(
                group
                    .Select(c =>
                        string.Join(
                            ' ',
                            CardElements
                                .All(c.Card.Card)
                                .Select(e => $"{CardElements.Type(e.Element)} {e.Element["id"]} {e.Element["verb"]}")
                        )
                    )
                    .Distinct()
            );
    }

    [Fact]
    public void The_renderers_own_parser_has_nothing_against_any_card()
    {
        var cards = CardFolders
            .Catalog.Names.SelectMany(name => CardsOf(name).Select(c => (Name: $"{name} {c.Variant} {c.Language} {c.Target}", c.Card.Card)))
            .ToList();
        var said = NodeCards.Check(new JsonArray([.. cards.Select(c => c.Card)]));
        var faults = cards
            .Zip(
                said,
                (c, list) =>
                    list!
                        .AsArray()
                        .Select(s => (string)s!)
                        .Where(s => !s.StartsWith("Unknown element type \"Chart.", StringComparison.Ordinal))
                        .Select(s => $"{c.Name}: {s}")
            )
            .SelectMany(f => f);
        Assert.Equal("", string.Join('\n', faults));
    }

    [Fact]
    public void The_reference_engine_makes_the_same_cards()
    {
        var samples = CardFolders
            .Catalog.Names.SelectMany(name =>
                SampleData.Load(CardFolders.Templates, name) is var file
                    ? file.Variants.SelectMany(variant =>
                        Languages.All.Select(language =>
                            (Name: name, Variant: variant, Language: language, Data: Root(file.In(language, variant), language))
                        )
                    )
                    : []
            )
            .ToList();
        var answers = NodeCards.Expand(
            new JsonArray([.. samples.Select(s => new JsonObject { ["template"] = Template(s.Name), ["data"] = s.Data.DeepClone() })])
        );
        var differences = samples.Zip(
            answers,
            (sample, answer) =>
            {
                var ours = CardFolders.Catalog.Get(sample.Name).Expand(sample.Data, TemplateOptions.Checked);
                var theirs = answer!["card"];
                return JsonNode.DeepEquals(ours, theirs)
                    ? null
                    : $"{sample.Name} {sample.Variant} {sample.Language}: "
                        + $"{answer["error"] ?? theirs?.ToJsonString()}\n{ours?.ToJsonString()}";
            }
        );
        Assert.Equal("", string.Join('\n', differences.OfType<string>()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_sample_beside_a_template_carries_the_words_for_the_Designer(string name)
    {
        var words = WordsInTemplate.Cut(
            CardFolders.Strings.Tree(Languages.ZhCn),
            File.ReadAllText(Path.Combine(CardFolders.Templates, name + ".json"))
        );
        Assert.True(JsonNode.DeepEquals(words, SampleData.Load(CardFolders.Templates, name).Words), "run ./dev cards --words");
    }

    private static IEnumerable<(string Variant, string Language, CardTarget Target, RenderedCard Card)> CardsOf(string name)
    {
        var samples = SampleData.Load(CardFolders.Templates, name);
        var all =
            from variant in samples.Variants
            from language in Languages.All
            from target in Enum.GetValues<CardTarget>()
            select (variant, language, target, Renderer.Render(name, language, samples.In(language, variant), target));
        return all;
    }

    private static JsonObject Root(JsonObject data, string language)
    {
        data[CardRenderer.StringsRoot] = CardFolders.Strings.Tree(language);
        data["web"] = false;
        return data;
    }

    private static JsonNode? Template(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(CardFolders.Templates, name + ".json")));
}
