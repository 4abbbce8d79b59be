namespace Understanding.Dates;

/// <summary>What a word can do in an expression of time. One word has one; the grammars know the second meanings.</summary>
internal enum Word : byte
{
    Other,
    Stop,
    Comma,
    Dot,
    Dash,
    Slash,
    Quote,
    Clock,
    Number,
    Ordinal,
    Month,
    Weekday,
    DayWord,
    YearWord,
    Unit,
    Feast,
    DayPart,
    Now,

    // direction
    Prev,
    This,
    Next,

    // English
    The,
    Article,
    Of,
    In,
    On,
    For,
    With,
    Ago,
    Later,
    Earlier,
    Before,
    After,
    Since,
    From,
    To,
    Between,
    And,
    Half,
    Early,
    Mid,
    Late,
    Final,
    Start,
    Rest,
    Few,
    Quarter,
    HalfName,
    Decade,
    Century,
    Season,
    Less,
    Than,
    Date,
    Commencing,
    EndName,
    CalendarYear,

    // Chinese
    YearSign,
    MonthSign,
    DaySign,
    Sky,
    Week,
    Ge,
    QuarterSign,
    Front,
    Behind,
    Up,
    Down,
    Begin,
    Close,
    Middle,
    TenDays,
    Nth,
    Recent,
    Coming,
    AgoZh,
    HenceZh,
    Within,
    FromZh,
    ToZh,
    AndZh,
    BetweenZh,
    SinceZh,
    De,
    CenturySign,
    DecadeSign,
    Era,
    GreatYear,
    HalfZh,
    HourSign,
    LunarMonth,
    HolidaySpan,
    Every,
    LastCentury,
    Lately,
    NotADate,
}

/// <summary>Where a number came from.</summary>
internal enum Script : byte
{
    None,
    Digits,
    Chinese,
    English,
}

/// <summary>One word of the folded text. <paramref name="Places"/>: digits of a number written by position, 0 for one written by value.
/// <paramref name="Glued"/>: no space before it.</summary>
internal readonly record struct Token(Word Word, int Value, int Start, int End, byte Places, Script Script, bool Glued)
{
    public bool IsNumber => Word == Word.Number;

    public Unit Unit => (Unit)Value;

    public bool Is(Word word) => Word == word;
}

/// <summary>The words of one text, in order; places outside answer with a full stop.</summary>
internal sealed class TokenList
{
    private Token[] _tokens = new Token[64];

    public int Count { get; private set; }

    public Token this[int i] => (uint)i < (uint)Count ? _tokens[i] : new(Word.Stop, 0, int.MaxValue, int.MaxValue, 0, Script.None, false);

    /// <summary>The folded text that the places count in.</summary>
    public string Text { get; private set; } = "";

    public char CharAt(int place) => (uint)place < (uint)Text.Length ? Text[place] : '\0';

    public void Clear(string text) => (Text, Count) = (text, 0);

    public void Add(Token token)
    {
        if (Count == _tokens.Length)
            Array.Resize(ref _tokens, Count * 2);
        _tokens[Count++] = token;
    }

    public void ReplaceLast(int count, Token token)
    {
        Count -= count;
        Add(token);
    }
}

/// <summary>Part of a text that was read: what it says and the token that follows it.</summary>
internal readonly record struct Reading(int End, When When)
{
    /// <summary>The longer of two.</summary>
    public static Reading? Longest(Reading? a, Reading? b) => b is null || a is { } x && x.End >= b.Value.End ? a : b;
}

/// <summary>The day that relative words count from.</summary>
internal sealed record Reference(DateTimeOffset Now, RangeReading Ranges, bool DayFirst)
{
    /// <summary>True where people speak, not the public specifications: lunar months are lunar, days that never were are not moved,
    /// and what can be two days is not guessed.</summary>
    public bool IsOfPeople => Ranges == RangeReading.IncludesEnd;

    /// <summary>True for a text with Chinese in it, whose 3/11 begins with the month.</summary>
    public bool IsChinese { get; init; }

    /// <summary>True when figures with such a sign between may be day and month or month and day.</summary>
    public bool IsDoubtful(Word separator, int first, int second) =>
        IsOfPeople && !IsChinese && separator == Word.Slash && first != second && first is > 0 and <= 12 && second is > 0 and <= 12;

    public DateOnly Today { get; } = DateOnly.FromDateTime(Now.DateTime);
}
