namespace ComplaintBot.Understanding.Dates;

/// <summary>Proper names that stand for years and days, folded (simplified).</summary>
internal static class ChineseNames
{
    /// <summary>Reign names and the year that is their first.</summary>
    public static readonly (string Name, int FirstYear)[] Eras =
    [
        ("民国", 1912), ("中华民国", 1912), ("宣统", 1909), ("光绪", 1875), ("同治", 1862), ("咸丰", 1851), ("道光", 1821), ("嘉庆", 1796), ("乾隆", 1736), ("雍正", 1723),
        ("康熙", 1662), ("顺治", 1644), ("崇祯", 1628), ("天启", 1621), ("万历", 1573), ("隆庆", 1567), ("嘉靖", 1522), ("正德", 1506), ("弘治", 1488), ("成化", 1465),
        ("天顺", 1457), ("景泰", 1450), ("正统", 1436), ("宣德", 1426), ("洪熙", 1425), ("永乐", 1403), ("建文", 1399), ("洪武", 1368), ("至正", 1341), ("至元", 1264),
        ("绍兴", 1131), ("靖康", 1126), ("宣和", 1119), ("政和", 1111), ("崇宁", 1102), ("元丰", 1078), ("熙宁", 1068), ("嘉祐", 1056), ("庆历", 1041), ("景德", 1004),
        ("天宝", 742), ("开元", 713), ("神龙", 705), ("贞观", 627), ("武德", 618), ("永徽", 650), ("开皇", 581), ("大业", 605), ("贞元", 785), ("元和", 806), ("景龙", 707),
        ("建安", 196), ("太初", -103), ("昭和", 1926), ("平成", 1989), ("令和", 2019), ("明治", 1868), ("大正", 1912),
    ];

    /// <summary>Days with a name.</summary>
    public static readonly (string Name, Feast Feast)[] Feasts =
    [
        ("元旦", Feast.NewYear), ("元旦节", Feast.NewYear), ("新年", Feast.NewYear), ("情人节", Feast.Valentine), ("妇女节", Feast.WomensDay), ("三八节", Feast.WomensDay),
        ("三八妇女节", Feast.WomensDay), ("女神节", Feast.WomensDay), ("植树节", Feast.ArborDay), ("愚人节", Feast.AprilFools), ("地球日", Feast.EarthDay),
        ("五一", Feast.LabourDayMay), ("劳动节", Feast.LabourDayMay), ("五一劳动节", Feast.LabourDayMay), ("五一节", Feast.LabourDayMay), ("国际劳动节", Feast.LabourDayMay),
        ("青年节", Feast.YouthDay), ("五四青年节", Feast.YouthDay), ("儿童节", Feast.ChildrensDay), ("六一", Feast.ChildrensDay), ("六一儿童节", Feast.ChildrensDay),
        ("建军节", Feast.ArmyDay), ("教师节", Feast.TeachersDay), ("国庆", Feast.NationalDay), ("国庆节", Feast.NationalDay), ("十一国庆", Feast.NationalDay),
        ("十一国庆节", Feast.NationalDay), ("十一长假", Feast.NationalHolidayWeek), ("十一假期", Feast.NationalHolidayWeek), ("十一期间", Feast.NationalHolidayWeek),
        ("十一黄金周", Feast.NationalHolidayWeek), ("双十节", Feast.DoubleTenth), ("双十国庆", Feast.DoubleTenth), ("万圣节", Feast.Halloween), ("万圣夜", Feast.Halloween),
        ("双十一", Feast.SinglesDay), ("双11", Feast.SinglesDay), ("双11购物节", Feast.SinglesDay), ("光棍节", Feast.SinglesDay), ("双十二", Feast.DoubleTwelve),
        ("双12", Feast.DoubleTwelve), ("618", Feast.MidYearSale), ("六一八", Feast.MidYearSale), ("平安夜", Feast.ChristmasEve), ("圣诞", Feast.Christmas), ("圣诞节", Feast.Christmas),
        ("跨年", Feast.NewYearsEve), ("跨年夜", Feast.NewYearsEve), ("春节", Feast.SpringFestival), ("过年", Feast.SpringFestival), ("大年初一", Feast.SpringFestival),
        ("农历新年", Feast.SpringFestival), ("除夕", Feast.SpringFestivalEve), ("年三十", Feast.SpringFestivalEve), ("除夕夜", Feast.SpringFestivalEve),
        ("元宵", Feast.LanternFestival), ("元宵节", Feast.LanternFestival), ("清明", Feast.Qingming), ("清明节", Feast.Qingming), ("端午", Feast.DragonBoat),
        ("端午节", Feast.DragonBoat), ("七夕", Feast.DoubleSeventh), ("七夕节", Feast.DoubleSeventh), ("中秋", Feast.MidAutumn), ("中秋节", Feast.MidAutumn),
        ("重阳", Feast.DoubleNinth), ("重阳节", Feast.DoubleNinth), ("腊八", Feast.Laba), ("腊八节", Feast.Laba), ("复活节", Feast.EasterSunday), ("母亲节", Feast.MothersDay),
        ("父亲节", Feast.FathersDay), ("感恩节", Feast.Thanksgiving), ("黑色星期五", Feast.BlackFriday), ("黑五", Feast.BlackFriday), ("消费者权益日", Feast.ConsumerDay),
        ("三一五", Feast.ConsumerDay), ("和平纪念日", Feast.PeaceMemorial), ("开斋节", Feast.EidAlFitr), ("古尔邦节", Feast.EidAlAdha),
    ];
}
