using System.Text.RegularExpressions;
using Complaints.Organisations;
using Understanding.Questions.Reading;
using Understanding.Questions.Words;
using Understanding.Writing;

namespace Understanding.Questions.Names;

/// <summary>Every way in which people call the organisation's departments, categories and staff, as phrases over folded text.
/// Built once per organisation.</summary>
internal sealed partial class OrganisationNames
{
    private static readonly IReadOnlyDictionary<string, string> Lists = PhraseBook.Lists("Called");
    private static readonly HashSet<string> Generic = [.. PhraseBook.WordsOf("Generic")];

    private static readonly string[] Kinds = Lists["kind"].Split('|');

    private readonly PhraseBook _names = new();
    private readonly List<string> _departments;
    private readonly Dictionary<Category, List<string>> _categories;

    public OrganisationNames(Organisation organisation)
    {
        _departments = [.. organisation.Departments.SelectMany(d => Names(d.Name, d.Aliases))];
        _categories = organisation.Categories.ToDictionary(c => c, c => Names(c.Name, c.Aliases).ToList());
        Spelling = new(_departments.Concat(_categories.Values.SelectMany(n => n)));
        foreach (var department in organisation.Departments)
            AddDepartment(department);
        foreach (var (category, names) in _categories)
            AddCategory(category, names);
        foreach (var member in organisation.Staff)
            AddMember(member);
        foreach (var level in organisation.LevelFactors.Keys.Where(l => l is not ("vip" or "key" or "standard")))
            Add(Part.Level, level, $"{Word(CharacterFolding.Fold(level))}[ <customers-en>|<customers>]");
    }

    /// <summary>Mends slips, also in these names.</summary>
    public Spelling Spelling { get; }

    /// <summary>Where the organisation's names stand; owners as written.</summary>
    public IEnumerable<Mention> In(string folded, string original) => _names.In(folded, original);

    private void AddDepartment(Department department)
    {
        var own = Names(department.Name, department.Aliases).ToList();
        foreach (var name in own.Where(n => !Colleagues.IsHan(n)))
            Add(Part.Department, department.Id, $"[the ]{Word(BareEnglish().Replace(name, ""))}[ <unit-en>]['s]");
        Add(Part.Department, department.Id, $"[the ]{Word(CharacterFolding.Fold(department.Id))} <unit-en>['s]");
        foreach (var name in own.Where(Colleagues.IsHan))
        {
            Add(Part.Department, department.Id, name + "<office>");
            if (Kinds.FirstOrDefault(k => name.Length > k.Length + 1 && name.EndsWith(k, StringComparison.Ordinal)) is not { } kind)
                continue;
            var stem = name[..^kind.Length];
            if (!Generic.Contains(stem))
                Add(Part.Department, department.Id, stem + "[<department>]");
            if (stem.Length != 4)
                continue;
            // 客户服务 → 客服部, 品质管理 → 品质部, 品管部
            var (first, shortened) = (stem[..2], $"{stem[0]}{stem[2]}");
            Add(Part.Department, department.Id, $"{{{shortened}|{first}}}<unit>");
            if (!Generic.Contains(shortened))
                Add(Part.Department, department.Id, $"{shortened}<no-role>");
            // 售后服务部 → 售后
            if (Generic.Contains(stem[2..]) && !Generic.Contains(first) && IsOnlyOf(own, first))
                Add(Part.Department, department.Id, first + "[<department>]");
        }
    }

    private bool IsOnlyOf(List<string> own, string words) =>
        !_departments.Except(own).Concat(_categories.Values.SelectMany(n => n)).Any(n => n.Contains(words, StringComparison.Ordinal));

    private void AddCategory(Category category, List<string> names)
    {
        foreach (var name in names.Append(CharacterFolding.Fold(category.Id).Replace('-', ' ')).Distinct())
        {
            var needed = Generic.Contains(name);
            if (Colleagues.IsHan(name))
                Add(Part.Category, category.Id, needed ? name + "<class>" : name + "<about>");
            else
                Add(Part.Category, category.Id, needed ? $"{Word(name)} <category-en>" : $"{Word(name)}[ <category-en>]");
        }
        foreach (var piece in names.SelectMany(Pieces).Distinct())
        {
            var isShared = _categories.Any(n => n.Key != category && n.Value.Any(o => Contains(o, piece)));
            if (!isShared && !Generic.Contains(piece) && !_departments.Any(d => Contains(d, piece)))
                Add(Part.Category, category.Id, Colleagues.IsHan(piece) ? piece + "<about>" : $"{Word(piece)}[ related]");
        }
    }

    private void AddMember(StaffMember member)
    {
        foreach (var name in Colleagues.Names(member))
        {
            AddOwner(Colleagues.IsHan(name) ? name : Word(name));
            if (!Colleagues.IsHan(name))
            {
                foreach (var word in name.Split(' ').Where(w => w.Length >= 3 && w != name && !Generic.Contains(w)))
                    AddOwner(Word(word));
                continue;
            }
            var family = Pinyin.SurnameLength(name);
            var (first, given) = (Syllables(name[..family]), Syllables(name[family..]));
            if (first.Length > 0 && given.Length > 0)
                AddOwner($"{{{first}[ ]{given}|{given}[ ]{first}}}");
            // A given name of three letters or more stands for the person: "Min's tickets".
            if (given.Length > 0 && Pinyin.Spell(name[family..]).All(s => s.Length >= 3))
                AddOwner($"{given}(>'s)", weight: 1, check: "given");
        }
    }

    private static string Syllables(string characters) =>
        string.Join("[ |']", characters.Select(c => Pinyin.Of(c)).Select(r => r.Count == 0 ? "" : "{" + string.Join('|', r) + "}"));

    private void AddOwner(string notation, int weight = 3, string? check = null) =>
        _names.Add(new(Part.Owner, "", notation, Phrase.Of($"(={notation})", Lists)) { Weight = weight, Check = check });

    private void Add(Part part, string value, string notation) =>
        _names.Add(new(part, value, notation, Phrase.Of(notation, Lists)) { Weight = 2 });

    /// <summary>A word in letters, also in the plural, with &amp; and "and" alike; signs of the notation are plain letters in it.</summary>
    private static string Word(string words) =>
        Signs()
            .Replace(words, @"\$0")
            .Replace(" and ", " & ", StringComparison.Ordinal)
            .Replace(" & ", "{[ ]&[ ]| and }", StringComparison.Ordinal) + "[s]";

    private static IEnumerable<string> Names(LocalizedText name, IReadOnlyList<string> aliases) =>
        name.ByLanguage.Values.Concat(aliases).Select(n => CharacterFolding.Fold(n).Trim()).Where(n => n.Length > 0).Distinct();

    /// <summary>Two-character pieces of a Chinese name, words of an English one: what people say instead of the whole.</summary>
    private static IEnumerable<string> Pieces(string name)
    {
        if (!Colleagues.IsHan(name))
            return name.Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= 4 && w != name);
        return name.Length is 4 or 6 ? Enumerable.Range(0, name.Length / 2).Select(i => name.Substring(2 * i, 2))
            : name.Length == 5 ? [name[..2], name[3..]]
            : [];
    }

    private static bool Contains(string name, string piece) =>
        Colleagues.IsHan(piece) ? name.Contains(piece, StringComparison.Ordinal) : name.Split(' ', '-').Contains(piece);

    [GeneratedRegex(" (department|dept|team|division|unit)$", RegexOptions.ExplicitCapture)]
    private static partial Regex BareEnglish();

    [GeneratedRegex(@"[\[\]{}|()<>^$_…*#\\NMHLWTD]")]
    private static partial Regex Signs();
}
