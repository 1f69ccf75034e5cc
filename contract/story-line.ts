import type { StoryPart } from './story.ts'

type Piece = string | StoryPart | readonly StoryPart[]
export type Line = StoryPart[]

export const strong = (text: string): StoryPart => ({ text, strong: true })

/** line`${strong('陈屿')} 派给 ${strong('城管局')}`: a sentence in pieces, empty ones left out. */
export function line(texts: TemplateStringsArray, ...pieces: Piece[]): Line {
  const parts = texts.flatMap((text, i): StoryPart[] => {
    const piece = pieces[i] ?? ''
    const filled = typeof piece === 'string' ? [{ text: piece }] : Array.isArray(piece) ? piece : [piece as StoryPart]
    return [{ text }, ...filled]
  })
  return parts.filter((part) => part.text !== '')
}

/** 城管局、住建局: names in weight, joined as a list. */
export const listed = (names: readonly string[], comma: string): StoryPart[] =>
  names.flatMap((name, i) => (i === 0 ? [strong(name)] : [{ text: comma }, strong(name)]))

export const textOf = (parts: readonly StoryPart[]): string => parts.map((part) => part.text).join('')
