import type { Span } from '../text/span.ts'

const PARTS = /[^\n。；;！!？?]{1,160}/g

/** Clauses of a text, cut at 160 characters, so that no answer costs more than its clause. */
export const partsOf = (text: string): Span[] =>
  [...text.matchAll(PARTS)].map(({ 0: part, index }) => ({ from: index, to: index + part.length }))

export const isHan = (c: string | undefined): boolean => c !== undefined && c >= '\u4e00' && c <= '\u9fff'
