import type { Span } from '../text/span.ts'

/** How a unit says its matter stands; the city's own words for it are elsewhere. */
type SolvedFlag = 'solved' | 'partly' | 'unsolved' | 'explained' | 'planned'

/** A reply as it is being written, with all it answers to. Nothing of it need be there yet. */
export type Reply = {
  title: string
  content: string
  demand: string | null
  handling: string
  publicReply: string
  solved: SolvedFlag | null
  solvedReason: string | null
  policyBasis: string | null
  /** the citizen was spoken to */
  contacted: boolean
  /** what the unit answered to other requests, newest first */
  earlier: readonly string[]
}

export const FAULTS = ['empty', 'unanswered', 'no-basis', 'copied', 'personal', 'contradiction', 'no-date'] as const
export type Fault = (typeof FAULTS)[number]

/** Which text of the form or the request a finding is about; `demand` falls back to the content. */
type ReplyField = 'publicReply' | 'handling' | 'demand' | 'content'
/** `strong`: a reviewer would send it back; `hint`: worth another look. Nothing of it bars the way. */
export type ReplyFinding = Span & { code: Fault; field: ReplyField; weight: 'strong' | 'hint' }
