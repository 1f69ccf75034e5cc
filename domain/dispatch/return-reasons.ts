import { z } from 'zod'

/** 退单理由: why a unit says that an order is not its own. */
export const ReturnReason = z.enum([
  'not-our-duty',
  'wrong-area',
  'ownership',
  'duplicate',
  'info-missing',
  'legal-procedure',
])
export type ReturnReason = z.infer<typeof ReturnReason>

type Ground = {
  /** the law, 三定, duty list or minutes it rests on */
  basis: boolean
  /** a photo or a paper: an attached file or the number of a document */
  evidence: boolean
  /** approved, it says that the first dispatch went wrong (domain.md §5.4: duplicates and missing facts do not) */
  wrong: boolean
  /** 职责不清: nobody can tell whose duty it is */
  unclear: boolean
}

/** What each reason has to be shown with, and what it says about the dispatch. */
export const returnGrounds: Readonly<Record<ReturnReason, Ground>> = {
  'not-our-duty': { basis: true, evidence: true, wrong: true, unclear: true },
  'wrong-area': { basis: false, evidence: true, wrong: true, unclear: false },
  ownership: { basis: true, evidence: true, wrong: true, unclear: true },
  duplicate: { basis: false, evidence: true, wrong: false, unclear: false },
  'info-missing': { basis: false, evidence: false, wrong: false, unclear: false },
  'legal-procedure': { basis: true, evidence: true, wrong: false, unclear: false },
}
