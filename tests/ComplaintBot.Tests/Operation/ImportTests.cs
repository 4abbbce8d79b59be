using System.Text;
using ComplaintBot.Operation.FirstHour;
using ComplaintBot.People;

namespace ComplaintBot.Tests.Operation;

/// <summary>The commands <c>import-people</c> and <c>import-categories</c>.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("complaintbot-import-").FullName;
    private readonly string _before;

    public ImportTests()
    {
        // Comments, a trailing comma and an odd layout: all of it is somebody's work.
        _before = File.ReadAllText(OrganisationFile.ExamplePath)
            .Replace("\"staff\": [", "// Whoever reads this: keep me.\n  \"staff\": [ // the people", StringComparison.Ordinal);
        File.WriteAllText(Organisation, _before);
    }

    private string Organisation => Path.Combine(_folder, "organisation.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task New_people_are_added_known_ones_changed_where_a_cell_is_filled_and_the_rest_stays_letter_by_letter()
    {
        var (code, said) = await PeopleAsync(
            """
            id,name,department,roles,skills,languages,capacity,senior
            aad-new,王小明,network,handler;frontline,signal、broadband,zh-CN,12,yes
            aad-li-wei,,market,,,,,
            """
        );

        Assert.Equal(0, code);
        Assert.Contains("+ { \"aadObjectId\": \"aad-new\", \"name\": \"王小明\"", said, StringComparison.Ordinal);
        Assert.Contains("~ aad-li-wei: department \"network\" → \"market\"", said, StringComparison.Ordinal);
        var after = OrganisationFile.Load(Organisation).Organisation!;
        var added = after.FindStaff("aad-new")!;
        Assert.Equal((12, true, "zh-CN"), (added.Capacity, added.Senior, Assert.Single(added.Languages)));
        Assert.Equal(["signal", "broadband"], added.Skills);
        var before = OrganisationFile.Parse(_before, "x").Organisation!;
        Assert.Equal(before.FindStaff("aad-li-wei")!.Name, after.FindStaff("aad-li-wei")!.Name);
        Assert.Equal("market", after.FindStaff("aad-li-wei")!.Department);
        // Every line but the one of the changed person is still there.
        var left = (await File.ReadAllTextAsync(Organisation)).Split('\n').Select(l => l.TrimEnd(',', ' ')).ToHashSet();
        Assert.Single(_before.Split('\n').Select(l => l.TrimEnd(',', ' ')), l => !left.Contains(l));
        Assert.Equal(_before, await File.ReadAllTextAsync(Organisation + ".bak"));
    }

    [Fact]
    public async Task The_same_table_again_changes_nothing()
    {
        const string Table = "id;name;department\naad-new;王小明;network\n";
        await PeopleAsync(Table);
        var once = await File.ReadAllTextAsync(Organisation);

        var (code, said) = await PeopleAsync(Table);

        Assert.Equal(0, code);
        Assert.StartsWith("0 to write", said, StringComparison.Ordinal);
        Assert.Equal(once, await File.ReadAllTextAsync(Organisation));
    }

    [Fact]
    public async Task A_table_that_a_Chinese_spreadsheet_saved_is_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        await RunAsync(
            ImportKind.People,
            Encoding.GetEncoding("GB18030").GetBytes("id,name,department\r\naad-new,王小明,network\r\n"),
            yes: true
        );

        Assert.Equal("王小明", OrganisationFile.Load(Organisation).Organisation!.FindStaff("aad-new")!.Name);
    }

    [Theory]
    [InlineData("id,name,department\naad-new,New,nowhere", 1, "there is no department \"nowhere\"")]
    [InlineData("id,name,department,roles\naad-new,New,network,boss", 1, "\"boss\" is not known here")]
    [InlineData("id,name,salary\naad-new,New,1", 2, "The column \"salary\" is not known")]
    [InlineData("id,name,department\n,New,network", 2, "Line 2: \"id\" is empty")]
    [InlineData("id,name,department\na,New,network\na,New,network", 2, "Line 3: \"a\" stands twice")]
    [InlineData("id,capacity\naad-li-wei,many", 2, "Line 2: capacity \"many\" is no number")]
    [InlineData("", 2, "The table is empty")]
    public async Task What_is_wrong_with_a_table_is_told_and_nothing_is_written(string table, int code, string sentence)
    {
        var (answer, said) = await PeopleAsync(table);

        Assert.Equal(code, answer);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.Equal(_before, await File.ReadAllTextAsync(Organisation));
    }

    [Fact]
    public async Task Categories_come_with_names_in_several_languages()
    {
        var (code, _) = await RunAsync(
            ImportKind.Categories,
            Encoding.UTF8.GetBytes(
                """
                id,department,name.zh-CN,name.en,severity,onSite,aliases
                roaming,network,国际漫游,Roaming,high,no,abroad;境外
                billing,,,Bills,,,
                """
            ),
            yes: true
        );

        Assert.Equal(0, code);
        var after = OrganisationFile.Load(Organisation).Organisation!;
        Assert.Equal(
            ("国际漫游", "Roaming"),
            (after.FindCategory("roaming")!.Name.In("zh-CN"), after.FindCategory("roaming")!.Name.In("en"))
        );
        Assert.Equal(["abroad", "境外"], after.FindCategory("roaming")!.Aliases);
        Assert.Equal("Bills", after.FindCategory("billing")!.Name.In("en"));
        Assert.Equal("other", after.OtherCategory.Id);
    }

    [Theory]
    [InlineData("y\n", 0)]
    [InlineData("n\n", 2)]
    [InlineData(null, 2)]
    public async Task It_is_written_only_when_somebody_says_yes(string? typed, int code)
    {
        var table = Encoding.UTF8.GetBytes("id,name,department\naad-new,New,network\n");

        var (answer, said) = await RunAsync(ImportKind.People, table, yes: false, typed);

        Assert.Equal(code, answer);
        Assert.Equal(code == 0, await File.ReadAllTextAsync(Organisation) != _before);
        if (typed is null)
            Assert.Contains("--yes", said, StringComparison.Ordinal);
    }

    private Task<(int Code, string Said)> PeopleAsync(string table) =>
        RunAsync(ImportKind.People, Encoding.UTF8.GetBytes(table), yes: true);

    private async Task<(int Code, string Said)> RunAsync(ImportKind kind, byte[] table, bool yes, string? typed = null)
    {
        var path = Path.Combine(_folder, "table.csv");
        await File.WriteAllBytesAsync(path, table);
        await using var output = new StringWriter();
        var console = typed is null ? Typed.Nobody(output) : new Typed(output, typed);
        var arguments = new ImportCommand.Arguments
        {
            Table = path,
            Organisation = Organisation,
            Yes = yes,
        };
        return (await ImportCommand.RunAsync(kind, [], arguments, console, CancellationToken.None), output.ToString());
    }
}
