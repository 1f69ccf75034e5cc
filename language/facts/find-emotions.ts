import { apart, type Found, findAll } from './found.ts'

export type Emotion = { mood: 'angry' | 'anxious' | 'desperate' | 'thankful'; level: 1 | 2 | 3 }

/** Words of feeling with how strong they are by themselves. */
const WORDS: readonly (readonly [Emotion['mood'], 1 | 2 | 3, string])[] = [
  [
    'desperate',
    3,
    '走投无路|绝望|活不下去|没有活路|没活路|生不如死|叫天天不应|跪求|求求(?:你们?|您)|救救(?:我们?|孩子|老人)?|不想活|撑不下去|崩溃',
  ],
  ['desperate', 2, '实在没(?:有)?办法|毫无办法|无路可走|欲哭无泪|无能为力|心灰意冷|无助|熬不下去|受不了了?|真的没办法'],
  [
    'angry',
    3,
    '忍无可忍|无法无天|岂有此理|丧尽天良|黑心|无耻|不要脸|混蛋|畜生|愤怒|天理(?:难容|何在)|草菅人命|坑害|王八蛋|强盗|流氓|目无王法|令人发指',
  ],
  [
    'angry',
    2,
    '气愤|气死|太过分|欺人太甚|太欺负人|欺负人|霸道|嚣张|恶劣|坑人|坑蒙拐骗|蛮横|推诿|踢皮球|互相推|敷衍|不作为|骗子|恶心|态度(?:极差|很差|极其恶劣|不好)|理直气壮|强烈(?:不满|谴责|抗议|投诉|要求)|凭什么|还有没有王法|到底(?:管不管|有没有人管|还要)',
  ],
  ['angry', 1, '不满|生气|意见很大|过分|离谱|太不像话|不像话|烦死|忽悠|说不过去'],
  ['anxious', 3, '心急如焚|寝食难安|提心吊胆|人心惶惶|胆战心惊|惶恐不安|度日如年|急死'],
  [
    'anxious',
    2,
    '苦不堪言|苦不堪言|十分着急|非常着急|很着急|特别着急|非常担心|很担心|十分担心|害怕|睡不着|无法入睡|没法睡|痛苦|焦虑|不敢(?:出门|开窗|睡|走|让|去|再|一个人)|急得|神经衰弱|精神崩溃',
  ],
  ['anxious', 1, '着急|担心|担忧|焦急|不放心|忧心|不安|发愁|犯愁|苦恼|困扰|烦恼'],
  [
    'thankful',
    2,
    '锦旗|非常感谢|衷心感谢|十分感谢|万分感谢|由衷(?:的|地)?感谢|特别感谢|深表感谢|感激|热心(?:帮助|服务)|点赞',
  ],
  ['thankful', 1, '表扬|感谢(?!信访)|致谢'],
]
const patterns = WORDS.map(([mood, level, words]) => ({ mood, level, pattern: new RegExp(words, 'gu') }))
const DENIED = /(?:不|没|没有|别|无需|不用|不必|不再|并不|毫不)(?:是|太|很|怎么|那么|会|感到|觉得|用)?$/u
/** A polite end (感谢, 谢谢) thanks for nothing yet. */
const POLITE_AFTER = /^(?:了|您|你们?|各位|领导|大家|支持|配合|关注)*[!！。.~～\s]*$/u
const STRONGER = /(?:非常|极其|十分|特别|太|真的|实在|万分|极度|严重|极为)(?:让人|令人|的|地|感到|觉得)?$/u
const STRONGER_AFTER = /^(?:极了|死了|透顶|至极|透了|得很|万分)?(?:[!！]{2,}|[?？]{2,}|极了|死了|透顶|至极|万分)/u

const raised = (level: 1 | 2 | 3): 1 | 2 | 3 => (level === 1 ? 2 : 3)

/** How the caller feels, by what they say, from 1 (said mildly) to 3; more and stronger marks raise it by one. */
export function findEmotions(plain: string): Found<Emotion>[] {
  const found = patterns.flatMap(({ mood, level, pattern }) =>
    findAll(plain, pattern, ({ 0: whole, index }) => {
      const before = plain.slice(Math.max(0, index - 6), index)
      const after = plain.slice(index + whole.length, index + whole.length + 12)
      if (DENIED.test(before)) return null
      if (mood === 'thankful' && POLITE_AFTER.test(plain.slice(index + whole.length).slice(0, 30))) return null
      const stronger = STRONGER.test(before) || STRONGER_AFTER.test(after)
      return { mood, level: stronger ? raised(level) : level }
    }),
  )
  return apart(found)
}
