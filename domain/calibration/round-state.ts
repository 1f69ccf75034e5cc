import { z } from 'zod'

/** 动态校准 (domain.md §5.5): where a month's round stands. */
export const RoundState = z.enum([
  'reviewing',
  'consulting',
  'deciding',
  'published',
  'concluded',
  'rolled-back',
  'abandoned',
])
export type RoundState = z.infer<typeof RoundState>

export const RoundAct = z.enum([
  'mark-sample',
  'propose',
  'decide',
  'consult',
  'give-opinion',
  'end-consultation',
  'settle',
  'replay',
  'publish',
  'conclude',
  'roll-back',
  'abandon',
])
export type RoundAct = z.infer<typeof RoundAct>

/** Which act is open in which state, and where it leads; an act that is missing there is refused. */
export const roundTransitions: Readonly<Record<RoundState, Partial<Readonly<Record<RoundAct, RoundState>>>>> = {
  reviewing: {
    'mark-sample': 'reviewing',
    propose: 'reviewing',
    decide: 'reviewing',
    replay: 'reviewing',
    consult: 'consulting',
    abandon: 'abandoned',
  },
  consulting: {
    'mark-sample': 'consulting',
    'give-opinion': 'consulting',
    replay: 'consulting',
    'end-consultation': 'deciding',
    abandon: 'abandoned',
  },
  deciding: { settle: 'deciding', replay: 'deciding', publish: 'published', abandon: 'abandoned' },
  published: { conclude: 'concluded', 'roll-back': 'rolled-back' },
  concluded: { 'roll-back': 'rolled-back' },
  'rolled-back': {},
  abandoned: {},
}

export const nextRoundState = (state: RoundState, act: RoundAct): RoundState | null =>
  roundTransitions[state][act] ?? null

/** 五个工作日; silence is consent. */
export const CONSULTATION_WORKING_DAYS = 5
/** As many orders of a scene are looked at by eye at least, where there are so many. */
export const SAMPLE_SIZE = 30
/** The scenes with most orders, and those that most came back from. */
export const TOP_SCENES = 20
/** The month after a publication is what it is measured on. */
export const WATCH_DAYS = 30

export const ProposalState = z.enum(['open', 'accepted', 'refused', 'withdrawn', 'kept'])
export type ProposalState = z.infer<typeof ProposalState>

type Opinion = { unit: string; agrees: boolean }

/** Whether a proposal is part of what is published: accepted, and where a unit objected, kept by those who sat together. */
export const isCarried = (state: ProposalState): boolean => state === 'accepted' || state === 'kept'

/** An objection stands until somebody has settled it. */
export const isDisputed = (state: ProposalState, opinions: readonly Opinion[]): boolean =>
  state === 'accepted' && opinions.some(({ agrees }) => !agrees)

/** Consultation is over when its day has come, or when nobody is left to be heard. */
export const mayEndConsultation = (now: string, due: string | null, silent: number): boolean =>
  silent === 0 || (due !== null && now >= due)
