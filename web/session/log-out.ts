import { logOut } from '#contract/session.ts'
import { forgetDrafts } from '../draft/forget-drafts.ts'
import { disconnect } from '../live.ts'
import { send } from '../send.ts'
import { session } from './session.ts'

/** Ends the session here; nothing of a citizen may stay in a browser that the next shift will use. */
export async function logOutHere(): Promise<void> {
  await send(logOut, {})
  disconnect()
  forgetDrafts()
  session.end()
  location.assign('/')
}
