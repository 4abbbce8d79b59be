using System.Collections.Frozen;

namespace Understanding.Dates;

/// <summary>A word's meaning in the vocabulary: kind and value.</summary>
internal readonly record struct WordSense(Word Word, int Value = 0);

/// <summary>English words of time, folded.</summary>
internal static class EnglishVocabulary
{
    /// <summary>Months and weekdays that are also ordinary words; they need a companion.</summary>
    public static readonly FrozenSet<string> Doubtful = new[] { "may", "march", "mar", "sun", "sat", "wed", "dec", "mon" }.ToFrozenSet();

    public static readonly FrozenDictionary<string, WordSense> Words = Build();

    /// <summary>Cardinal number words; ordinals are in <see cref="Ordinals"/>.</summary>
    public static readonly FrozenDictionary<string, int> Cardinals = Numbered(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        "twenty:20 thirty:30 forty:40 fourty:40 fifty:50 sixty:60 seventy:70 eighty:80 ninety:90"
    );

    public static readonly FrozenDictionary<string, int> Ordinals = Numbered(
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            + "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
        "twentieth:20 thirtieth:30"
    );

    private static FrozenDictionary<string, int> Numbered(string counted, string named)
    {
        var words = counted.Split(' ').Select((w, i) => (w, i)).ToDictionary(p => p.w, p => p.i);
        foreach (var pair in named.Split(' '))
            words[pair.Split(':')[0]] = int.Parse(pair.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
        return words.ToFrozenDictionary();
    }

    private static FrozenDictionary<string, WordSense> Build()
    {
        var words = new Dictionary<string, WordSense>();
        void Add(Word kind, int value, string list)
        {
            foreach (var word in list.Split(' '))
                words[word] = new(kind, value);
        }
        string[] months =
        [
            "january jan",
            "february feb febr",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ];
        for (var m = 0; m < 12; m++)
            Add(Word.Month, m + 1, months[m]);
        string[] days =
        [
            "sunday sun",
            "monday mon",
            "tuesday tue tues",
            "wednesday wed weds",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
        ];
        for (var d = 0; d < 7; d++)
            Add(Word.Weekday, d, $"{days[d]} {days[d].Split(' ')[0]}s");
        Add(Word.Every, 0, "every each");
        Add(Word.DayWord, 0, "today tonight todays otd");
        Add(Word.DayWord, -1, "yesterday yesterdays");
        Add(Word.DayWord, 1, "tomorrow tomorow tomorrows tmr tmrw tomo");
        Add(Word.Unit, (int)Unit.Minute, "minute minutes min mins");
        Add(Word.Unit, (int)Unit.Hour, "hour hours hr hrs");
        Add(Word.Unit, (int)Unit.Day, "day days");
        Add(Word.Unit, (int)Unit.WorkDay, "weekday weekdays workday workdays businessday businessdays");
        Add(Word.Unit, (int)Unit.Week, "week weeks wk wks");
        Add(Word.Unit, (int)Unit.WorkWeek, "workweek workweeks");
        Add(Word.Unit, (int)Unit.Weekend, "weekend weekends");
        Add(Word.Unit, (int)Unit.Fortnight, "fortnight fortnights");
        Add(Word.Unit, (int)Unit.Month, "month months mth mths");
        Add(Word.Unit, (int)Unit.Quarter, "quarter quarters");
        Add(Word.Unit, (int)Unit.Year, "year years yr yrs");
        Add(Word.Unit, (int)Unit.Decade, "decade decades");
        Add(Word.Unit, (int)Unit.Century, "century centuries");
        Add(Word.DayPart, 0, "morning afternoon evening noon midday");
        Add(Word.DayPart, 1, "night");
        Add(Word.Now, 0, "now");
        Add(Word.Prev, 0, "last past previous preceding");
        Add(Word.This, 0, "this current present");
        Add(Word.Next, 0, "next coming upcoming following");
        Add(Word.The, 0, "the");
        Add(Word.Article, 0, "a an");
        Add(Word.Of, 0, "of");
        Add(Word.In, 0, "in within during over throughout");
        Add(Word.On, 0, "on by at");
        Add(Word.For, 0, "for");
        Add(Word.Ago, 0, "ago back");
        Add(Word.Later, 0, "later hence");
        Add(Word.Earlier, 0, "earlier prior");
        Add(Word.Before, 0, "before");
        Add(Word.After, 0, "after");
        Add(Word.Since, 0, "since");
        Add(Word.From, 0, "from starting beginning");
        Add(Word.To, 0, "to till until til through thru untill");
        Add(Word.Between, 0, "between");
        Add(Word.And, 0, "and");
        Add(Word.Half, 0, "half");
        Add(Word.Early, 0, "early");
        Add(Word.Mid, 0, "mid middle");
        Add(Word.Late, 0, "late");
        Add(Word.Final, 0, "end");
        Add(Word.Start, 0, "start");
        Add(Word.Rest, 0, "rest remainder");
        Add(Word.Few, 2, "couple");
        Add(Word.Few, 3, "few several");
        Add(Word.Less, 0, "less");
        Add(Word.Than, 0, "than");
        Add(Word.Date, 0, "date");
        Add(Word.EndName, (int)Unit.Week, "eow");
        Add(Word.EndName, (int)Unit.Month, "eom");
        Add(Word.EndName, (int)Unit.Year, "eoy");
        Add(Word.Commencing, 0, "commencing");
        Add(Word.CalendarYear, 0, "cy");
        for (var q = 1; q <= 4; q++)
            Add(Word.Quarter, q, $"q{q}");
        Add(Word.HalfName, 1, "h1");
        Add(Word.HalfName, 2, "h2");
        string[] decades = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
        for (var d = 0; d < decades.Length; d++)
            Add(Word.Decade, 20 + d * 10, decades[d]);
        Add(Word.Season, 3, "spring springtime");
        Add(Word.Season, 6, "summer summertime");
        Add(Word.Season, 9, "autumn fall");
        Add(Word.Season, 12, "winter wintertime");
        return words.ToFrozenDictionary();
    }
}
