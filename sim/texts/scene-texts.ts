/**
 * How a scene is told: `say` by somebody who complains, reports or asks for help, `ask` by somebody who wants to know.
 * Each line is `title｜text`; `{slot}` is filled by fill.ts. Everything here is invented.
 */
export type SceneText = { say: readonly string[]; ask: readonly string[] }
export type SceneTexts = Readonly<Record<string, SceneText>>
