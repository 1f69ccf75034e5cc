import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * One full collection that moves what is held together. What a start read and left behind (modules, tables, in a first
 * start the demo's past) would stay as long as little is asked of the server, since V8 looks for old garbage only when new
 * comes, and even then keeps pages of which less than half is in use. It stops the process for two tenths of a second where
 * 100 MB are held, so nobody may be waiting. Node has no other way to ask for it than V8's flags.
 */
export function giveBackMemory(): void {
  setFlagsFromString('--expose-gc')
  setFlagsFromString('--compact-on-every-full-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
  setFlagsFromString('--no-compact-on-every-full-gc')
}

/** How busy the process was of late (share of one core) and what it holds, now and after it was last tidied, in bytes. */
type Standing = { busy: number; held: number; heldThen: number }

/** Looking for due work takes a hundredth of a core; one request of a desk a hundredth more. */
const QUIET = 0.03
const WORTH = 32 << 20

/** Comparing a past of some thousand orders after a first start leaves 150 MB; what a quiet hour leaves is not worth a pause. */
export const isWorthTidying = ({ busy, held, heldThen }: Standing): boolean => busy < QUIET && held - heldThen > WORTH

/** Milliseconds since the process began, of a core's time it has spent, and bytes it holds. */
type Look = { at: number; spent: number; held: number }

function lookAtProcess(): Look {
  const { heapTotal, external } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  return { at: performance.now(), spent: (user + system) / 1000, held: heapTotal + external }
}

/** Gives back what background work left behind, once it has ended and nobody asks for anything; returns whether it did. */
export function tidier(look = lookAtProcess, collect = giveBackMemory): () => boolean {
  let then = look()
  return () => {
    const now = look()
    const busy = (now.spent - then.spent) / Math.max(1, now.at - then.at)
    const isTime = isWorthTidying({ busy, held: now.held, heldThen: then.held })
    if (isTime) collect()
    then = { ...now, held: isTime ? look().held : Math.min(then.held, now.held) }
    return isTime
  }
}
