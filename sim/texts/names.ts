/** Invented names of shops, companies and people; none is meant to exist. */
export const nameParts = [
  '鑫禾',
  '云河',
  '嘉悦',
  '顺达',
  '百惠',
  '恒泽',
  '福聚',
  '金穗',
  '蓝桥',
  '明湖',
  '好邻',
  '千味',
  '星岛',
  '众和',
  '安泰来',
  '旭升',
  '悦享',
  '四季源',
  '宏图里',
  '老街坊',
  '万家灯',
  '小满',
  '青禾',
  '远帆',
]
const shopKinds = [
  '便利店',
  '餐馆',
  '超市',
  '烧烤店',
  '美发店',
  '家电行',
  '健身房',
  '奶茶店',
  '五金店',
  '小吃店',
  '水果店',
  '茶楼',
]
const companyKinds = [
  '建筑劳务公司',
  '物业服务公司',
  '装饰工程公司',
  '商贸公司',
  '科技公司',
  '物流公司',
  '机械厂',
  '服装厂',
  '食品公司',
  '人力资源公司',
]
const agencyKinds = ['艺术培训中心', '英语培训学校', '托育园', '少儿编程中心', '体能训练馆', '考研培训机构']
const combined = (kinds: readonly string[]) => nameParts.flatMap((part) => kinds.map((kind) => part + kind))

export const shops = combined(shopKinds)
export const companies = combined(companyKinds)
export const agencies = combined(agencyKinds)

export const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭',
]
export const givenNames = [
  '建国',
  '秀英',
  '桂兰',
  '志强',
  '淑芬',
  '海燕',
  '文博',
  '晓东',
  '丽娟',
  '子涵',
  '玉梅',
  '国庆',
  '明辉',
  '雅婷',
  '俊杰',
  '春花',
  '立新',
  '红霞',
  '思远',
  '佳怡',
  '德明',
  '凤英',
  '长顺',
  '小军',
]
export const jobs = ['保洁', '服务员', '操作工', '配送员', '文员', '焊工', '保安', '销售', '后厨', '收银员']
export const items = [
  '一台洗衣机',
  '一双运动鞋',
  '一部手机',
  '一张床垫',
  '一台电风扇',
  '一套沙发',
  '一块手表',
  '一台空调',
  '一辆电动车',
  '一个电饭煲',
]
