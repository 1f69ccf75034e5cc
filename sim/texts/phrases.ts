/** How a story begins and ends. `told` is written down by an agent, `written` comes from the citizen's own hand. */
export const openings = {
  told: [
    '来电人反映：',
    '市民来电：',
    '{name}来电称，',
    '市民反映，',
    '来电人表示，',
    '',
    '',
    '{name}反映：',
    '来电人为附近居民，反映',
  ],
  written: ['您好，', '你好！', '尊敬的工作人员：', '', '我是{community}的居民，', '我家住这附近，', '请帮忙看看，'],
  asked: ['来电人咨询：', '市民来电咨询，', '{name}想咨询：', '', '', '来电人想了解，', '咨询：'],
}

export const feelings = [
  '严重影响正常生活。',
  '大家意见很大。',
  '实在没办法才打电话。',
  '已经影响出行安全。',
  '心里很着急。',
  '觉得很不合理。',
  '老人孩子都受影响。',
  '希望引起重视。',
]

/** What has been tried already: of those who complain, and of those who ask. */
export const triedBefore = [
  '{date}打过一次电话，说会安排，到现在没动静。',
  '{told}。',
  '物业说没有权力管，社区让找街道。',
  '拍了照片，可以提供。',
  '{since}邻居们也都在说这件事。',
  '上次有人来看过，拍了照就走了，之后没有下文。',
  '对方的说法每次都不一样。',
]
export const askedBefore = [
  '网上查了没有找到准确的说法。',
  '窗口电话一直占线。',
  '问了社区，也说不清楚。',
  '身边的人说法不一样，怕白跑一趟。',
  '家里老人不会用手机，想一次问清楚。',
  '之前办过一次没办成，这次想先问清楚再去。',
  '看到别的地方已经在办，不知道本市是不是一样。',
]

export const wishes = ['要求', '希望', '请', '恳请', '强烈要求', '诉求：']
export const suggestionWishes = ['建议', '建议有关部门统筹考虑，', '希望采纳，']
export const praiseWishes = ['请转达感谢', '请代为表扬']

export const closings = {
  told: [
    '请相关部门核实处理。',
    '要求回复。',
    '请尽快处理并回电。',
    '',
    '',
    '来电人希望有专人联系。',
    '已告知会转相关单位办理。',
  ],
  written: ['谢谢！', '盼复。', '麻烦尽快处理。', '', '拜托了。', '请给个答复。'],
  asked: ['请答复。', '请告知。', '', '', '希望能说清楚一点。', '谢谢。'],
}

/** Some callers leave a number within the text itself; this is what masking has to find. */
export const leftNumbers = [
  '联系电话{phone}。',
  '可联系{name}，电话{phone}。',
  '请拨打{phone}与{name}联系。',
  '本人手机{phone}，下午方便接听。',
]
export const windows = ['工作日晚上六点以后', '上午九点到十一点', '全天', '中午休息时间', '周末', '下午三点以后']
export const occurrences = ['每天夜间', '持续发生', '工作日早晚高峰', '周末', '下雨天']
