import { readFileSync } from 'node:fs'
import { z } from 'zod'

const Names = z.object({
  city: z.object({ code: z.string(), name: z.string(), lng: z.number(), lat: z.number() }),
  river: z.string(),
  tributary: z.string(),
  lake: z.string(),
  districts: z.array(
    z.object({
      name: z.string(),
      share: z.number(),
      seed: z.tuple([z.number(), z.number()]),
      towns: z.array(z.object({ name: z.string(), communities: z.array(z.string()) })),
    }),
  ),
  roads: z.object({ rings: z.array(z.string()), radials: z.array(z.string()), streets: z.array(z.string()) }),
})
export type Names = z.infer<typeof Names>

/** The invented city's names: the only place where they are written. */
export const readNames = (): Names =>
  Names.parse(JSON.parse(readFileSync(new URL('./names.json', import.meta.url), 'utf8')))
