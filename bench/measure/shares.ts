import { familySeconds, secondsOf } from './processor.ts'

/** Processor seconds so far of the three that share the machine. */
export type Spent = { server: number; database: number; client: number }

export const spentBy = (server: number, postmaster: number | null): Spent => ({
  server: secondsOf(server),
  database: postmaster === null ? 0 : familySeconds(postmaster),
  client: (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
})

export const spentSince = (before: Spent, after: Spent): Spent => ({
  server: after.server - before.server,
  database: after.database - before.database,
  client: after.client - before.client,
})
