import { claimOf, type Judged, NEVER, SURE_PRECISION, sharpnessFor, sureFrom } from './probability.ts'

type Calibration = { sharpness: number; sureFrom: number }

/** What is less probable than not is never sure, however right the answers above it are. */
const LEAST_SURE = 0.5
/** With fewer judged texts a precision of 96.5 % cannot be told from luck. */
const LEAST = 50

/**
 * `again`: texts that were taught, for what is said as somebody wrote it; they count for `sureFrom`. `sharper` multiplies
 * the sharpness where the held-back are known to be harder than what the model will meet. `labelsRight`: the share of the
 * labels that are right; an answer that is right 965 times in 1,000 agrees with so many fewer of them.
 */
type Circumstances = { again: readonly Judged[]; sharper: number; labelsRight: number }

/**
 * The sharpness that makes the labels of held-back texts most probable (one number, so it cannot overfit), and the
 * probability from which on answers are right often enough.
 */
export function calibrate(
  judged: readonly Judged[],
  { again = [], sharper = 1, labelsRight = 1 }: Partial<Circumstances> = {},
): Calibration {
  const sharpness = Math.fround(sharpnessFor(judged) * sharper)
  const claims = [...judged, ...again].map((one) => claimOf(one, sharpness))
  const from = judged.length < LEAST ? NEVER : sureFrom(claims, SURE_PRECISION * labelsRight)
  return { sharpness, sureFrom: Math.max(LEAST_SURE, from) }
}
