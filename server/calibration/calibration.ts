import { consultationHandlers } from './consultation.ts'
import { proposalHandlers } from './proposals.ts'
import { publishHandlers } from './publish-round.ts'
import { replayHandlers } from './replay-round.ts'
import { roundHandlers } from './rounds.ts'
import { sampleHandlers } from './samples.ts'

export const calibrationHandlers = {
  ...roundHandlers,
  ...sampleHandlers,
  ...proposalHandlers,
  ...consultationHandlers,
  ...replayHandlers,
  ...publishHandlers,
}
