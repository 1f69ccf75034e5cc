import { expect, test } from 'vitest'
import type { StoryEntry } from '#contract/story.ts'
import { lastRound } from './last-round.ts'

const entry = (seq: number, kind: string): StoryEntry => {
  const read: Pick<StoryEntry, 'seq' | 'kind'> = { seq, kind }
  return read as StoryEntry
}
const story = (...kinds: string[]) => kinds.map((kind, i) => entry(i + 1, kind))

test.each<[string, string[], number[]]>([
  ['a first round has none before it', ['dispatched', 'reported', 'handling-completed'], []],
  ['what was sent back: the reply and why', ['reported', 'reply-rejected', 'reported'], [1, 2]],
  ['only the last of several rounds', ['reported', 'reply-rejected', 'reported', 'rework-ordered', 'reported'], [3, 4]],
  ['reopened without a reply in the story', ['reopened'], [1]],
])('%s', (_, kinds, expected) => {
  expect(lastRound(story(...kinds)).map(({ seq }) => seq)).toEqual(expected)
})
