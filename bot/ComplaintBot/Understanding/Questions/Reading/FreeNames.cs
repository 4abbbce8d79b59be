using System.Text.RegularExpressions;
using ComplaintBot.Understanding.Questions.Names;

namespace ComplaintBot.Understanding.Questions.Reading;

/// <summary>Names and words that stand in no list: people unknown to the organisation file, customers, places, words to search for. Taken as written, and only
/// where nothing better claims the same characters.</summary>
internal static partial class FreeNames
{
    private const string Han = "[\\u4e00-\\u9fff]";
    private const string Title = "(工程师|工|经理|总监|总|主任|组长|科长|处长|部长|主管|老师|师傅|姐|哥)";
    private const string Holds = "(手上|手里|手头|名下|负责|那里|那边|这边|跟进|经手|承办|办理|处理)";
    private const string Capital = "[A-Z][A-Za-z'’.-]*[A-Za-z]";

    /// <summary>All candidates; <paramref name="original"/> and <paramref name="folded"/> are equally long.</summary>
    public static IEnumerable<Mention> Read(string original, string folded) =>
        Texts(original, folded).Concat(Owners(original, folded)).Concat(Customers(original, folded)).Concat(PlaceNames(original, folded));

    private static IEnumerable<Mention> Texts(string original, string folded)
    {
        foreach (Match match in Quoted().Matches(folded))
            yield return Take(match, Part.Text, original, weight: 9);
        foreach (Match match in SearchedZh().Matches(folded).Concat(SearchedEn().Matches(folded)))
            yield return Take(match, Part.Text, original, weight: match.Groups["sure"].Success ? 3 : -3);
    }

    private static IEnumerable<Mention> Owners(string original, string folded)
    {
        foreach (Match match in OwnerZh().Matches(folded))
        {
            var name = match.Groups["x"];
            var bare = name.Value is ['小' or '老' or '阿', _];
            if (bare || Pinyin.IsSurname(name.ValueSpan))
                yield return Only(name, Part.Owner, original, -1);
        }
        foreach (Match match in OwnerPlainZh().Matches(folded))
        {
            var name = match.Groups["x"];
            if (Pinyin.IsSurname(name.ValueSpan) && name.Value.Skip(1).All(c => Pinyin.Of(c).Count > 0))
                yield return Only(name, Part.Owner, original, -1);
        }
        foreach (Match match in OwnerEn().Matches(original).Concat(PossessiveEn().Matches(original)))
            yield return Only(match.Groups["x"], Part.Owner, original, -1);
        foreach (Match match in PinyinPossessive().Matches(folded))
        {
            if (match.Groups["x"].Value.Split(' ').All(Pinyin.Syllables.Contains))
                yield return Only(match.Groups["x"], Part.Owner, original, -1);
        }
    }

    private static IEnumerable<Mention> Customers(string original, string folded)
    {
        foreach (Match match in CustomerZh().Matches(folded))
        {
            if (match.Groups["firm"].Success || Pinyin.IsSurname(match.Groups["x"].ValueSpan))
                yield return Take(match, Part.Customer, original, 1);
        }
        foreach (Match match in CustomerEn().Matches(original))
            yield return Take(match, Part.Customer, original, 4);
    }

    private static IEnumerable<Mention> PlaceNames(string original, string folded)
    {
        foreach (Match match in KnownPlaceZh().Matches(folded).Concat(KnownPlaceEn().Matches(folded)))
            yield return Take(match, Part.Place, original, 0);
        foreach (Match match in PlaceZh().Matches(folded).Concat(PlaceEn().Matches(original)))
            yield return Take(match, Part.Place, original, -2);
    }

    private static Mention Take(Match match, Part part, string original, int weight)
    {
        var name = match.Groups["x"];
        return new(match.Index, match.Length, part, original.Substring(name.Index, name.Length).Trim()) { Weight = weight };
    }

    private static Mention Only(Group name, Part part, string original, int weight) =>
        new(name.Index, name.Length, part, original.Substring(name.Index, name.Length)) { Weight = weight };

    [GeneratedRegex("(((内容|描述|原文|正文|文字)(里|中)?(面)?)?(提到|提及|包含|含有|包括|含|出现|写着|说到|有|带有|关键[词字](是|为)?|搜索?|查找|关于)(过|了)?|(mention(s|ing|ed)?|contain(s|ing|ed)?|includ(es|ing)|with|about|say(s|ing)?|for)( the)?( (word|words|phrase|text))?)? ?[\"'](?<x>[^\"']{1,60})[\"'](的|这个词|字样)?(?![a-z])", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex($"((?<sure>(内容|描述|原文|正文|文字)(里|中)?(面)?(提到|提及|包含|含有|有|带有|写着|出现)|(?<!不)(提到|提及|含有|写着|说到|谈到|关键[词字](是|为)?)|搜索|查找)|(?<!不)(包含|涉及|关于|有关|出现))(过|了|到)?(?<x>{Han}{{1,12}}?|[a-z0-9 ]{{2,20}}?)(?=的|这个词|字样|[，,。?？!]|$|相关)(这个词|字样)?", RegexOptions.ExplicitCapture)]
    private static partial Regex SearchedZh();

    [GeneratedRegex(@"\b((?<sure>mention(s|ing|ed)?|contain(s|ing|ed)?( the)? (words?|phrase|text)|(contain(s|ing|ed)?|with the (words?|phrase|text)))|about|regarding|concerning|related to)( (the|a|an|word|words|phrase|text|of))* (?<x>[a-z0-9'-]+( (?!in |from |last |this |that |which |since |by |and |or |for |at |on |yesterday|today|received|with )[a-z0-9'-]+){0,3})(?=$|[,.?!;]| (in|from|last|this|that|which|since|by|and|or|for|at|on|yesterday|today|received|with)\b)", RegexOptions.ExplicitCapture)]
    private static partial Regex SearchedEn();

    [GeneratedRegex($"(?<x>(小|老|阿){Han})(?={Holds}|的|呢|有)|(?<x>{Han}{{1,2}}?{Title})(?={Holds}|的|呢|有|$)|(?<=(指派给|分派给|分配给|派给|分给|转给|交给|归|由))(?<x>{Han}{{2,3}}?)(?=的|负责|处理|跟进|承办|$|[，,。?？])|(?<x>{Han}{{2,3}}?)(?={Holds})", RegexOptions.ExplicitCapture)]
    private static partial Regex OwnerZh();

    [GeneratedRegex($"(?<={Han}?)(?<x>{Han}{{2,3}}?)(?=的|$|呢)", RegexOptions.ExplicitCapture)]
    private static partial Regex OwnerPlainZh();

    [GeneratedRegex($@"(?<=\b([Aa]ssigned to|[Oo]wned by|[Hh]andled by|[Mm]anaged by|[Bb]elonging to|[Hh]eld by|[Rr]esolved by|[Cc]losed by|[Oo]f|[Ff]or|[Bb]y|[Tt]o|[Dd]oes|[Ii]s|[Dd]id|[Hh]as) )(?<x>{Capital}( {Capital}){{0,2}})\b(?!')", RegexOptions.ExplicitCapture)]
    private static partial Regex OwnerEn();

    [GeneratedRegex($@"\b(?<x>{Capital}( {Capital})?)(?=['’]s\b)", RegexOptions.ExplicitCapture)]
    private static partial Regex PossessiveEn();

    [GeneratedRegex(@"\b(?<x>[a-z]+ [a-z]+)(?='s\b)", RegexOptions.ExplicitCapture)]
    private static partial Regex PinyinPossessive();

    [GeneratedRegex($"(客户|顾客|用户|投诉人)(名(叫|为|是)?|叫|是|为|:)?(?<x>{Han}{{2,12}}?(?<firm>公司|集团|项目部|酒店|银行|工厂|厂|店|学校|医院|大学|物业|商行)|{Han}{{2,3}}?)(?=的|提|投诉|有|[，,。?？]|$)|(?<=^|[，, ]|的|查|看|下|找)(?<x>{Han}{{2,3}})(这个|那个|这位|那位)?(客户|顾客|用户|先生|女士|小姐)(?=的|提|投诉)", RegexOptions.ExplicitCapture)]
    private static partial Regex CustomerZh();

    [GeneratedRegex(@"\b([Cc]ustomer|[Cc]lient|[Aa]ccount|[Cc]omplainant)( (named|called))? (?<x>[A-Z][\w&'.-]*( [A-Z&][\w&'.-]*){0,3})|\b(from|by|of) (?<x>(Mr|Mrs|Ms|Miss)\.? [A-Z][\w'-]+( [A-Z][\w'-]+)?|[A-Z][\w&'.-]*( [A-Z&][\w&'.-]*){0,3} (Ltd|Inc|Corp|Corporation|Co|Company|Trading|Group|GmbH|LLC|Limited|Bank|Hotel|Logistics|School|Hospital)\b\.?)", RegexOptions.ExplicitCapture)]
    private static partial Regex CustomerEn();

    private static Regex KnownPlaceZh() => KnownZh;

    private static Regex KnownPlaceEn() => KnownEn;

    private static readonly Regex KnownZh = new($"(来自|发生在|位于|在|从)?(?<x>{Places.ChinesePattern})(地区|一带|这边|那边|当地|分公司|区域)?(的)?", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    private static readonly Regex KnownEn = new($@"\b((in|from|at|around|near|of) )?(the )?(?<x>{Places.EnglishPattern})\b( (city|area|region|province|office|branch))?", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    [GeneratedRegex($"((地点|地区|地址|区域)(是|为|在|:)(?<x>{Han}{{2,10}}?)(?=的|[，,。?？]|$)|(?<=^|[，, ]|[年月周天日]|在|来自)(在|来自)?(?<x>{Han}{{2,8}}?(市|县|镇|乡|小区|工地|园区|街道|(?<!地|每|各|分|那|这|哪)区))(?=的|有|投诉|客诉|发生|这))", RegexOptions.ExplicitCapture)]
    private static partial Regex PlaceZh();

    [GeneratedRegex($@"\b(in|from|at|near|around) (?<x>{Capital}( {Capital}){{0,2}})\b(?!')", RegexOptions.ExplicitCapture)]
    private static partial Regex PlaceEn();
}
