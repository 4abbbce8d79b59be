namespace ComplaintBot.Understanding.Writing;

/// <summary>Traditional characters and the simplified ones that stand for them, for matching only: several traditional ones may share one.</summary>
internal static class TraditionalCharacters
{
    /// <summary>Pairs, traditional first.</summary>
    internal const string Pairs =
        "週周號号個个後后禮礼這这節节國国慶庆陽阳過过來来開开從从與与間间內内勞劳動动聖圣誕诞兩两點点時时鐘钟紀纪當当該该農农曆历臘腊萬万幾几數数歲岁";
}
