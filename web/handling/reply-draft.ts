import { z } from 'zod'
import type { AssignmentView } from '#contract/views.ts'
import type { ReportDraft } from '#domain/handling/report-gaps.ts'
import { FactTrue, Solved } from '#domain/order/event.ts'

/** What is being written, as the draft keeps it: text as it stands in the boxes. */
export const ReplyDraft = z.object({
  handling: z.string(),
  publicReply: z.string(),
  factTrue: FactTrue.nullable(),
  solved: Solved.nullable(),
  solvedReason: z.string(),
  overDuty: z.boolean(),
  policyBasis: z.string(),
  evidence: z.array(z.string()),
  signer: z.string(),
  headInvolved: z.string(),
})
export type ReplyDraft = z.infer<typeof ReplyDraft>

/** Doing it again begins from what was reported before. */
export const firstDraft = ({ report }: Pick<AssignmentView, 'report'>): ReplyDraft => ({
  handling: report?.handling ?? '',
  publicReply: report?.publicReply ?? '',
  factTrue: report?.factTrue ?? null,
  solved: report?.solved ?? null,
  solvedReason: report?.solvedReason ?? '',
  overDuty: report?.overDuty ?? false,
  policyBasis: report?.policyBasis ?? '',
  evidence: report?.evidence ?? [],
  signer: report?.signer ?? '',
  headInvolved: report?.headInvolved ?? '',
})

const orNull = (text: string): string | null => (text.trim() === '' ? null : text)

/** As the endpoint takes it; what is not there yet is left out, so that the domain says what is missing. */
export const wishOf = (draft: ReplyDraft): ReportDraft => ({
  handling: draft.handling,
  publicReply: draft.publicReply,
  ...(draft.factTrue === null ? {} : { factTrue: draft.factTrue }),
  ...(draft.solved === null ? {} : { solved: draft.solved }),
  solvedReason: orNull(draft.solvedReason),
  overDuty: draft.overDuty,
  policyBasis: orNull(draft.policyBasis),
  evidence: draft.evidence as NonNullable<ReportDraft['evidence']>,
  signer: draft.signer,
  headInvolved: orNull(draft.headInvolved),
})

/** Another unit's words, added below one's own and named: the lead answers for the whole. */
export function takeIn(draft: ReplyDraft, unitName: string, report: { handling: string | null; publicReply: string }) {
  const add = (own: string, theirs: string | null) =>
    theirs === null || theirs === '' ? own : `${own.trimEnd()}${own.trim() === '' ? '' : '\n'}${unitName}：${theirs}`
  return {
    ...draft,
    handling: add(draft.handling, report.handling).slice(0, 2000),
    publicReply: add(draft.publicReply, report.publicReply).slice(0, 1000),
  }
}
