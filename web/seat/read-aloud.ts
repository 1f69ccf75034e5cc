import { spanWords } from '#domain/deadline/time-words.ts'
import type { Language } from '../language.ts'
import { momentWords } from '../words/time.ts'
import { cut, type SeatForm } from './seat-form.ts'

/** Of the preview: whom it goes to, and the moments promised. */
type Promised = {
  lead: { name: string } | null
  clocks: readonly { code: string; from: string; due: string }[]
}

/** A sentence in parts: what carries the promise is set in bold. */
type Said = { text: string; strong?: true }

const dueOf = (preview: Promised, code: string) => preview.clocks.find((clock) => clock.code === code)

const OPENING = /^(来电人|市民|群众|诉求人)?(来电)?反映[：:，,、]?\s*/u

const BREATH = 40

/** The first clauses that can be said in one breath; nobody listens to a demand of 300 characters read out. */
function clauses(text: string): string {
  const whole = bare(text.replace(/\s+/g, ' '))
  if (whole.length <= BREATH) return whole
  const start = whole.slice(0, BREATH)
  const end = Math.max(...['，', '。', '；', ',', ';', '.'].map((mark) => start.lastIndexOf(mark)))
  return end > 8 ? start.slice(0, end) : cut(start, BREATH - 1)
}

/** What it is about: the title, or the beginning of the content without the record's own words. */
const gistOf = (form: SeatForm): string =>
  form.title.trim() === '' ? clauses(form.content.trim().replace(OPENING, '')) : bare(form.title)

const bare = (text: string): string => text.trim().replace(/[。.！!；;，,]+$/u, '')

function zh(form: SeatForm, preview: Promised, now: number): Said[] {
  const [dispatch, contact, answer] = ['C1', 'C3', 'C5'].map((code) => dueOf(preview, code))
  // 王某 is how a record writes a name, not how one speaks to a person.
  const who =
    form.anonymous || form.name.trim() === '' || form.name.trim().endsWith('某') ? '您' : `${form.name.trim()}，您`
  const said: Said[] = [{ text: `“${who}反映的是${gistOf(form)}` }]
  if (form.demand.trim() !== '') said.push({ text: `，想${clauses(form.demand)}` })
  said.push({ text: '。' })
  if (dispatch !== undefined && preview.lead !== null)
    said.push(
      { text: `我们 ${limitWords(dispatch, 'zh')}内转给` },
      { text: preview.lead.name, strong: true },
      { text: '，' },
    )
  else said.push({ text: '我们会转给承办单位，' })
  if (form.replyWanted && contact !== undefined)
    said.push({ text: `${momentWords(contact.due, now, 'zh')} 前`, strong: true }, { text: '会有人联系您，' })
  if (answer !== undefined)
    said.push({ text: `${momentWords(answer.due, now, 'zh')} 前`, strong: true }, { text: '给您答复。”' })
  else said.push({ text: '办理期限按法定程序确定。”' })
  return said
}

function en(form: SeatForm, preview: Promised, now: number): Said[] {
  const [dispatch, contact, answer] = ['C1', 'C3', 'C5'].map((code) => dueOf(preview, code))
  const said: Said[] = [{ text: `“You tell us: ${gistOf(form)}` }]
  if (form.demand.trim() !== '') said.push({ text: `; you ask: ${clauses(form.demand)}` })
  said.push({ text: '. ' })
  if (dispatch !== undefined && preview.lead !== null)
    said.push(
      { text: `Within ${limitWords(dispatch, 'en')} it goes to ` },
      { text: preview.lead.name, strong: true },
      { text: '. ' },
    )
  else said.push({ text: 'It goes to the unit in charge. ' })
  if (form.replyWanted && contact !== undefined)
    said.push(
      { text: 'Someone will contact you by ' },
      { text: momentWords(contact.due, now, 'en'), strong: true },
      { text: '; ' },
    )
  if (answer !== undefined)
    said.push(
      { text: 'you have an answer by ' },
      { text: momentWords(answer.due, now, 'en'), strong: true },
      { text: '.”' },
    )
  else said.push({ text: 'the time for the answer follows the legal procedure.”' })
  return said
}

const limitWords = (clock: Promised['clocks'][number], language: Language): string =>
  spanWords(Date.parse(clock.due) - Date.parse(clock.from), language)

/** What is read to the caller, built from the clocks that submitting will start; never from a template of promises. */
export const readAloud = (form: SeatForm, preview: Promised, now: number, language: Language): Said[] =>
  language === 'zh' ? zh(form, preview, now) : en(form, preview, now)
