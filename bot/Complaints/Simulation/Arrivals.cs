using System.Globalization;
using Complaints.Intake;
using Complaints.Organisations;

namespace Complaints.Simulation;

/// <summary>When complaints come in a simulated year, from whom, and about what.</summary>
internal sealed class Arrivals
{
    // How much comes in each hour of a day compared with the busiest.
    private static readonly double[] Hours =
    [
        .05,
        .02,
        .01,
        .01,
        .01,
        .03,
        .1,
        .3,
        .6,
        .9,
        1,
        .9,
        .6,
        .7,
        .9,
        1,
        .9,
        .8,
        .7,
        .7,
        .6,
        .5,
        .3,
        .1,
    ];
    private const double Weekend = 0.5;

    private static readonly string[] Places = ["中山路", "人民路", "解放路", "南湖小区", "高新区", "工业园", "大学城", "老城"];

    private readonly Organisation _organisation;
    private readonly int _seed;
    private readonly int _customers;

    /// <summary>So many arrivals within a year from <paramref name="from"/>.</summary>
    public Arrivals(Organisation organisation, int seed, int count, DateTimeOffset from)
    {
        (_organisation, _seed, _customers) = (organisation, seed, Math.Max(1, count / 3));
        var dice = new Dice(seed);
        var length = from.AddYears(1) - from;
        var times = new List<DateTimeOffset>(count);
        while (times.Count < count)
        {
            var at = from + TimeSpan.FromSeconds(Math.Floor(dice.Share() * length.TotalSeconds));
            var local = organisation.Local(at);
            if (dice.Chance(Hours[local.Hour] * (local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? Weekend : 1)))
                times.Add(at);
        }
        times.Sort();
        Times = times;
        var perDay = new Dictionary<string, int>();
        Tickets =
        [
            .. times
                .Select(at => organisation.Local(at).ToString("yyyyMMdd", CultureInfo.InvariantCulture))
                .Select(day =>
                    string.Create(CultureInfo.InvariantCulture, $"C-{day}-{perDay[day] = perDay.GetValueOrDefault(day) + 1:0000}")
                ),
        ];
    }

    /// <summary>The instants, in order.</summary>
    public IReadOnlyList<DateTimeOffset> Times { get; }

    /// <summary>The ticket numbers, one for each instant.</summary>
    public IReadOnlyList<string> Tickets { get; }

    /// <summary>The customer of an arrival, and what they file.</summary>
    public (Actor Customer, FileComplaint Command) Filed(int number)
    {
        var dice = Dice.For(_seed, number, -1);
        var customer = dice.Below(_customers);
        // A customer stays the same person in every complaint.
        var person = Dice.For(_seed, customer, -2);
        var level =
            person.Chance(.8) ? "standard"
            : person.Chance(.75) ? "vip"
            : "key";
        var language =
            person.Chance(.7) ? Languages.ZhCn
            : person.Chance(.5) ? Languages.ZhTw
            : Languages.En;
        var category = dice.Of(_organisation.Categories);
        // Dangers are rarer than their share of the categories.
        if (category.Severity == Severity.Critical && !dice.Chance(.15))
            category = _organisation.OtherCategory;
        var severity = dice.Chance(.9) || category.Severity == Severity.Critical ? category.Severity : (Severity)dice.Below(3);
        var kind = dice.Chance(.93) ? RecordKind.Complaint : (RecordKind)(1 + dice.Below(4));
        var actor = Actor.Customer($"directline:dl_{customer}", $"客户{customer}");
        var details = new ComplaintDetails(category.Id, Story(category.Name.In(language), language, Dice.For(_seed, number, -3)))
        {
            Place = dice.Of(Places),
            Far = dice.Chance(.2),
            Files = [new($"file-{number}", "photo.jpg", "image/jpeg", "00")],
            AboutStaff = dice.Chance(.02) ? [dice.Of(_organisation.Staff).Id] : [],
        };
        var complainant = new Complainant(actor.Id, language)
        {
            Name = actor.Name,
            Phone = string.Create(CultureInfo.InvariantCulture, $"139{customer:00000000}"),
            Level = level,
        };
        return (actor, new FileComplaint(kind, complainant, details, severity, "category"));
    }

    // A sentence that a person might write about the category.
    private static string Story(string category, string language, Dice dice)
    {
        string[] told = language switch
        {
            Languages.ZhTw =>
            [
                "已經三天了還沒有人處理",
                "上週才處理過，現在又發生",
                "打了兩次電話都說會回覆，結果沒有下文",
                "請儘快給我一個說法",
            ],
            Languages.En =>
            [
                "it has been three days and nobody has come",
                "it was fixed last week and is back again",
                "I called twice and nobody called back",
                "please tell me when this will be settled",
            ],
            _ => ["已经三天了还没有人处理", "上周才处理过，现在又发生了", "打了两次电话都说会回复，结果没有下文", "请尽快给我一个说法"],
        };
        return language == Languages.En ? $"{category}: {dice.Of(told)}" : $"{category}，{dice.Of(told)}";
    }
}
