/**
 * Family names. `FREQUENT`: the hundred or so that more than four in five people have and that are seldom words of
 * their own; `USUAL`: further names; `WORDS`: names that are words first (高, 方, 任, 车) and need more evidence.
 * Source: the published ranks of Chinese family names, kept to the common few hundred.
 */
export const FREQUENT = new Set(
  '王李张刘陈杨赵周吴徐孙胡朱郭何罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴钟汪姜范姚谭廖邹熊陆郝孔崔邱秦史顾侯邵孟段雷钱尹黎乔贺赖龚庞樊殷施陶翟颜倪芦俞鲁葛韦聂邢莫祁耿牟詹凌靳童欧甄裴翁覃霍隋柯阮闵瞿戚滕邬臧苟褚娄奚窦鞠佟栾晏谌岑胥蔺邝佘冼闫付肖阚亓綦仝逯鄢邸郜巩卞荆樊岳辜饶刁柴晋涂舒祝芮缪訾郗晁逄桓蒯戎郦茆扈郏濮邰厉逯佴殳宓璩鄞昝郇荀汲隗邴羿钭寇阙晏裘嵇麴谯邬揣粟麻朴鄢洑澹仉兀暨庾阎陳張劉黃吳趙孫鄭謝韓馮蕭鄧許蘇盧蔣賈葉閻鐘陸顧錢賴龐顏魯嚴聶歐楊羅喬譚鄒潘龔畢邱骆茅酆贲蓟鄂郤厍糜琚缑芶甯撖昝鄞駱',
)
export const USUAL = new Set(
  '林黄高马金夏田石白崔康毛龙汤武兰洪严温季章伍申毕焦柳梅庄辛左谷苗费纪曲游席屈鲍甘景柏宁桂解冉吉丘米苑宫廉简符穆燕郎冀谈姬屠郁蒙喻揭迟敖冷卓仇艾蓝稽仲虞封竺楚栗匡宗巫桑银沙伏习麦尧萨帅禹晁钮卜尤柏盛侍丛滑储苍植练衣戈於惠伊乌巴弓牧蒲莘贡宰雍茹寇蔚巢鹿苍湯莊萬龍紀溫冼詹昌皮狄湛贝危宣杭诸韶慕禄墨旷夔乜笪',
)
export const WORDS = new Set(
  '方安任江路时和于向成应位明水车门花房关单连计商包管项常万边强华阳官台井古池木党保利支占战尚智云农易文牛齐查卫司鲜隆容公红干丰荣阴英广东寿束越弘封冷空须双闻从卓步乐平盖居权',
)
/** Names that hardly anybody has, and common words: believed only before 先生 and the like. */
export const RARE = new Set(
  '凡茶卿仰慎薄佘霸那国满招库铁益融扶印怀幸劳能班宿秋羊鱼索祖图风火甫勾由麻咸籍通别充宦终暨沃毋相后正来师赏有都全区邸线逢过初邦酒呼恩玉珠学才信及可回凤礼帖良谦蹇稳练展衣苗开肇法汝海春南西北户松思朝见亢况郈敬钦仙竹但操零摩母丹雪雨雷霜修言悟拱闪撒哈宛卯妥冶奉首盘苌丑摆剧庹禤郄矫蹇寸普刀召岩昂俄税者衡青楼虎毋涛浦濯荔诺漆逮仁咸圣蓬果伟员由钮慈咬戎庆原种候黑暴侬眭尉淡要经油尕弋妫堵巨值锁陀雒沐郯郛郧鄯妘姒嬴芈妊姞姺隰鬲騩卻迮呙爨鲧把抄答斛斯拓谬闭勇锦尼乃仍匙奥媚峗布幺庭彤忽扁掌旭昔晃朗札析柔桥森欣波浑潭潮澎烟焉燎爱犹独狼猛疏盆督睢硕硬碧秘稀穰突端笃策箕素缠羌翦聊胜腾舍色荤荷蒿藏蚁蛇裔诗豹贯赫辉迎遥野镜隐靖革顿颛髙鸟鸾默鼓',
)
const COMPOUND = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '令狐',
  '慕容',
  '司徒',
  '夏侯',
  '端木',
]
const MORE_COMPOUND = [
  '万俟',
  '呼延',
  '纳兰',
  '拓跋',
  '百里',
  '东郭',
  '西门',
  '赫连',
  '濮阳',
  '淳于',
  '仲孙',
  '乐正',
  '完颜',
  '耶律',
  '叶赫',
  '南宫',
  '独孤',
  '长孙',
  '宇文',
  '轩辕',
  '钟离',
  '鲜于',
  '闾丘',
  '申屠',
  '公冶',
  '太史',
  '澹台',
  '闻人',
  '亓官',
  '相里',
  '公羊',
  '谷梁',
  '即墨',
]
export const COMPOUND_NAMES: ReadonlySet<string> = new Set([...COMPOUND, ...MORE_COMPOUND])

const WEIGHTS = new Uint8Array(0x10000)
for (const [i, set] of [WORDS, USUAL, FREQUENT].entries()) for (const c of set) WEIGHTS[c.charCodeAt(0)] = i + 1
const CLASSES = new Uint8Array(0x10000)
for (const c of RARE) CLASSES[c.charCodeAt(0)] = 1
for (const [i, weight] of WEIGHTS.entries()) if (weight > 0) CLASSES[i] = weight + 1
const COMPOUND_FIRST = new Set([...COMPOUND_NAMES].map((name) => name.charCodeAt(0)))

/** How much a character speaks for a family name: 3 seldom anything else, 2 often a name, 1 mostly a word, 0 none. */
export const surnameWeight = (c: string): number => WEIGHTS[c.charCodeAt(0)] ?? 0

/** 5 for 欧阳, 4 to 2 by how seldom the name is another word, 1 for what hardly anybody is called, 0 for none. */
export function familyClass(text: string, at: number): number {
  const c = text.charCodeAt(at)
  return COMPOUND_FIRST.has(c) && COMPOUND_NAMES.has(text.slice(at, at + 2)) ? 5 : (CLASSES[c] ?? 0)
}

export const familyNameOf = (name: string): string =>
  COMPOUND_NAMES.has(name.slice(0, 2)) ? name.slice(0, 2) : name.slice(0, 1)
