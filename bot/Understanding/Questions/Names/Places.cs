namespace Understanding.Questions.Names;

/// <summary>Names of provinces and larger cities (folded), so that "苏州的投诉" and "complaints from Suzhou" are understood without a
/// word like 地区.
/// Other places are understood by such a word.</summary>
internal static class Places
{
    private const string Chinese =
        "北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 "
        + "石家庄 唐山 秦皇岛 邯郸 保定 廊坊 沧州 太原 大同 沈阳 大连 鞍山 长春 哈尔滨 大庆 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 义乌 台州 舟山 "
        + "合肥 芜湖 蚌埠 马鞍山 安庆 福州 厦门 泉州 漳州 莆田 南昌 九江 赣州 济南 青岛 淄博 烟台 潍坊 济宁 临沂 威海 郑州 洛阳 开封 南阳 新乡 武汉 宜昌 襄阳 荆州 长沙 株洲 湘潭 衡阳 岳阳 常德 "
        + "广州 深圳 珠海 汕头 佛山 东莞 中山 惠州 江门 湛江 肇庆 南宁 柳州 桂林 北海 海口 三亚 成都 绵阳 德阳 宜宾 泸州 贵阳 遵义 昆明 大理 丽江 拉萨 西安 咸阳 宝鸡 兰州 西宁 银川 乌鲁木齐 呼和浩特 包头 鄂尔多斯 "
        + "台北 新北 桃园 台中 台南 高雄 基隆 新竹 嘉义 苗栗 彰化 南投 云林 屏东 宜兰 花莲 台东 澎湖 金门 马祖 浦东 华东 华南 华北 华中 东北 西北 西南 北区 南区 东区 西区 中区";

    private const string English =
        "beijing|shanghai|tianjin|chongqing|hebei|shanxi|liaoning|jilin|heilongjiang|jiangsu|zhejiang|anhui|fujian|jiangxi|shandong|henan|hubei|hunan|guangdong|hainan|sichuan|guizhou|yunnan|shaanxi|gansu|qinghai|"
        + "taiwan|inner mongolia|guangxi|tibet|ningxia|xinjiang|hong kong|hongkong|macau|shenyang|dalian|harbin|nanjing|wuxi|xuzhou|changzhou|suzhou|nantong|yangzhou|kunshan|hangzhou|ningbo|wenzhou|jiaxing|shaoxing|jinhua|yiwu|"
        + "hefei|wuhu|fuzhou|xiamen|quanzhou|nanchang|jinan|qingdao|yantai|weifang|zhengzhou|luoyang|kaifeng|wuhan|yichang|changsha|zhuzhou|xiangtan|guangzhou|shenzhen|zhuhai|shantou|foshan|dongguan|zhongshan|huizhou|nanning|liuzhou|guilin|"
        + "haikou|sanya|chengdu|mianyang|guiyang|zunyi|kunming|dali|lijiang|lhasa|xi'an|xian|lanzhou|xining|yinchuan|urumqi|hohhot|baotou|taiyuan|shijiazhuang|tangshan|"
        + "taipei|new taipei|taoyuan|taichung|tainan|kaohsiung|keelung|hsinchu|chiayi|hualien|taitung|singapore|tokyo|london|new york|paris|berlin|sydney|seattle|san francisco|los angeles|chicago|boston|toronto|dublin|munich|madrid|pudong";

    /// <summary>A pattern over folded text for a known Chinese place, with a following 市, 省, 县 or 区 as part of the name.</summary>
    public static readonly string ChinesePattern =
        "(" + string.Join('|', Chinese.Split(' ').OrderByDescending(p => p.Length)) + ")(市|省|县|自治区|新区)?";

    /// <summary>A pattern over folded text for a known place in English.</summary>
    public static readonly string EnglishPattern = $"({English})";
}
