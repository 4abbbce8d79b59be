using System.Collections.Frozen;

namespace Understanding.Dates;

/// <summary>Chinese words of time, folded (simplified). The longest one at a place is taken.</summary>
internal static class ChineseVocabulary
{
    private static readonly FrozenDictionary<char, (string Text, WordSense WordSense)[]> ByFirst = Build();

    /// <summary>The longest word that the text has at a place; its length is 0 when there is none.</summary>
    public static WordSense Longest(ReadOnlySpan<char> rest, out int length)
    {
        if (ByFirst.TryGetValue(rest[0], out var entries))
        {
            foreach (var (text, meaning) in entries)
            {
                if (rest.StartsWith(text, StringComparison.Ordinal))
                {
                    length = text.Length;
                    return meaning;
                }
            }
        }
        length = 0;
        return default;
    }

    private static FrozenDictionary<char, (string, WordSense)[]> Build()
    {
        var words = new Dictionary<string, WordSense>();
        void Add(Word kind, int value, string list)
        {
            foreach (var word in list.Split(' '))
                words[word] = new(kind, value);
        }
        Add(Word.DayWord, 0, "今天 今日 今儿 今晚 今早 今晨 今夜 今儿个 今个 本日");
        Add(Word.DayWord, -1, "昨天 昨日 昨晚 昨夜 昨儿 昨早 昨晨 昨儿个 隔夜");
        Add(Word.DayWord, -2, "前天 前日 前晚 前儿 前儿个");
        Add(Word.DayWord, -3, "大前天 大前日 大前儿");
        Add(Word.DayWord, 1, "明天 明日 明早 明晚 明儿 明晨 明儿个");
        Add(Word.DayWord, 2, "后天 后日 后儿");
        Add(Word.DayWord, 3, "大后天 大后日");
        Add(Word.YearWord, 0, "今年 本年 本年度 今年度 当年度 这年");
        Add(Word.YearWord, -1, "去年 去年度 上年 上年度 旧年");
        Add(Word.YearWord, -2, "前年 前年度");
        Add(Word.YearWord, -3, "大前年");
        Add(Word.YearWord, 1, "明年 来年 明年度 下年度 下年");
        Add(Word.YearWord, 2, "后年");
        Add(Word.YearWord, 3, "大后年");
        Add(Word.YearSign, 0, "年 年度");
        Add(Word.MonthSign, 0, "月 月份 月分");
        Add(Word.DaySign, 0, "日 号");
        Add(Word.Sky, 0, "天");
        Add(Word.Week, 0, "周 星期 礼拜 拜");
        Add(Word.Unit, (int)Unit.Weekend, "周末 周末休息日");
        Add(Word.Unit, (int)Unit.WorkDay, "工作日 工作天 上班日");
        Add(Word.Ge, 0, "个 箇");
        Add(Word.QuarterSign, 0, "季度 季");
        Add(Word.HourSign, (int)Unit.Hour, "小时 钟头 个小时 个钟头 个钟");
        Add(Word.HourSign, (int)Unit.Minute, "分钟");
        Add(Word.Up, 0, "上");
        Add(Word.Down, 0, "下");
        Add(Word.This, 0, "本 这 当 该 这一 今");
        Add(Word.Front, 0, "前 头");
        Add(Word.Behind, 0, "后");
        Add(Word.Begin, 0, "初 开头 月头");
        Add(Word.Middle, 0, "中 中间");
        Add(Word.Close, 0, "底 末 尾");
        Add(Word.TenDays, 1, "上旬");
        Add(Word.TenDays, 2, "中旬");
        Add(Word.TenDays, 3, "下旬");
        Add(Word.Nth, 0, "第");
        Add(Word.Final, 0, "最后 最末 最后的");
        Add(Word.Recent, 0, "过去 近 过往 往前 最近的 过去的 刚过去的");
        Add(Word.Lately, 0, "最近 近期 近来 近日");
        Add(Word.Coming, 0, "未来 接下来 今后 往后 将来 接下来的 未来的");
        Add(Word.AgoZh, 0, "以前 之前");
        Add(Word.HenceZh, 0, "以后 之后 过后");
        Add(Word.Within, 0, "内 以内 之内 里");
        Add(Word.FromZh, 0, "从 自 由 自从 打从");
        Add(Word.ToZh, 0, "到 至 直到 截止到 截至");
        Add(Word.AndZh, 0, "和 与 跟 及");
        Add(Word.BetweenZh, 0, "之间 间");
        Add(Word.SinceZh, 0, "以来 起 开始 至今 到现在 到目前 到目前为止 至目前 之后到现在 以来到现在 至现在 起至今 以后到现在 后到现在");
        Add(Word.Now, 0, "现在 目前 如今");
        Add(Word.De, 0, "的 之");
        Add(Word.CenturySign, 0, "世纪");
        Add(Word.LastCentury, -1, "上世纪 上个世纪");
        Add(Word.LastCentury, 0, "本世纪 这个世纪 这世纪");
        Add(Word.DecadeSign, 0, "年代");
        Add(Word.GreatYear, 0, "大年");
        Add(Word.HalfZh, 0, "半");
        Add(Word.LunarMonth, 1, "正月");
        Add(Word.LunarMonth, 11, "冬月");
        Add(Word.LunarMonth, 12, "腊月");
        Add(Word.Every, 0, "每 逢 每个 每逢");
        Add(
            Word.DayPart,
            0,
            "早上 上午 早晨 清晨 中午 下午 傍晚 晚上 夜里 夜间 半夜 凌晨 深夜 午夜 晚间 一早 一大早 大半夜 午后 早 晚 夜 晚些时候 黄昏 白天"
        );
        Add(Word.HolidaySpan, 0, "假期 期间 长假 黄金周 放假 小长假 放假期间 假期期间 那几天 连假");
        Add(Word.Season, 3, "春天 春季");
        Add(Word.Season, 6, "夏天 夏季");
        Add(Word.Season, 9, "秋天 秋季");
        Add(Word.Season, 12, "冬天 冬季");
        Add(
            Word.NotADate,
            0,
            "今日头条 今天气 明天气 周边 周围 周岁 中国 中心 中文 中华 中间人 初步 十分 天前台 天后台 起诉 起火 起码 起床 起来 起因 起飞 起初 起草 年代表 月亮 "
                + "号线 号楼 号机 号店 号院 号房 号门 号车 号厂 号仓 号桌 号床 号柜 号窗 号码 号库 号位 号员 号厅 号口 号井 号塔 号站 号段 号卡 号主 号铺 号馆 号炉 号箱 号泵 号电 号宿 "
                + "号公 号登 号坑 号棚 号文 号球 号客 号座 号技 号病 号型 号字 号包 号令 号单 号称 号召 第一次 第二次 第三次 第三方"
        );
        foreach (var (era, first) in ChineseNames.Eras)
            words[era] = new(Word.Era, first);
        foreach (var (name, feast) in ChineseNames.Feasts)
            words[name] = new(Word.Feast, (int)feast);
        return words
            .Select(w => (Text: w.Key, WordSense: w.Value))
            .GroupBy(w => w.Text[0])
            .ToFrozenDictionary(
                g => g.Key,
                g => g.OrderByDescending(w => w.Text.Length).ThenBy(w => w.Text, StringComparer.Ordinal).ToArray()
            );
    }
}
