import type { SessionRow } from '#db/sessions.ts'
import type { House, StaffCaller } from './shell.ts'
