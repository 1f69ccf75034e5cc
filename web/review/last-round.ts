import type { StoryEntry } from '#contract/story.ts'

const CAME_BACK = ['reply-rejected', 'rework-ordered', 'reopened']

/** Why it came back last time, and the reply that was given then. */
export function lastRound(entries: readonly StoryEntry[]): readonly StoryEntry[] {
  const back = entries.findLastIndex(({ kind }) => CAME_BACK.includes(kind))
  if (back < 0) return []
  const before = entries.slice(0, back)
  const reply = before.findLast(({ kind }) => kind === 'reported')
  const cause = entries[back]
  return [reply, cause].filter((entry) => entry !== undefined)
}
