import type { Handlers } from '#contract/api.ts'
import { acceptHandlers } from './accept.ts'
import { adminHandlers } from './admin.ts'
import { chainHandlers } from './chain.ts'
import type { ChangeFeed } from './changes.ts'
import { citizenHandlers } from './citizen.ts'
import { cityHandlers } from './city.ts'
import { fileHandlers } from './files.ts'
import { orderHandlers } from './orders.ts'
import { citizenPlaceHandlers, placeHandlers } from './places.ts'
import { sessionHandlers } from './session.ts'
import type { Shell } from './shell.ts'
import { systemHandlers } from './system.ts'

/** One function per endpoint, or this does not compile. */
export const handlersWith = (feed: ChangeFeed): Handlers<Shell> => ({
  ...sessionHandlers,
  ...adminHandlers,
  ...acceptHandlers,
  ...chainHandlers,
  ...orderHandlers,
  ...fileHandlers,
  ...citizenHandlers,
  ...citizenPlaceHandlers,
  ...placeHandlers,
  ...cityHandlers,
  ...systemHandlers(feed),
})
