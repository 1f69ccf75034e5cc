import { turnsOf } from './transcript.ts'

/** What is said to begin, to think or to say yes; it tells nothing about the matter. */
const FILLER =
  '嗯+|呃+|啊+|哦+|噢+|喂+|哎+|唉+|对+|是的?|好的?|行|没错|那个|这个|就是说?|然后呢?|你好|您好|谢谢(?:你|您)?|再见|不客气|麻烦(?:你|您)了?'
const BEGINS = new RegExp(
  `^(?:(?:${FILLER})[，,、。！!\\s]*)+(?=[，,、。！!\\s]|$)[，,、。！!\\s]*|^(?:(?:${FILLER})[，,、。！!\\s]+)+`,
  'u',
)
const WITHIN = /([，,、。])(?:(?:嗯+|呃+|啊+|哦+|那个|就是说)[，,、]+)+/gu

/** One turn without what only fills: "嗯，那个，就是楼下的井盖没了" is "就是楼下的井盖没了". */
const withoutFillers = (said: string): string => said.replace(BEGINS, '').replace(WITHIN, '$1').trim()

const closed = (said: string): string => (/[。！？!?；;]$/u.test(said) ? said : `${said.replace(/[，,、]$/u, '')}。`)

/**
 * What the citizen said, as a text: the seat's turns, greetings and mere yeses are left out. A text without heads of
 * speakers counts as the citizen's whole.
 */
export function citizenSays(transcript: string): string {
  const turns = turnsOf(transcript)
  const known = turns.some(({ speaker }) => speaker === 'citizen')
  return turns
    .filter(({ speaker }) => speaker === 'citizen' || (!known && speaker === 'unknown'))
    .map(({ text }) => withoutFillers(text))
    .filter((said) => /[\p{L}\p{N}]/u.test(said))
    .map(closed)
    .join('')
}
