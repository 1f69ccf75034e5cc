import type { Preview } from '#contract/seat.ts'
import type { Language } from '../language.ts'
import { momentWords, spanWords } from '../words/time.ts'
import { type SeatForm, titleOf } from './seat-form.ts'

/** A sentence in parts: what carries the promise is set in bold. */
export type Said = { text: string; strong?: true }

const dueOf = (preview: Preview, code: string) => preview.clocks.find((clock) => clock.code === code)

const OPENING = /^(来电人|市民|群众|诉求人)?(来电)?反映[：:，,、]?\s*/u

/** What it is about in one breath: the title, or the first clauses of the content up to its last comma. */
function gistOf(form: SeatForm): string {
  const title = bare(titleOf(form).replace(OPENING, ''))
  if (form.title.trim() !== '' || title.length >= form.content.trim().length) return title
  const end = Math.max(...['，', '。', '；', ',', ';', '.'].map((mark) => title.lastIndexOf(mark)))
  return end > 8 ? title.slice(0, end) : title
}

const bare = (text: string): string => text.trim().replace(/[。.！!；;，,]+$/u, '')

function zh(form: SeatForm, preview: Preview, now: number): Said[] {
  const [dispatch, contact, answer] = ['C1', 'C3', 'C5'].map((code) => dueOf(preview, code))
  const who = form.anonymous || form.name.trim() === '' ? '您' : `${form.name.trim()}，您`
  const said: Said[] = [{ text: `“${who}反映的是${gistOf(form)}` }]
  if (form.demand.trim() !== '') said.push({ text: `，想${bare(form.demand)}` })
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

function en(form: SeatForm, preview: Preview, now: number): Said[] {
  const [dispatch, contact, answer] = ['C1', 'C3', 'C5'].map((code) => dueOf(preview, code))
  const said: Said[] = [{ text: `“You tell us: ${gistOf(form)}` }]
  if (form.demand.trim() !== '') said.push({ text: `; you ask: ${bare(form.demand)}` })
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

const limitWords = (clock: Preview['clocks'][number], language: Language): string =>
  spanWords(Date.parse(clock.due) - Date.parse(clock.from), language)

/** What is read to the caller, built from the clocks that submitting will start; never from a template of promises. */
export const readAloud = (form: SeatForm, preview: Preview, now: number, language: Language): Said[] =>
  language === 'zh' ? zh(form, preview, now) : en(form, preview, now)
