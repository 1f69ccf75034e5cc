import { useWords } from '../language.ts'
import { KeyHelp } from '../ui/KeyHelp.tsx'

const wordsOf = {
  zh: {
    next: '下一项',
    letter: '到该项',
    type: '诉求类型（输入框外，或加 Alt）',
    phone: '来电号码',
    person: '诉求人',
    place: '地点',
    nature: '地点类型、权属',
    title: '标题',
    content: '主要内容',
    demand: '具体诉求',
    transcript: '由通话文字填单',
    category: '分类；框内 1 2 3 采用建议',
    urgency: '程度',
    respondent: '被诉主体',
    past: '以往诉求；↑ ↓ 换一件，S 补充、R 催办',
    adopt: '填入有把握的建议',
    merge: '提交时建议并案',
    same: '本人同一件未办结：补充 S、催办 R',
    map: '放大地图',
    answerCall: '接听；F4 挂断',
    answer: '直接答复',
    decline: '不予受理',
    transfer: '转接',
    review: '送预审',
    submit: '提交派单',
  },
  en: {
    next: 'next',
    letter: 'field',
    type: 'type of request (outside fields, or with Alt)',
    phone: 'caller’s number',
    person: 'caller',
    place: 'place',
    nature: 'kind of place, ownership',
    title: 'title',
    content: 'content',
    demand: 'wish',
    transcript: 'fill in from the call',
    category: 'category; there 1 2 3 take a suggestion',
    urgency: 'urgency',
    respondent: 'against whom',
    past: 'earlier requests; ↑ ↓ walk, S adds, R urges',
    adopt: 'fill in what is sure',
    merge: 'propose merging',
    same: 'the caller’s own open matter: S adds, R urges',
    map: 'enlarge the map',
    answerCall: 'answer the call; F4 hangs up',
    answer: 'answer directly',
    decline: 'not accept',
    transfer: 'transfer',
    review: 'to review',
    submit: 'submit for dispatch',
  },
}

/** The documented key map of the desk: the foot shows the three that lead on, F1 all of them. */
export function SeatKeys() {
  const words = useWords(wordsOf)
  const alt = (letter: string, does: string) => ({ keys: ['Alt', letter], does })
  return (
    <KeyHelp
      shown={[
        { keys: ['Tab'], does: words.next },
        { keys: ['Alt'], does: `+ ${words.letter}` },
      ]}
      all={[
        { keys: ['F2'], does: words.answerCall },
        { keys: ['Tab'], does: words.next },
        { keys: ['1', '–', '7'], does: words.type },
        alt('P', words.phone),
        alt('N', words.person),
        alt('D', words.place),
        alt('O', words.nature),
        alt('T', words.title),
        alt('W', words.content),
        alt('X', words.demand),
        alt('G', words.transcript),
        alt('C', words.category),
        alt('U', words.urgency),
        alt('B', words.respondent),
        alt('H', words.past),
        alt('A', words.adopt),
        alt('J', words.merge),
        { keys: ['Alt', 'S', 'R'], does: words.same },
        alt('M', words.map),
        { keys: ['Ctrl', 'Enter'], does: words.submit },
        { keys: ['F6'], does: words.answer },
        { keys: ['F7'], does: words.decline },
        { keys: ['F8'], does: words.transfer },
        { keys: ['F9'], does: words.review },
      ]}
    />
  )
}
