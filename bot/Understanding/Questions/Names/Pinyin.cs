namespace Understanding.Questions.Names;

/// <summary>How the characters that stand in Chinese names are spelt in pinyin (no tones, ü = v or u). Enough for names of people;
/// not a dictionary.</summary>
internal static class Pinyin
{
    private const string Table = """
        a:阿 ai:艾爱蔼哀 an:安晏岸 ang:昂 ao:敖傲奥 ba:巴霸 bai:白柏百佰 ban:班斑 bang:邦榜 bao:包宝保鲍葆豹堡 bei:贝北蓓倍 ben:本贲 bi:毕碧璧必弼 bian:边卞 biao:彪标表 bin:斌彬宾滨缤 bing:冰兵炳丙秉
        bo:博波伯薄勃柏泊渤 bu:卜步布 cai:蔡才彩采财 can:灿璨 cang:苍仓 cao:曹操 cen:岑 cha:查 chai:柴 chan:婵 chang:常昌畅长尝嫦 chao:超朝潮晁巢 che:车 chen:陈晨辰沉臣琛宸忱谌 cheng:成程承诚城澄呈丞盛
        chi:池迟驰 chong:冲崇充种 chou:仇 chu:楚储褚初出 chuan:川传 chun:春纯淳椿 ci:慈次赐 cong:聪丛从 cui:崔翠 cun:存村 da:达大 dai:戴代岱黛 dan:丹单旦 dang:党 dao:道 de:德得 deng:邓登灯 di:迪狄笛地
        dian:典殿 diao:刁 ding:丁定鼎 dong:东董冬栋 dou:窦 du:杜都督 duan:段端 dun:顿敦 e:娥鄂 en:恩 er:尔儿 fa:发法 fan:范樊凡帆繁 fang:方芳房放昉 fei:飞菲费霏斐妃 fen:芬奋 feng:冯风峰丰锋凤枫奉封
        fu:付傅福富符甫扶夫芙馥复伏 gai:盖 gan:甘干淦 gang:刚钢岗纲 gao:高皋 ge:葛戈歌格盖 gen:根 geng:耿庚 gong:龚宫公巩功弓恭 gou:苟 gu:顾古谷固 guan:关管冠官观 guang:光广 gui:桂贵归瑰 guo:郭国果
        hai:海 han:韩汉寒涵翰含晗瀚 hang:航杭 hao:郝浩豪好昊皓 he:何贺和赫河荷鹤禾 heng:衡恒亨 hong:洪红宏鸿弘虹泓 hou:侯后厚 hu:胡虎湖护扈 hua:华花化桦 huai:怀槐 huan:欢焕环桓欢 huang:黄皇煌 hui:惠慧辉晖会卉徽绘汇
        huo:霍火 ji:季纪吉计姬冀继集济基籍嵇记骥 jia:贾家佳嘉甲加 jian:建健剑坚简鉴俭 jiang:江姜蒋将疆 jiao:焦娇姣 jie:杰洁捷解婕节街 jin:金晋靳进锦瑾津今劲 jing:静景京敬晶井荆竞靖菁婧经精 jiong:炯 jiu:久九
        ju:菊居鞠巨 juan:娟隽涓 jue:珏爵 jun:军君俊峻骏钧均 kai:凯开恺楷 kan:阚 kang:康亢 ke:柯可克科珂 kong:孔空 kou:寇 ku:库 kuai:蒯 kuan:宽 kuang:邝匡旷 kui:魁奎 kun:坤昆琨 lai:赖来莱 lan:兰蓝岚澜 lang:郎朗
        lao:劳 le:乐 lei:雷蕾磊 leng:冷 li:李黎丽莉力立理利礼励厉历栗郦里俐璃梨 lian:连廉莲练恋 liang:梁良亮 liao:廖辽 lie:烈 lin:林琳霖临蔺麟 ling:凌玲灵令岭铃陵菱龄 liu:刘柳留流六 long:龙隆 lou:娄楼 lu:陆卢鲁路露璐鹿禄芦
        luan:栾 lun:伦 luo:罗骆洛络 lv:吕律绿 ma:马麻 mai:麦 man:满曼 mao:毛茅茂懋 mei:梅美媚玫眉 men:门 meng:孟蒙梦萌 mi:米宓密 mian:勉绵 miao:苗缪妙淼 min:闵敏民岷旻 ming:明铭鸣名 mo:莫墨默末 mu:穆牧木慕牟沐睦
        na:那娜 nai:乃 nan:南楠男 neng:能 ni:倪妮霓 nian:年念 nie:聂 ning:宁凝 niu:牛钮 nong:农 nuan:暖 ou:欧区 pan:潘攀盘 pang:庞 pei:裴培佩沛 peng:彭鹏朋芃 pi:皮 piao:朴 pin:品 ping:平萍屏 pu:蒲普浦璞濮
        qi:齐祁戚奇琪启琦祺淇其旗绮七 qian:钱倩谦千乾潜 qiang:强 qiao:乔巧桥俏 qin:秦琴勤钦芹沁 qing:青清庆晴卿情 qiong:琼 qiu:邱秋丘裘仇 qu:曲屈瞿 quan:全权泉 que:阙雀 qun:群 ran:冉然 rao:饶 ren:任仁人
        ri:日 rong:荣容戎蓉融 rou:柔 ru:茹如汝 ruan:阮 rui:瑞芮锐蕊睿 run:润 ruo:若 sa:萨 san:三 sang:桑 sen:森 sha:沙莎 shan:单山珊善杉 shang:尚商上 shao:邵少绍韶 she:佘舍 shen:沈申深慎神 sheng:盛圣胜生升声
        shi:石史施时诗世士仕师实始 shou:守寿 shu:舒书淑树叔姝 shuai:帅 shuang:双爽霜 shui:水 shun:顺舜 shuo:硕烁朔 si:司思斯丝四 song:宋松颂 su:苏素肃 sui:隋随 sun:孙 suo:索 tai:泰台太 tan:谭谈覃坛 tang:唐汤堂棠
        tao:陶涛桃韬 teng:滕腾 ti:体 tian:田天甜恬添 tie:铁 ting:婷庭亭廷霆 tong:童佟同彤通桐 tu:涂屠 wan:万婉宛琬晚皖 wang:王汪旺望 wei:魏韦卫伟威微薇维炜唯巍蔚为尉玮 wen:温文闻雯稳 weng:翁 wo:沃 wu:吴武伍巫邬五舞午悟
        xi:席习西希喜曦熙溪惜锡玺奚 xia:夏霞侠 xian:贤先仙显娴鲜冼 xiang:向项祥香翔湘象想响 xiao:肖萧晓小笑孝霄筱潇 xie:谢解协颉 xin:辛新欣心馨鑫昕信芯 xing:邢兴星行杏幸 xiong:熊雄 xiu:秀修 xu:徐许旭绪续胥栩叙 xuan:宣轩璇萱玄旋
        xue:薛雪学 xun:荀寻迅勋逊 ya:雅亚娅 yan:严颜燕岩艳妍言闫阎彦焰延晏研 yang:杨阳洋扬羊仰 yao:姚尧瑶耀遥 ye:叶业烨野晔 yi:易一伊义艺逸怡毅仪宜依亿益意奕翼忆轶懿 yin:尹殷银音阴因茵寅 ying:应英莹颖映瑛迎影盈樱
        yong:雍永勇咏泳 you:尤游友由有优佑 yu:于余俞虞喻玉宇雨羽煜郁育瑜裕钰禹语渔昱毓誉妤 yuan:袁元苑园源远媛缘圆渊原 yue:岳月越悦跃乐 yun:云芸韵运允蕴昀恽 zai:宰再 zan:昝赞 zang:臧 ze:泽则 zeng:曾增 zha:查
        zhai:翟 zhan:詹占湛展 zhang:张章彰长璋 zhao:赵兆照昭召招 zhe:哲喆浙 zhen:甄珍真振震贞臻镇祯 zheng:郑正政征铮争 zhi:支志智之芝直植至治知枝致 zhong:钟忠中仲众 zhou:周舟洲州 zhu:朱祝竹诸珠柱铸竺筑 zhuan:专
        zhuang:庄壮 zhuo:卓 zi:子紫梓姿资自 zong:宗纵总 zou:邹 zu:祖 zuo:左佐作
        """;

    /// <summary>Family names of two characters; all others are one.</summary>
    public static readonly IReadOnlySet<string> DoubleSurnames = new HashSet<string>(StringComparer.Ordinal)
    {
        "欧阳",
        "司马",
        "上官",
        "诸葛",
        "东方",
        "皇甫",
        "尉迟",
        "公孙",
        "令狐",
        "慕容",
        "司徒",
        "长孙",
        "夏侯",
        "端木",
        "南宫",
        "西门",
        "独孤",
        "宇文",
        "轩辕",
        "钟离",
    };

    private const string Surnames =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅付钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎闫薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严赖覃洪武莫孔汤向常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝";

    private static readonly Dictionary<char, string[]> Readings = Read();

    /// <summary>Every syllable that a name can hold.</summary>
    public static readonly IReadOnlySet<string> Syllables = Readings.Values.SelectMany(r => r).ToHashSet(StringComparer.Ordinal);

    /// <summary>Spellings of one character; empty when it is not in the table.</summary>
    public static IReadOnlyList<string> Of(char character) => Readings.TryGetValue(character, out var readings) ? readings : [];

    /// <summary>True when a Chinese family name begins with these characters.</summary>
    public static bool IsSurname(ReadOnlySpan<char> text) =>
        text.Length > 0
        && (Surnames.Contains(text[0], StringComparison.Ordinal) || (text.Length > 1 && DoubleSurnames.Contains(text[..2].ToString())));

    /// <summary>How many characters of a name in simplified characters are its family name.</summary>
    public static int SurnameLength(string name) => name.Length > 2 && DoubleSurnames.Contains(name[..2]) ? 2 : 1;

    /// <summary>Every way to spell a word of Chinese characters as a run of letters ("李伟" → "liwei"); empty when a character is
    /// unknown.</summary>
    public static IReadOnlyList<string> Spell(string characters)
    {
        IReadOnlyList<string> spelt = [""];
        foreach (var character in characters)
        {
            var readings = Of(character);
            if (readings.Count == 0 || spelt.Count > 16)
                return [];
            spelt = [.. spelt.SelectMany(s => readings.Select(r => s + r))];
        }
        return spelt;
    }

    private static Dictionary<char, string[]> Read()
    {
        var readings = new Dictionary<char, List<string>>();
        foreach (var line in Table.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var syllable = line[..colon];
            foreach (var character in line[(colon + 1)..])
            {
                var list = readings.TryGetValue(character, out var known) ? known : readings[character] = [];
                if (!list.Contains(syllable))
                    list.Add(syllable);
                if (syllable.Contains('v', StringComparison.Ordinal))
                    list.AddRange([syllable.Replace('v', 'u'), syllable.Replace("v", "yu", StringComparison.Ordinal)]);
            }
        }
        return readings.ToDictionary(r => r.Key, r => r.Value.Distinct().ToArray());
    }
}
