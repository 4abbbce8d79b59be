using System.Collections.Frozen;

namespace Understanding.Dates;

/// <summary>English names of feasts, one to three words.</summary>
internal static class EnglishFeasts
{
    private static readonly FrozenDictionary<string, (string Name, Feast Feast)[]> ByFirstWord = Build();

    public static bool TryRead(ReadOnlySpan<char> text, int start, bool glued, TokenList tokens, out int end)
    {
        end = start;
        while (end < text.Length && (char.IsAsciiLetter(text[end])))
            end++;
        if (!ByFirstWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[start..end], out var names))
            return false;
        foreach (var (name, feast) in names)
        {
            if (Matches(text, start, name) is { } at)
            {
                end = at;
                tokens.Add(new(Word.Feast, (int)feast, start, end, 0, Script.English, glued));
                return true;
            }
        }
        return false;
    }

    /// <summary>Where the name ends in the text; apostrophes, hyphens and the s before them may be missing.</summary>
    private static int? Matches(ReadOnlySpan<char> text, int start, string name)
    {
        var i = start;
        foreach (var c in name)
        {
            while (i < text.Length && text[i] is '\'' or '.')
                i++;
            if (c == ' ')
            {
                if (i < text.Length && text[i] == 's' && text[i - 1] == '\'')
                    i++;
                if (i >= text.Length || text[i] is not (' ' or '-'))
                    return null;
                i++;
            }
            else if (i >= text.Length || text[i++] != c)
                return null;
        }
        return i < text.Length && char.IsAsciiLetterOrDigit(text[i]) ? null : i;
    }

    private static FrozenDictionary<string, (string, Feast)[]> Build()
    {
        var names = new List<(string Name, Feast Feast)>();
        void Add(Feast feast, string list) => names.AddRange(list.Split(',').Select(n => (n, feast)));
        Add(Feast.NewYear, "new year,new years,new year day,new years day,new year's day");
        Add(Feast.NewYearsEve, "new year eve,new years eve,silvester");
        Add(Feast.Valentine, "valentine,valentines,valentine day,valentines day");
        Add(
            Feast.StPatrick,
            "st patrick,st patricks,saint patrick,saint patricks,st patrick day,st patricks day,saint patrick day,saint patricks day"
        );
        Add(Feast.WomensDay, "women day,womens day,international women day,international womens day,female day");
        Add(Feast.ArborDay, "arbor day,tree planting day");
        Add(Feast.AprilFools, "april fool,april fools,april fool day,april fools day,fool day,fools day");
        Add(Feast.EarthDay, "earth day");
        Add(Feast.LabourDayMay, "may day,international workers day,workers day");
        Add(Feast.YouthDay, "youth day");
        Add(Feast.ChildrensDay, "children day,childrens day");
        Add(Feast.Juneteenth, "juneteenth");
        Add(Feast.IndependenceDay, "independence day,us independence day,fourth of july");
        Add(Feast.TeachersDay, "teacher day,teachers day");
        Add(Feast.NationalDay, "national day,chinese national day");
        Add(Feast.NationalHolidayWeek, "golden week,national day holiday,national day week");
        Add(Feast.DoubleTenth, "double tenth,double tenth day,double ten day");
        Add(Feast.Halloween, "halloween,halloween day,all hallows eve");
        Add(Feast.AllSaints, "all saints day,all hallows day");
        Add(Feast.VeteransDay, "veteran day,veterans day");
        Add(Feast.SinglesDay, "single day,singles day,double eleven,double 11");
        Add(Feast.ChristmasEve, "christmas eve,xmas eve,chris eve");
        Add(Feast.Christmas, "christmas,christmas day,xmas,xmas day");
        Add(Feast.BoxingDay, "boxing day");
        Add(Feast.GroundhogDay, "groundhog day");
        Add(Feast.GuyFawkes, "guy fawkes,guy fawkes day,guy fawkes night,bonfire night");
        Add(Feast.SpringFestival, "spring festival,chinese new year,lunar new year,chinese new year day");
        Add(Feast.SpringFestivalEve, "chinese new year eve,lunar new year eve");
        Add(Feast.LanternFestival, "lantern festival");
        Add(Feast.Qingming, "qingming,qingming festival,tomb sweeping day");
        Add(Feast.DragonBoat, "dragon boat festival,dragon boat");
        Add(Feast.MidAutumn, "mid autumn,mid autumn festival,mid autumn day,moon festival");
        Add(Feast.DoubleNinth, "double ninth,double ninth festival");
        Add(Feast.EasterSunday, "easter,easter day,easter sunday");
        Add(Feast.GoodFriday, "good friday");
        Add(Feast.EasterMonday, "easter monday");
        Add(Feast.MothersDay, "mother day,mothers day");
        Add(Feast.FathersDay, "father day,fathers day");
        Add(Feast.Thanksgiving, "thanksgiving,thanksgiving day,thanks giving,turkey day");
        Add(Feast.BlackFriday, "black friday");
        Add(Feast.CyberMonday, "cyber monday");
        Add(Feast.LabourDaySeptember, "labor day,labour day,us labor day");
        Add(Feast.MemorialDay, "memorial day");
        Add(Feast.KingDay, "mlk day,martin luther king day,martin luther king jr day");
        Add(Feast.PresidentsDay, "president day,presidents day,washington birthday,washingtons birthday");
        Add(Feast.ColumbusDay, "columbus day");
        Add(Feast.WhiteDay, "white day,white lover day");
        Add(Feast.CincoDeMayo, "cinco de mayo");
        Add(Feast.AllSouls, "all souls day");
        Add(Feast.AshWednesday, "ash wednesday");
        Add(Feast.PalmSunday, "palm sunday");
        Add(Feast.MaundyThursday, "maundy thursday,holy thursday");
        Add(Feast.Ascension, "ascension day,ascension of christ");
        Add(Feast.Pentecost, "pentecost,whitsunday,whit sunday");
        Add(Feast.WhitMonday, "whit monday");
        Add(Feast.EidAlFitr, "eid al fitr,eid ul fitr,festival of breaking the fast");
        Add(Feast.EidAlAdha, "eid al adha,eid ul adha,sacrifice feast");
        Add(Feast.RamadanStart, "ramadan");
        Add(Feast.IslamicNewYear, "islamic new year");
        return names
            .GroupBy(n => n.Name.Split(' ')[0])
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(n => n.Name.Length).ToArray());
    }
}
