import { randomFrom } from '#language/classify/random.ts'
import type { Example } from '#language/classify/train.ts'

/**
 * As many messages as wanted from few, for timing only: the title and the first half of the sentences of one, the second
 * half of another of the same label. Labels keep their shares and texts their length; the same seed gives the same.
 */
export function recombined(examples: readonly Example[], wanted: number, seed = 4): Example[] {
  const random = randomFrom(seed)
  const any = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)]
  const byLabel = new Map<string, Example[]>()
  for (const example of examples) byLabel.set(example.label, [...(byLabel.get(example.label) ?? []), example])
  return Array.from({ length: wanted }, () => {
    const one = any(examples)
    const other = any(byLabel.get(one?.label ?? '') ?? [])
    const begins = sentencesOf(one?.content ?? '')
    const ends = sentencesOf(other?.content ?? '')
    const content = [...begins.slice(0, Math.ceil(begins.length / 2)), ...ends.slice(Math.ceil(ends.length / 2))]
    return { label: one?.label ?? '', title: one?.title ?? '', content: content.join('') }
  })
}

const sentencesOf = (text: string): string[] => text.match(/[^。！？；\n]+[。！？；\n]*/g) ?? []
