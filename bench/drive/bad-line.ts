import { setTimeout as sleep } from 'node:timers/promises'
import type { Line } from '#contract/post-grid-action.ts'
import type { Random } from '#sim/random.ts'
import type { GridDesk } from './grid-desk.ts'

/** What may befall a request on its way; shares of all, the rest goes through. */
const LUCK = [
  { what: 'lost-request', share: 0.15 },
  { what: 'lost-reply', share: 0.15 },
  { what: 'cut-between', share: 0.1 },
  { what: 'twice-at-once', share: 0.1 },
  { what: 'again-later', share: 0.15 },
] as const
export type Luck = (typeof LUCK)[number]['what'] | 'through'

function luckOf(random: Random): Luck {
  let at = random()
  for (const { what, share } of LUCK) {
    if (at < share) return what
    at -= share
  }
  return 'through'
}

const NOTHING = { status: null, code: 'unreachable', words: '' } as const
type Answer = { status: number | null; code: string; words: string }

/** A copy of a request that some part of the network held back: it arrives after later ones, and nobody hears the answer. */
const GHOST_MS = 400

/**
 * A line such as a phone has between two lifts: it loses requests, loses replies the server has already given, breaks in
 * the middle, and delivers twice, at once or long after. The server behind it is real.
 */
export function badLine(desk: GridDesk, photo: (id: string) => Buffer, random: Random) {
  const suffered: Record<Luck, number> = {
    'lost-request': 0,
    'lost-reply': 0,
    'cut-between': 0,
    'twice-at-once': 0,
    'again-later': 0,
    through: 0,
  }
  const ghosts: Promise<unknown>[] = []
  const travel = async (ask: (signal?: AbortSignal) => Promise<Answer>): Promise<Answer> => {
    const luck = luckOf(random)
    suffered[luck] += 1
    switch (luck) {
      case 'lost-request':
        return NOTHING
      case 'lost-reply':
        await ask()
        return NOTHING
      case 'cut-between':
        return ask(AbortSignal.timeout(1 + Math.floor(random() * 12)))
      case 'twice-at-once': {
        const [one] = await Promise.all([ask(), ask()])
        return one
      }
      case 'again-later':
        ghosts.push(sleep(random() * GHOST_MS).then(() => ask()))
        return ask()
      case 'through':
        return ask()
    }
  }
  const line: Line = {
    upload: async (id) => {
      let file: string | null = null
      const answer = await travel(async (signal) => {
        const said = await desk.upload(photo(id), signal)
        file = said.file ?? file
        return said
      })
      return { ...answer, file: answer.status === null ? null : file }
    },
    post: (path, body, key) => travel((signal) => desk.post(path, body, key, signal)),
  }
  return { line, suffered, settled: () => Promise.all(ghosts) }
}
