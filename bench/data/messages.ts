import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Example } from '#language/classify/train.ts'
import { WrongOption } from '../options.ts'

/** Real messages of a petition platform, beside the project and never in it; its README says where they come from. */
const MESSAGES = join(import.meta.dirname, '../../../shared/data/teddy-c')
const TRAIN = join(MESSAGES, 'messages-train.jsonl.gz')
export const DEV = join(MESSAGES, 'messages-dev.jsonl.gz')
/** Of these only words are left, stop words taken out. */
const WORD_ONLY = join(MESSAGES, 'messages-train-extra-tokens.jsonl.gz')

type Row = { label?: string; title?: string; text?: string; tokens?: string }

/** JSON lines, gzipped or plain, each with `label`, and `title` and `text` or `tokens`. */
export function messagesIn(file: string): Example[] {
  if (!existsSync(file)) throw new WrongOption(`no messages to measure with: ${file} is missing`)
  const bytes = readFileSync(resolve(file))
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row)
    .map(({ label = '', title = '', text: content, tokens = '' }) => ({ label, title, content: content ?? tokens }))
}

/** Everything that may be learned from. */
export const trainingMessages = (): Example[] => [...messagesIn(TRAIN), ...messagesIn(WORD_ONLY)]

/** Messages, requests and replied messages without a label: they tell how rare a word is. */
export const unlabelledMessages = (): Example[] =>
  ['messages-unlabelled', 'requests', 'replies'].flatMap((name) => messagesIn(join(MESSAGES, `${name}.jsonl.gz`)))
