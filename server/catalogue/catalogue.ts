import type { Handlers } from '#contract/api.ts'
import type { Shell } from '../shell.ts'
import { checkRulesHandlers } from './check-rules.ts'
import { dispatchTraceHandlers } from './dispatch-trace.ts'
import { ruleChangeHandlers } from './rule-changes.ts'
import { whyThereHandlers } from './why-there.ts'

/** The dispatch catalogue beyond its rows. */
export const catalogueHandlers = {
  ...checkRulesHandlers,
  ...dispatchTraceHandlers,
  ...ruleChangeHandlers,
  ...whyThereHandlers,
} satisfies Partial<Handlers<Shell>>
