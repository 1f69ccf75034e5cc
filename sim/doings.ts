import { come } from './steps/arrival.ts'
import { callBack, hear, reopen } from './steps/callback.ts'
import { supplement, urge, withdraw } from './steps/citizen.ts'
import { contact } from './steps/contact.ts'
import { dispatch } from './steps/dispatch.ts'
import { decideReturn, giveBack, rule } from './steps/give-back.ts'
import { contactByGrid, signByGrid } from './steps/grid-begin.ts'
import { leftLying, reportUp, resultByGrid } from './steps/grid-end.ts'
import { handDown } from './steps/hand-down.ts'
import { arrive, finishDraft } from './steps/intake.ts'
import { reviewReply } from './steps/reply-review.ts'
import { report } from './steps/report.ts'
import { review, submitAgain } from './steps/review.ts'
import { sign } from './steps/signing.ts'
import { toGrid } from './steps/to-grid.ts'
import type { Doings } from './world.ts'

/** Everything that can happen to an order in the simulator, by its name. */
export const doings: Doings = {
  arrive,
  'finish-draft': finishDraft,
  review,
  'submit-again': submitAgain,
  dispatch,
  sign,
  come,
  contact,
  'give-back': giveBack,
  'decide-return': decideReturn,
  rule,
  'hand-down': handDown,
  'to-grid': toGrid,
  'grid-sign': signByGrid,
  'grid-contact': contactByGrid,
  'grid-result': resultByGrid,
  'report-up': reportUp,
  'left-lying': leftLying,
  report,
  'review-reply': reviewReply,
  'call-back': callBack,
  hear,
  reopen,
  urge,
  supplement,
  withdraw,
}
