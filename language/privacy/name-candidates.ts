import { isHan } from './clauses.ts'
import { givenWeight } from './given-names.ts'
import { type Honorific, honorificAt } from './honorifics.ts'
import { type LeftCue, leftCueAt } from './left-cues.ts'
import { familyClass } from './surnames.ts'
import { isUsualGivenAt } from './usual-given-names.ts'

/**
 * A stretch that might be a name. `family`: a family name alone (王 of 王先生, 小李, 姓赵); `whole`: with a given name;
 * `unsaid`: 张某, 李××; `bare`: what a form has where the name belongs, without a known family name; `given`: 建国, 豆豆,
 * 小芳.
 */
export type CandidateKind = 'family' | 'whole' | 'unsaid' | 'bare' | 'given'
export type Candidate = {
  kind: CandidateKind
  from: number
  to: number
  /** length of the family name */
  family: number
  honorific: Honorific
  cue: LeftCue
}

const UNSAID = /(?:某某|某(?:[\u4e00-\u9fff])?|[xX×*＊○〇△]{1,3})/y
const NOT_UNSAID =
  /^某(?:些|个|种|天|日|次|处|地|年|月|时|位|项|条|家|小|公|单|街|路|店|医|学|银|品|平|保|楼|栋|方|村|镇|市|区|县|部|局|酒|企|厂|工|物)/
const LITTLE = '老小大阿'
const PERSONS = /^姓(?:氏)?(?:的|[\u4e00-\u9fff])/

/** How long the unsaid rest is: 1 for 张某, 2 for 李某刚 and 王某某. */
function unsaidLength(text: string, at: number): number {
  UNSAID.lastIndex = at
  const unsaid = UNSAID.exec(text)?.[0] ?? ''
  if (unsaid === '' || NOT_UNSAID.test(text.slice(at, at + 3))) return 0
  if (!unsaid.startsWith('某')) return /[A-Za-z0-9]/.test(text[at + unsaid.length] ?? '') ? 0 : unsaid.length
  return unsaid === '某某' || (unsaid.length === 2 && givenWeight(unsaid[1]) === 3) ? 2 : 1
}

const hanUntil = (text: string, from: number, most: number): number => {
  let to = from
  for (; to - from < most && isHan(text[to]); to++);
  return to
}

const KIN = /^氏(?:[兄姐父母夫一家子三二两]|[\u4e00-\u9fff]人)/
/** 袁：收到。 in a chat that is copied: a line or a sentence begins with one. */
const isSpeaker = (text: string, from: number, to: number): boolean =>
  /[:：]/.test(text[to] ?? '') && (from === 0 || /[\n。！!？?“”;；]/.test(text[from - 1] ?? ''))

/** A family name without a form of address behind it: 老王, 姓王, 王姓男子, 来电人：王，女, 王、李两家, 王家, 王氏兄弟. */
function isAlone(text: string, from: number, to: number, cue: LeftCue): boolean {
  const before = text[from - 1] ?? ' '
  if (LITTLE.includes(before) || before === '姓' || PERSONS.test(text.slice(to, to + 3))) return true
  if (text[to] === '家' || KIN.test(text.slice(to, to + 3)) || isSpeaker(text, from, to)) return true
  if (isHan(text[to]))
    return (before === '、' || before === '和') && /^(?:两|二|三|家|夫|等)/.test(text.slice(to, to + 1))
  if (isHan(before) || /[0-9A-Za-z%]/.test(before)) return false
  return familyClass(text, from) > 1 && (cue.cue > 0 || text[to] === '、' || before === '、' || text[to] === '\uffff')
}

const POLITE = /^(?:先生|女士|小姐|太太)/
const GRAMMAR = new Set('那有都全来和向同应后从由及可能越双位过但况连时原种要经户')

/** 但总是, 和老师: such family names are believed only where a person begins and is spoken of politely (和女士). */
export const isWordRather = (text: string, { kind, from, honorific, cue }: Candidate): boolean =>
  kind === 'family' &&
  GRAMMAR.has(text[from] ?? '') &&
  (honorific.length < 2 || (cue.cue === 0 && (isHan(text[from - 1]) || !POLITE.test(text.slice(from + 1, from + 3)))))

/** What might be a name from a family name on. */
function addFamily(text: string, at: number, rank: number, found: Candidate[]): void {
  const family = rank === 5 ? 2 : 1
  const rest = at + family
  const cue = leftCueAt(text, at)
  const add = (kind: CandidateKind, end: number, honorific = honorificAt(text, end)) =>
    found.push({ kind, from: at, to: end, family, honorific, cue })
  const honorific = honorificAt(text, rest)
  if (honorific.id > 0 || isAlone(text, at, rest, cue)) add('family', rest, honorific)
  const unsaid = unsaidLength(text, rest)
  if (unsaid > 0) add('unsaid', rest + unsaid)
  const end = hanUntil(text, rest, family === 1 && familyClass(text, rest) > 0 ? 3 : 2)
  for (let stop = rest + 1; stop <= end; stop++) add('whole', stop)
  if (cue.cue >= 2) addBare(text, at, found, cue)
}

/** What somebody is called without the family name: 建国, 豆豆, 阿强, 小芳. */
export function isGivenAlone(word: string): boolean {
  const [a = '', b = ''] = word
  if (b === '' || !isHan(b)) return false
  const [one, two] = [givenWeight(a), givenWeight(b)]
  if (a === b || (LITTLE.includes(a) && two >= 2) || (one >= 2 && two >= 2 && one + two > 4)) return true
  return one > 0 && two > 0 && isUsualGivenAt(word, 0)
}

function addGiven(text: string, at: number, found: Candidate[]): void {
  const honorific = honorificAt(text, at + 2)
  found.push({
    kind: 'given',
    from: at,
    to: at + 2,
    family: 0,
    honorific,
    cue: leftCueAt(text, at),
  })
}

/** Everything in a text that might be a person's name, from the left; what stands around decides later. */
export function candidatesIn(text: string, from: number, to: number): Candidate[] {
  const found: Candidate[] = []
  for (let at = from; at < to; at++) {
    if (!isHan(text[at])) continue
    const rank = familyClass(text, at)
    if (rank === 0) {
      addBare(text, at, found)
      addUnknown(text, at, found)
    } else addFamily(text, at, rank, found)
    if (rank === 0 && isGivenAlone(text.slice(at, at + 2))) addGiven(text, at, found)
  }
  return found
}

/** 堵先生, 姓锁的, 房东弋某: what nobody is known to be called, where only a family name can stand. */
function addUnknown(text: string, at: number, found: Candidate[]): void {
  const before = text[at - 1] ?? ' '
  if (before !== '姓' && !'某姓先女小太'.includes(text[at + 1] ?? ' ')) return
  const cue = leftCueAt(text, at)
  const honorific = honorificAt(text, at + 1)
  const isOpen = !isHan(before) || cue.cue > 0
  const isNamed = before === '姓' || (isOpen && (POLITE.test(text.slice(at + 1, at + 3)) || text[at + 1] === '姓'))
  if (isNamed)
    found.push({
      kind: 'family',
      from: at,
      to: at + 1,
      family: 1,
      honorific,
      cue,
    })
  const unsaid = isOpen && text[at + 1] === '某' ? unsaidLength(text, at + 1) : 0
  if (unsaid > 0)
    found.push({
      kind: 'unsaid',
      from: at,
      to: at + 1 + unsaid,
      family: 1,
      honorific,
      cue,
    })
}

/** 联系人：双喜, and nothing more: two to four characters between the cue and the next sign. */
function addBare(text: string, at: number, found: Candidate[], known?: LeftCue): void {
  if (isHan(text[at - 1]) && !'叫名是为人'.includes(text[at - 1] ?? ' ')) return
  const cue = known ?? leftCueAt(text, at)
  if (cue.cue < 2) return
  const to = hanUntil(text, at, 5)
  for (let stop = at + 2; stop <= Math.min(to, at + 4); stop++) {
    const honorific = honorificAt(text, stop)
    if (stop === to || honorific.id >= 100 || stop === at + 2)
      found.push({
        kind: 'bare',
        from: at,
        to: stop,
        family: 0,
        honorific,
        cue,
      })
  }
}
