import type { Span } from '../text/span.ts'

/** Who speaks, as the heads of transcripts name them; `unknown`: no head that is known. */
type Turn = Span & { speaker: 'seat' | 'citizen' | 'unknown'; text: string }

const SEAT = /^(坐席员?|座席|话务员|接线员|客服|工号|agent|seat)(\s*\d+)?$/i
const CITIZEN = /^(市民|来电人|诉求人|群众|客户|用户|对方|citizen|caller|customer)$/i
const HEAD = /^\s*[[【（(]?([^\s:：\]】）)]{1,10}(?:\s\d{1,6})?)[\]】）)]?\s*[:：]\s*/u

const speakerOf = (name: string): Turn['speaker'] =>
  SEAT.test(name) ? 'seat' : CITIZEN.test(name) ? 'citizen' : 'unknown'

/** The lines of a transcript with who speaks; a line without a head goes on with the speaker before. */
export function turnsOf(transcript: string): Turn[] {
  const turns: Turn[] = []
  let [at, speaker]: [number, Turn['speaker']] = [0, 'unknown']
  for (const line of transcript.split('\n')) {
    const head = HEAD.exec(line)
    const named = head === null ? 'unknown' : speakerOf(head[1] ?? '')
    if (named !== 'unknown') speaker = named
    const raw = head !== null && named !== 'unknown' ? line.slice(head[0].length) : line
    const text = raw.trim()
    const from = at + line.length - raw.length + (raw.length - raw.trimStart().length)
    if (text !== '') turns.push({ speaker, text, from, to: from + text.length })
    at += line.length + 1
  }
  return turns
}
