import type { Handlers } from '#contract/api.ts'
import { acceptHandlers } from './accept.ts'
import { adminHandlers } from './admin.ts'
import { alertHandlers } from './alerts/alerts.ts'
import { assignmentHandlers } from './assignments.ts'
import { assistantHandlers } from './assistant.ts'
import { calibrationHandlers } from './calibration/calibration.ts'
import { callbackHandlers } from './callbacks.ts'
import { callerHandlers } from './caller-card.ts'
import { candidateHandlers } from './candidates.ts'
import { catalogueHandlers } from './catalogue/catalogue.ts'
import { chainHandlers } from './chain.ts'
import type { ChangeFeed } from './changes.ts'
import { citizenHandlers } from './citizen.ts'
import { cityHandlers } from './city.ts'
import { deskHandlers } from './desk.ts'
import { dispatchHandlers } from './dispatch.ts'
import { dispatchMeasuresHandlers } from './dispatch-measures.ts'
import { draftHandlers } from './draft.ts'
import { fileHandlers } from './files.ts'
import { gridHandlers } from './grid.ts'
import { gridTaskHandlers } from './grid-tasks.ts'
import { handOverHandlers } from './hand-over.ts'
import { knowledgeHandlers } from './knowledge.ts'
import { lineHandlers } from './line.ts'
import { mergeHandlers } from './merge.ts'
import { modelFileHandlers } from './models/model-files.ts'
import { modelHandlers } from './models/models.ts'
import { statisticsHandlers } from './models/statistics.ts'
import { nearHandlers } from './near.ts'
import { orderContextHandlers } from './order-context.ts'
import { orderListHandlers } from './order-list.ts'
import { orderHandlers } from './orders.ts'
import { citizenPlaceHandlers, placeHandlers } from './places.ts'
import { previewHandlers } from './preview.ts'
import { replyCheckHandlers } from './reply-check.ts'
import { replyTextHandlers } from './reply-text.ts'
import { returnHandlers } from './returns.ts'
import { sameMatterHandlers } from './same-matter.ts'
import { savedViewHandlers } from './saved-views.ts'
import { searchHandlers } from './search.ts'
import { searchAllHandlers } from './search-all.ts'
import { sessionHandlers } from './session.ts'
import type { Shell } from './shell.ts'
import { similarHandlers } from './similar.ts'
import { straightHandlers } from './straight-through.ts'
import { supervisionHandlers } from './supervision.ts'
import { systemHandlers } from './system.ts'
import { taskSheetHandlers } from './task-sheet.ts'
import { todayHandlers } from './today.ts'
import { understandHandlers } from './understand.ts'
import { waitingHandlers } from './waiting.ts'

/** One function per endpoint, or this does not compile. */
export const handlersWith = (feed: ChangeFeed): Handlers<Shell> => ({
  ...sessionHandlers,
  ...adminHandlers,
  ...lineHandlers,
  ...callerHandlers,
  ...similarHandlers,
  ...sameMatterHandlers,
  ...previewHandlers,
  ...draftHandlers,
  ...acceptHandlers,
  ...understandHandlers,
  ...assistantHandlers,
  ...deskHandlers,
  ...candidateHandlers,
  ...nearHandlers,
  ...dispatchHandlers,
  ...straightHandlers,
  ...gridHandlers,
  ...gridTaskHandlers,
  ...catalogueHandlers,
  ...chainHandlers,
  ...mergeHandlers,
  ...alertHandlers,
  ...handOverHandlers,
  ...assignmentHandlers,
  ...returnHandlers,
  ...replyCheckHandlers,
  ...replyTextHandlers,
  ...callbackHandlers,
  ...orderHandlers,
  ...orderListHandlers,
  ...savedViewHandlers,
  ...searchHandlers,
  ...searchAllHandlers,
  ...knowledgeHandlers,
  ...orderContextHandlers,
  ...taskSheetHandlers,
  ...fileHandlers,
  ...citizenHandlers,
  ...citizenPlaceHandlers,
  ...placeHandlers,
  ...cityHandlers,
  ...calibrationHandlers,
  ...modelHandlers,
  ...modelFileHandlers,
  ...statisticsHandlers,
  ...todayHandlers,
  ...dispatchMeasuresHandlers,
  ...supervisionHandlers,
  ...waitingHandlers,
  ...systemHandlers(feed),
})
