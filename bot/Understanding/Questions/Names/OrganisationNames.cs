using System.Text.RegularExpressions;
using Complaints.Organisations;
using Understanding.Questions.Reading;
using Understanding.Writing;

namespace Understanding.Questions.Names;

/// <summary>Every way in which people call the organisation's departments, categories and staff, as patterns over folded text.
/// Built once per organisation.</summary>
internal sealed class OrganisationNames
{
    private static readonly string[] Generic =
    [
        "服务",
        "问题",
        "故障",
        "活动",
        "其他",
        "其它",
        "投诉",
        "客户",
        "质量",
        "管理",
        "产品",
        "业务",
        "方案",
        "处理",
        "部门",
        "中心",
        "情况",
        "相关",
        "技术",
        "一般",
        "service",
        "services",
        "staff",
        "problem",
        "problems",
        "other",
        "others",
        "issue",
        "issues",
        "complaint",
        "complaints",
        "customer",
        "general",
        "product",
        "quality",
        "department",
        "team",
        "center",
        "centre",
        "management",
        "misc",
    ];

    private readonly List<(Part Part, string Value, TieredPattern Pattern)> _names = [];
    private readonly PatternIndex _index;

    public OrganisationNames(Organisation organisation)
    {
        Spelling = new(
            organisation
                .Departments.SelectMany(d => Names(d.Name, d.Aliases))
                .Concat(organisation.Categories.SelectMany(c => Names(c.Name, c.Aliases))),
            Mentions.KnownWords
        );
        AddDepartments(organisation);
        AddCategories(organisation);
        foreach (var member in organisation.Staff)
            AddMember(member);
        var levels = organisation
            .LevelFactors.Keys.Where(l => l is not ("vip" or "key" or "standard"))
            .Select(l => (l, Words(CharacterFolding.Fold(l))));
        foreach (var (level, pattern) in levels)
            Add(Part.Level, level, pattern + "( (customers?|accounts?))?|" + pattern + "(级)?(客户|用户)");
        _index = new([.. _names.Select(n => n.Pattern.Text)]);
    }

    /// <summary>Mends slips, also in these names.</summary>
    public Spelling Spelling { get; }

    /// <summary>Where the organisation's names stand. Owners come without value: they are taken as written.</summary>
    public IEnumerable<Mention> In(string folded)
    {
        var possible = _index.Possible(folded);
        for (var i = 0; i < _names.Count; i++)
        {
            if (!PatternIndex.Has(possible, i))
                continue;
            var (part, value, pattern) = _names[i];
            for (var match = pattern.Regex.Match(folded); match.Success; match = match.NextMatch())
                yield return new(match.Index, match.Length, part, value) { Weight = part == Part.Owner ? 3 : 2 };
        }
    }

    private void AddDepartments(Organisation organisation)
    {
        foreach (var department in organisation.Departments)
        {
            foreach (var name in Names(department.Name, department.Aliases))
            {
                if (!Colleagues.IsHan(name))
                {
                    var bare = Regex.Replace(name, " (department|dept|team|division|unit)$", "", RegexOptions.ExplicitCapture, Limit);
                    Add(
                        Part.Department,
                        department.Id,
                        $"(the )?{Words(bare)}( (department|team|dept\\.?|division|unit|people|group|side))?('s)?"
                    );
                    continue;
                }
                Add(Part.Department, department.Id, Regex.Escape(name) + "(门)?");
                if (
                    Regex.Match(
                        name,
                        "^(?<stem>.{2,})(部门|部|处|科|组|中心|室|局|厅|委|所|队|办|站|院)$",
                        RegexOptions.ExplicitCapture,
                        Limit
                    )
                    is not { Success: true } match
                )
                    continue;
                var stem = match.Groups["stem"].Value;
                if (!Generic.Contains(stem))
                    Add(Part.Department, department.Id, Regex.Escape(stem) + "(部门?|处|科|组|中心|团队|局|厅|那边|这边)?");
                if (
                    stem.Length == 4
                    && Generic.Contains(stem[2..])
                    && !Generic.Contains(stem[..2])
                    && IsOnlyOf(department, stem[..2], organisation)
                ) // 售后服务部 → 售后
                    Add(Part.Department, department.Id, Regex.Escape(stem[..2]) + "(部门?|处|科|组|中心|团队|那边|这边)?");
                if (stem.Length == 4) // 客户服务 → 客服部, 品质管理 → 品质部, 品管部
                {
                    Add(Part.Department, department.Id, $"({stem[0]}{stem[2]}|{stem[..2]})(部门?|处|科|组|中心|团队)");
                    if (!Generic.Contains($"{stem[0]}{stem[2]}"))
                        Add(Part.Department, department.Id, $"{stem[0]}{stem[2]}(?!(人员|电话|热线|渠道))");
                }
            }
            Add(
                Part.Department,
                department.Id,
                $"(the )?{Words(CharacterFolding.Fold(department.Id))} (department|team|dept\\.?|division|unit|group)('s)?"
            );
        }
    }

    private static bool IsOnlyOf(Department department, string words, Organisation organisation) =>
        !organisation
            .Departments.Where(d => d != department)
            .SelectMany(d => Names(d.Name, d.Aliases))
            .Concat(organisation.Categories.SelectMany(c => Names(c.Name, c.Aliases)))
            .Any(n => n.Contains(words, StringComparison.Ordinal));

    private void AddCategories(Organisation organisation)
    {
        var names = organisation.Categories.ToDictionary(c => c, c => Names(c.Name, c.Aliases).ToList());
        var departments = organisation.Departments.SelectMany(d => Names(d.Name, d.Aliases)).ToList();
        foreach (var (category, own) in names)
        {
            foreach (var name in own.Append(CharacterFolding.Fold(category.Id).Replace('-', ' ')).Distinct())
            {
                var generic = Generic.Contains(name);
                if (Colleagues.IsHan(name))
                    Add(Part.Category, category.Id, Regex.Escape(name) + (generic ? "(类别?|分类|类型)" : "(类别?|问题)?(的)?"));
                else
                    Add(Part.Category, category.Id, $"{Words(name)}{(generic ? " (category|type|kind)" : "( (category|related|type))?")}");
            }
            foreach (var fragment in own.SelectMany(Fragments).Distinct())
            {
                var isShared = names.Any(n => n.Key != category && n.Value.Any(o => Contains(o, fragment)));
                if (isShared || Generic.Contains(fragment) || departments.Any(d => Contains(d, fragment)))
                    continue;
                Add(
                    Part.Category,
                    category.Id,
                    Colleagues.IsHan(fragment) ? Regex.Escape(fragment) + "(类别?|问题)?(的)?" : $"{Words(fragment)}( related)?"
                );
            }
        }
    }

    private void AddMember(StaffMember member)
    {
        foreach (var name in Colleagues.Names(member))
        {
            Add(Part.Owner, "", Colleagues.IsHan(name) ? Regex.Escape(name) : Words(name));
            if (Colleagues.IsHan(name) || !name.Contains(' ', StringComparison.Ordinal))
                continue;
            foreach (var word in name.Split(' ').Where(w => w.Length >= 3 && !Generic.Contains(w)))
                Add(Part.Owner, "", Words(word));
        }
        foreach (var name in Colleagues.Names(member).Where(Colleagues.IsHan))
        {
            var family = Pinyin.SurnameLength(name);
            var (firsts, givens) = (Syllables(name[..family]), Syllables(name[family..]));
            if (firsts.Length > 0 && givens.Length > 0)
                Add(Part.Owner, "", $@"(?<![a-z])({firsts}[ -]?{givens}|{givens}[ -]?{firsts})(?![a-z])");
        }
    }

    private static string Syllables(string characters)
    {
        var each = characters.Select(c => string.Join('|', Pinyin.Of(c))).ToList();
        return each.Count == 0 || each.Any(e => e.Length == 0) ? "" : string.Join("[ '-]?", each.Select(e => $"({e})"));
    }

    private void Add(Part part, string value, string pattern) => _names.Add((part, value, new(pattern)));

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Whole words, also joined by a hyphen, also in the plural.</summary>
    private static string Words(string words) =>
        $"(?<![a-z0-9]){Regex.Escape(words).Replace("\\ &\\ ", "( ?& ?| and )", StringComparison.Ordinal).Replace("\\ and\\ ", "( ?& ?| and )", StringComparison.Ordinal).Replace("\\ ", "[ -]", StringComparison.Ordinal)}s?(?![a-z0-9])";

    private static IEnumerable<string> Names(LocalizedText name, IReadOnlyList<string> aliases) =>
        name.ByLanguage.Values.Concat(aliases).Select(n => CharacterFolding.Fold(n).Trim()).Where(n => n.Length > 0).Distinct();

    /// <summary>Two-character pieces of a Chinese name, words of an English one: what people say instead of the whole.</summary>
    private static IEnumerable<string> Fragments(string name)
    {
        if (!Colleagues.IsHan(name))
            return name.Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= 4 && w != name);
        return name.Length is 4 or 6 ? Enumerable.Range(0, name.Length / 2).Select(i => name.Substring(2 * i, 2))
            : name.Length == 5 ? [name[..2], name[3..]]
            : [];
    }

    private static bool Contains(string name, string fragment) =>
        Colleagues.IsHan(fragment) ? name.Contains(fragment, StringComparison.Ordinal) : name.Split(' ', '-').Contains(fragment);
}
