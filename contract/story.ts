import { z } from 'zod'
import { ClockCode } from '#domain/city/vocabulary.ts'
import { Instant } from '#domain/ids.ts'

/** A sentence in pieces, so that a page can set names in weight without reading the sentence. */
export const StoryPart = z.object({ text: z.string(), strong: z.boolean().optional() })
export type StoryPart = z.infer<typeof StoryPart>
const Line = z.array(StoryPart)
const Words = z.object({ zh: z.string(), en: z.string() })

/** How a clock fared that this step met: 首次联系按时，比时限早 6 小时 51 分. */
export const KeptClock = z.object({ code: ClockCode, late: z.boolean(), words: Words })
export type KeptClock = z.infer<typeof KeptClock>

/** One step of an order's life, told to this caller: who did what to what end, and what people said. */
export const StoryEntry = z.object({
  seq: z.number().int(),
  at: Instant,
  kind: z.string(),
  who: z.string(),
  unitName: z.string().nullable(),
  words: Words,
  line: z.object({ zh: Line, en: Line }),
  /** words of people, and the ground of a decision; masked where the caller may not know the citizen */
  quotes: z.array(Words),
  /** the knowledge item an answer rests on */
  cites: z.string().nullable(),
  kept: z.array(KeptClock),
  tone: z.enum(['plain', 'citizen', 'warn']),
  /** the platform's own records, which a page folds: reminders, follow-ups that say nothing new */
  folded: z.boolean(),
  /** whether the citizen sees this step on their own page */
  public: z.boolean(),
})
export type StoryEntry = z.infer<typeof StoryEntry>
