/**
 * Characters of given names, from general knowledge of what people are called. `CLEAR`: seldom in other words of a
 * request; `LIKELY`: frequent in names and in other words; `POSSIBLE`: in names now and then.
 */
export const CLEAR = new Set(
  '伟芳娜敏丽磊艳娟涛霞杰鹏婷莉玲琳颖倩梅兰萍燕琴英秀淑珍凤慧蕾薇菲莹萱涵轩梓浩轶睿昊晨欣怡婉妍嫣佳嘉琪琦瑶璐璇珊瑾瑜祥辉斌彬勇军刚峰锋俊凯旭虎鑫淼焱翔翰铭钧铮锐彤彦彪廷钰钊钦锦铠锴霖雯霄霓靖韬韵韶颢骏骁骥鸿鹤麟黛龄昱昕晖晗晟晓暄曦曼朋枫柯柔桦楷榕槿樱毅汐沁泓泽洋浚淇渊湘溪滢漪澜濡炎炜烁烨煊煜熙爽珂珏珑珺琅琛琨琬瑛瑄瑞璋璟畅皓睦祎祺禹禾竣笛筠筱绮翠翊翎耀聪胤舒艺芊芙芝芮茂茜茹荷莲莎菊菁菱萌蓉蓓蔚虹蝶诗诚谦豪贤赫跃迪逸邦郁铎镕雁雪霏馨骞魁黎姣姗娇媛妮弘彰悦惠慈恺惟懿捷敦昀昌昭晋曙柏桐桂楠樊炳焕璧甜盈硕禄秋童缨绍绪绣耘聿苗莺蓝裕谨贞逵钟铃锡雄雷颜飒馥驰骄鹃鹭麒齐佩侠俪倪偲冉凌勤勋卉卓咏坤培奎妤妙姝娅娥娴婕婧婵嫒宁宸岚岩峻崇嵘巍幸弈彩彭征德忱恒恬恩悠愉憬戈承拥振斐旺昆昶晶智朗朔棋森楚榛槐檬歆殊沐沛泰洁洪淳渝湛滔漫潇澄灏灵灿焰熠牧瑗瑢璨甫皎盼真瞳福禧秉穆竹簌紫绘维罗聘育腾航芃芬芯苒若荃荣莘菀菡萃萧葵蒙蓁蔓薪贵赟越轲辰遥镇闵阳陆雅青静韦顺颂颐飞飏骅鸣鸥默龙丁仁奕韫霁彧璠珩琰翡翀昇祯禛稚笙筝缇缦茵莞葳蓥蕙薏蘅虔衍裳谊赋轾迦逊郅钥铄铿镝闳阑隽霆韧飖麓黠偉麗強軍國華艷傑鵬瓊蘭鳳蓮貴勝慶龍飛東曉紅學愛寶玉嬌雲靜賢潔淨剛銘鋒濤勳棟樹榮珮瑩蘊諾詠譽讓賓軒輝達遠邁鈞銳錦鎮鐵閔陽隆雋雙順顯馳駿鶴岑喆垚尧岱岫崟嶷帛幂惜慷懋扬斓旎旸昙晏晔暖暮朵杏杜柒栀栩桥梧棠棣樾歌汶沄泠泱洛洲浠淅淮清渺溥滟漾濯灝焓煦燃玄玑玖珈珞珠琏瑀瓒甯畔眉睫瞻砚祈祚禅程穗窈粟粲素絮纾绛绥缜翕聆舜苓茗荔荻菏萤葭蕊薰藜蘇虞蜓衿裴觅詹谣谧豫赡辞逍遐郴鄂铖锟锶闻阔霜露靓顷颉颍飘骊骐鲲鸢鹄鹿鼎',
)
export const LIKELY = new Set(
  '明平文华国建新红春光生东海山水云雨林江永长中正立成志学家子兴安康健清冬夏义礼信忠孝寿喜富盛财宝根发来玉石木土南北大小飞天花星世民宇思念宗祖先良善美如意秉继少力巧凡依伊可加启君和哲向远达道庆应景树桃栋柱素丹亦仕代伦佑仲伶允兆克其列劲升原同名品唐基士守宏定宜宪宾尚尧延开强影得怀恺扬挺政才放日时昂普晋书望松标格植武比池治法波济润源满滨照献球理申登益眉社科程章米精细终结群能色节范蓉见言许象赐赛路辽进连迎逢邵重野铁银音领风高鲜利一二三四五六七八九千万百金龙保全元双占叶心有',
)
export const POSSIBLE = new Set(
  '丽久义乐乔争予亚亮仪伯传伴何余作侨依俗信倡偿储充先入兵典军冰初判利刘剑功化十升协博卫印友双发变句史合听吴周咪响哥喻园圆地坚城域堂塔声复夕夫失奇女好姐委娃存孙季学实客宣容察寒导小岭川巨巾帆帅常平年幼广廉式引张弟归彝彻待徐循微忆快怜总恋息惊愚愿成战戴手托扶技护报招拜指排探推提援敏故数斯方旅无昔易显晓曲月朱权李杨杭果枝柳株栗梁梦植椿歌正步殷毛氏永汉江汤沈沙河泉注泽津活流浪浦涯润淮深清湖满演潮火灯点焦然煌燕爷父片版物特犁狄狮玄率王玲班琼瓦甘田男白皇盛直相眼矿碧示祁神禅秀种秦移稳空立竞笑笔符第算籍精系纪纯纳纵线经绿缘网美羊翁翻老考聂胜胡脉自至致舟船艇花苏英茶草荐荔药莫营葛蒋藏藩虞行衡衣表襄西要观角解言训记讲论设访评试语课诺读谊谋谭豆贝财质贾赤起超跟身轮载轻辛达迁迈运近返述迭追送速造遇遐道遵邓邹配酒采量金钢针闪闯闻阁防阵除险陶隆隐集雕雷霆露靳革韩页项须顾颍题风食香马驭驾骑高魏鲁鲍鸟麦黄',
)

const WEIGHTS = new Uint8Array(0x10000)
for (const [i, set] of [POSSIBLE, LIKELY, CLEAR].entries()) for (const c of set) WEIGHTS[c.charCodeAt(0)] = i + 1

/** How much a character speaks for a given name: 3, 2, 1, or 0 for none. */
export const givenWeight = (c: string | undefined): number => (c === undefined ? 0 : (WEIGHTS[c.charCodeAt(0)] ?? 0))

/** Characters that write names of the Uyghur, Kazakh and Tibetan languages and names from abroad. */
const SOUNDS = new Set(
  '不都买提艾力阿热依木古丽尔江汗吐逊帕夏拜合穆罕默德哈斯马肉孜卡塔什巴图尼亚玛扎西卓嘎措仁多吉洛桑旦央达瓦格次拉姆贡布顿珠索朗罗努沙吾库班玉素甫克里萨比娜鲁洪赛麦伊敏坎约翰史密汤杰安戴维森菲莱琼威廉詹特莎凯瑟琳伯托可亨利娅奥勒呼乌兰牧额苏满那娃仙迪妮旺堆珍曲迈乔丹彼得东历山卢莉雅夫基诺佐藤斐文大卫保塞缪唐纳瑞查理弗茨汉路易皮埃蒂芬萝米昂加百列赫本波恩伦薇贝蕾爱华道宾佩柯雯卜杜肯别什兹季莫梅尤茨霍弗费温蒂珀希林朝鲁楞仁图雅敖登贝青平措边增旺姆再巴合帕沙叶尔兰扎提荪丽云其朗嘉央错措木曼冷普司钦呷音',
)
export const soundShare = (text: string): number =>
  [...text].filter((c) => SOUNDS.has(c)).length / Math.max(1, text.length)

/** What in names of these languages is seldom anything else. */
const MARKED =
  /古丽|买买提|阿不|阿卜|吐尔逊|努尔|艾力|艾合|艾山|阿迪力|玛依拉|帕提|热合|热依|依明|木江|提江|力江|甫江|尔江|米吉提|麦麦提|穆罕默德|亚森|扎西|卓玛|次仁|格桑|旺堆|央金|多吉|达娃|尼玛|巴特尔|其其格|乌日娜|乌兰|苏日娜|那木|巴雅尔|斯琴|娜仁|孟根|托娅|呼斯|阿古达木|格日勒|阿依|阿迪|阿里木|艾尔肯|艾孜|迪丽|玛丽亚|其木格|高娃|萨仁|乌云其|敖登|图雅|额尔敦|朝鲁|央宗|德吉央|巴根|孟和|阿木古|玛莎|布和|那仁|那顺|斯日古楞|白玛|旺姆|曲珍|顿珠|普布|索朗|丹增|旦增|嘎玛|仁青|桑珠|次旺|阿旺|洛桑|卓嘎|古力|尼沙|库尔班|沙吾提|吾买尔|肉孜|图尔荪|麦合|再努|帕丽|赛力克|叶尔兰|阿扎提|斯钦|乌力吉|宝音|吉克|阿呷|沙马|娜塔莎|安娜|约翰|叶赫那拉|爱新觉罗/g

/** Whole names without a family name, by a part that is in many of them. */
export function soundedNames(text: string): { from: number; to: number }[] {
  const isSound = (c: string | undefined) => c !== undefined && c !== '不' && SOUNDS.has(c)
  const names: { from: number; to: number }[] = []
  for (const { 0: part, index } of text.matchAll(MARKED)) {
    let [from, to] = [index, index + part.length]
    for (; from > 0 && index - from < 4 && isSound(text[from - 1]); from--);
    for (; to - index < 10 && isSound(text[to]); to++);
    const last = names.at(-1)
    if (last === undefined || from > last.to) names.push({ from, to })
    else last.to = Math.max(last.to, to)
  }
  return names
}
