import { remembered } from '../text/remembered.ts'
import type { Span } from '../text/span.ts'
import { blanked } from './blanked.ts'
import { findMails } from './mails.ts'
import { buildingIn, MASKED } from './masks.ts'
import { findNames } from './names.ts'
import { findNumbers } from './numbers.ts'
import { narrowed, type Personal } from './personal.ts'
import { findPlates } from './plates.ts'
import { findRooms } from './rooms.ts'

/** One piece of personal data; lines count from 1. */
export type PersonalFind = Personal & { line: number }

/** Where finds overlap the one found first stays, widened by none: a number within a number is not another. */
function apart(finds: readonly Personal[]): Personal[] {
  const sorted = finds
    .map((find, rank) => ({ find, rank }))
    .toSorted((a, b) => a.find.from - b.find.from || b.find.to - a.find.to || a.rank - b.rank)
  const kept: Personal[] = []
  for (const { find } of sorted) {
    const last = kept.at(-1)
    if (last === undefined || find.from >= last.to) kept.push(find)
    else if (find.to > last.to && find.kind === last.kind) kept[kept.length - 1] = { ...last, to: find.to }
  }
  return kept
}

/** Numbers before rooms, and rooms before names: a plate's digits are no part of a phone, a phone none of a room. */
const FINDERS = [findMails, findPlates, findNumbers, findRooms, findNames]
/** What one find gave away of the next (业主张伟、李娜) is found in the next look, until one finds nothing. */
const LOOKS = 8

/** What is masked of a find; the building of a home stays. */
const hidden = (text: string, { kind, from, to }: Personal): Span => ({
  from: kind === 'room' ? from + buildingIn(text.slice(from, to)).length : from,
  to,
})

function allIn(whole: string): Personal[] {
  const text = narrowed(whole)
  let known: Span[] = /[〔*]/.test(text)
    ? [...text.matchAll(MASKED)].map(({ 0: mask, index }) => ({ from: index, to: index + mask.length }))
    : []
  let rest = blanked(text, known)
  const all: Personal[] = []
  /** What each finder has read: it finds nothing more in the same. */
  const read: string[] = []
  for (let look = 0, count = -1; look < LOOKS && all.length > count; look++) {
    count = all.length
    for (const [i, find] of FINDERS.entries()) {
      if (read[i] === rest.text) continue
      read[i] = rest.text
      const { back } = rest
      const finds = apart(find(rest.text))
        .map(({ kind, from, to }) => ({ kind, from: back(from), to: back(to - 1) + 1 }))
        .filter((find) => !all.some((other) => other.kind === 'room' && other.from < find.to && find.from < other.to))
      if (finds.length === 0) continue
      all.push(...finds)
      known = [...known, ...finds.map((find) => hidden(text, find))].toSorted((a, b) => a.from - b.from)
      rest = blanked(text, known)
    }
    if (all.length === 0) break
  }
  return all.toSorted((a, b) => a.from - b.from)
}

function linedIn(text: string): readonly PersonalFind[] {
  let [line, at] = [1, 0]
  return allIn(text).map((find) => {
    for (; at < find.from; at++) if (text[at] === '\n') line += 1
    return { ...find, line }
  })
}

/** A title is read some ten times in an order's life, its content four times at the desk alone. */
const KEPT = { texts: 4000, characters: 1_000_000 }

/**
 * Personal data of a text in its order, none overlapping. Linear in the text's length; the finds of texts read last are
 * kept in memory and shared, so they are not to be changed.
 */
export const findPersonal: (text: string) => readonly PersonalFind[] = remembered(linedIn, KEPT.texts, KEPT.characters)
