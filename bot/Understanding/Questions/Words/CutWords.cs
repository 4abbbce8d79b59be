using Understanding.Questions.Reading;
using static Understanding.Questions.Words.Entry;

namespace Understanding.Questions.Words;

/// <summary>What is left out ("除了…以外", "except"), who is asking ("我名下", "my department"), and words that carry nothing.</summary>
internal static class CutWords
{
    public static readonly IReadOnlyList<Entry> All =
    [
        // NotBefore: "" reaches to the end of its clause, "next" only to the mention right behind it.
        Zh(
            Part.NotBefore,
            "",
            "除了|除去|除开|除却|除(?=[^了去开却])|不(含|包含|包括|算|计|计入|要|看|考虑|统计|管)(有)?|去掉|去除|排除|剔除|扣除|扣掉|刨除|撇开|抛开|不是|并非|不属于|不归|不由|拿掉|删掉",
            1
        ),
        Zh(Part.NotBefore, "next", "非(?!常)|不在|没有?被?|未被?|不(?=逾期|超时|超期|严重|紧急)", -1),
        Zh(Part.NotAfter, "", "(除外|以外|之外|不算|不要|去掉|排除在外|剔除|不包括|不含)(?=的?[^vV]{0,12}|$)(的)?", 0),
        Zh(Part.NotEnd, "", "以外的?|之外的?|外(?=[,，的 还有都]|$)|除外"),
        En(
            Part.NotBefore,
            "",
            "except( for| those| the ones)?|excepting|excluding|exclud(e|es|ed)|excl\\.?|without( counting)?|other than|apart from|aside from|besides|but (not|no)|(?<=(all|everything|everyone|anything|any|departments|categories|complaints|tickets|cases) )but(?! (not|no|also|only|still|which|that|is|are|was|were|have|has|overdue|open|late))|leav(e|ing) out|minus|ignor(e|ing)|skip(ping)?|outside( of)?|drop|remove|not (including|counting|in|from|by|for|of|with|through|via|belonging to|coming from|the)",
            1
        ),
        Zh(Part.NotBefore, "next", "(?<![a-z])non-?(?=[a-z])"),
        En(Part.NotBefore, "next", "not|no|never|(is|are|was|were|has|have|does|do|did)n't|isnt|arent|un(?=related)", 0),
        Zh(
            Part.Department,
            "me",
            "(我|我们|咱们?|本|自己|我自己|咱|俺)的?(所在的?|所属)?(部门|部(?!门)|科室|团队|组(?!织)|处(?!理|置|长)|单位|部里|科(?!长))(里|内)?的?",
            3
        ),
        En(
            Part.Department,
            "me",
            "(my|our|my own|our own) (own )?(department|team|dept|unit|group|division)('s)?|us (here )?in the department",
            3
        ),
        Zh(
            Part.Owner,
            "me",
            "(在|归|由|指?派给|分给|给)?(我|本人|自己)(自己)?的?(手上|手里|手头|名下|负责|这边|这里|跟进|处理|经手|承办|办理|接手|接|的|要处理|该处理|当前)+的?(?!部门)|(指派|分派|分配|派|分|转)给我的?|(?<![诉给帮让跟和替为教])我(?=(有|还有|还剩|现在|目前|本周|这周|今天|本月)[^看查]{0,6}(多少|几|哪些|什么|没|未|逾期|超时))|(由|归|需要|该|要|等着?|轮到)我(来)?(负责|处理|跟进|办理|解决)?",
            1
        ),
        En(
            Part.Owner,
            "me",
            "my(?! (department|team|unit|group|division|dept))( own)?|mine|(assigned |belonging |given )to me|(owned|handled|held) by me|(that |which )?(do )?i(?= (have|own|hold|am responsible|handle|'m|am|need to|must|still))( (have|own|hold|am|need to|must|still|handle))*( responsible for| handling)?|on my (plate|desk|list)|with me|me(?= responsible)",
            1
        ),
        Zh(Part.Noun, "", "投诉单|投诉案件?|客户投诉|投诉|客诉|申诉|抱怨|工单|单子|案件|案子|个案|诉求|意见单|件(?!数)|单|问题|记录"),
        En(
            Part.Noun,
            "",
            "(customer )?(complain(s|ed|ing)?|complaints?|tickets?|cases?|issues?|items?|ones|grievances?|problems?|matters|work|records?|one)('s)?"
        ),
        Zh(
            Part.Filler,
            "",
            "请问|最近|近期|近来|请|麻烦|帮我?|帮忙|给我|我(想|要|需要)?(看一?[看下]?|知道|了解|查)?|能不能|可不可以|可以|能否|想|要|需要|我们|咱们?|我|你|您|公司|目前|现在|当前|此刻|眼下|截至|截止(?=(目前|现在|今天))|至今|到现在为止|还剩|还有|还|仍然?|都|所有|全部|全|整个|一下|一看|是|的|了|吗|呢|吧|啊|呀|嘛|有|和|与|跟|及|以及|或者?|且|并且?|并|而且|又|在|里面?|中|内|上|从|到|由|于|把|将|让|给|对|为|被|就|才|也|再|多|个|位|名|类|类别|方面|相关|关于|有关|属于|情况|怎么样|怎样|如何|如何了|什么|什么样|分别|各|各自|另外|以及|其|这|那|此|该|之|来|去|看|看看|查|查查|说|来自|大概|大约|具体|总体|整体|平均|年|月|日|号|周|期间|时间|期|时候|时|段|客户|顾客|用户|负责|处理|跟进|手上|手里|手头|名下|承办|指派给|分派给|派给|分给|级|级别|等级|按|依|统计|分析|汇总|比较|对比|比|相比|相较|数据|报表|报告|如此|正在|已经|已|曾经?|曾|过|得|地|着|率|数|量|件|条|笔|封|点|下|吗|哪|几|多少|占|最|一|一个|一些|有关|进行|做|成|算|好|好的|一份|份|卡在|停在|处于|这一步|这步|环节|阶段|谢谢您|谢谢你|谢谢|多谢|谢啦|谢了|感谢|辛苦|拜托|出来|出|列|部门|人员|员工|人|同事|渠道|地区|客户们|前面?|排|之前|之后|后|先|优先"
        ),
        En(
            Part.Filler,
            "",
            "please|pls|kindly|could|can|would|will|you|i|i'd|i'll|we|we've|we're|our|us|ours|me|my|like|want|wanted|wish|need|to|know|tell|say|the|an?|of|in|on|at|for|from|by|with|to|into|about|as|is|are|was|were|be|been|being|am|do|does|did|done|has|have|had|having|it|its|this|that|that's|these|those|there|here|they|their|them|he|she|his|her|all|any|some|every|each|both|so|far|still|yet|now|right now|right away|currently|at the moment|at present|presently|today's|so far|up to now|and|or|but|also|then|than|if|when|which|who|whom|whose|what|what's|where|how|why|much|many|more|less|just|only|please|put|turn|convert|thanks|thank you|recent|recently|lately|hi|hello|hey|ok|okay|well|really|actually|exactly|overall|altogether|in total|total|company|whole|organisation|organization|per|not|no|up|out|off|down|over|get|got|gets|getting|give|given|gave|take|taken|look|looks|looking|like|work|going|go|goes|come|comes|came|coming|make|made|see|show|customers?|clients?|users?|guests?|citizens?|residents?|patients?|passengers?|tenants?|department|team|departments|teams|category|type|level|levels|severity|priority|status|state|owner|owned|owners|assigned|assignee|handled|handling|handler|send|sent|mail|responsible|belonging|belong|belongs|located|based|period|time|times|date|dates|day|days|data|report|reports|figures?|numbers?|overview|summary|statistics|stats|result|results|compare|comparison|compared|versus|vs|between|during|within|since|until|before|after|through|throughout|first|last|next|same|other|others|ones|one|s|re|ve|d|ll|t|m|were|wasn't|currently|waiting|plate|desk|list|case|side|we|quite|very|too|even|ever|again|instead|word|words|file|format|form|sheet|table|break|broken|split|group|grouped|sort|sorted|order|ordered|point|points|rate|average|avg|mean|median|people|person|staff|place|places|city|region|account|accounts"
        ),
    ];
}
