import type { FieldSpan } from '../text/span.ts'

/** Words that speak for an answer: each pattern counts once in a text. */
export type Cue<Answer extends string> = { words: RegExp; for: Partial<Record<Answer, number>> }
export type CueSpan = FieldSpan & { text: string }
export type CueAnswer<Answer extends string> = { value: Answer; probability: number; words: readonly CueSpan[] }

export type CueModel<Answer extends string> = {
  answers: readonly Answer[]
  /** what speaks for an answer before a word is read */
  prior: Record<Answer, number>
  cues: readonly Cue<Answer>[]
  /** by how much points are divided before they become probabilities; the one under which the right answers surprise least */
  temperature: number
}

export type CueText = { field: FieldSpan['field']; plain: string; text: string }

type Hit<Answer extends string> = { cue: Cue<Answer>; span: CueSpan; factor: number }

/** The title says what a matter is in fewer words, and so do the first words of a content. */
const EARLY = 24

function hitOf<Answer extends string>(cue: Cue<Answer>, texts: readonly CueText[]): Hit<Answer> | null {
  for (const { field, plain, text } of texts) {
    const found = cue.words.exec(plain)
    if (found === null) continue
    const [from, to] = [found.index, found.index + found[0].length]
    const factor = field === 'title' ? 1.25 : from < EARLY ? 1.15 : 1
    return { cue, span: { text: text.slice(from, to), field, from, to }, factor }
  }
  return null
}

/**
 * Every answer with its probability, the likeliest first, and the words that speak for it: a sum of weights a person
 * can read in the table of cues.
 */
export function weighCues<Answer extends string>(
  model: CueModel<Answer>,
  texts: readonly CueText[],
  extra: readonly Hit<Answer>[] = [],
): CueAnswer<Answer>[] {
  const hits = [...model.cues.flatMap((cue) => hitOf(cue, texts) ?? []), ...extra]
  const points = model.answers.map(
    (answer) =>
      (model.prior[answer] + hits.reduce((sum, { cue, factor }) => sum + (cue.for[answer] ?? 0) * factor, 0)) /
      model.temperature,
  )
  const most = Math.max(...points)
  const sum = points.reduce((total, point) => total + Math.exp(point - most), 0)
  return model.answers
    .map((value, i) => ({
      value,
      probability: Math.exp((points[i] ?? 0) - most) / sum,
      words: hits.filter(({ cue }) => (cue.for[value] ?? 0) > 0).map(({ span }) => span),
    }))
    .toSorted((a, b) => b.probability - a.probability)
}
