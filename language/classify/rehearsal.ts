/** Numbers of examples: those a model is taught, those it is then examined on, and some taught ones it is asked again. */
export type Rehearsal = { taught: Int32Array; examined: Int32Array; again?: Int32Array }

/** With more examples than this, one part is examined and not all: enough for one number, and half the time. */
const MANY = 20_000

/** The examples of each label are dealt out to the parts in turn; every part is examined by a model of the others. */
export function dealtOut(rights: Uint16Array, folds: number): Rehearsal[] {
  if (folds < 2) return []
  const seen = new Map<number, number>()
  const partOf = Array.from(rights, (right) => {
    const turn = seen.get(right) ?? 0
    seen.set(right, turn + 1)
    return turn % folds
  })
  const those = (wanted: (part: number) => boolean): Int32Array =>
    Int32Array.from(partOf.keys()).filter((i) => wanted(partOf[i] ?? 0))
  return Array.from({ length: rights.length > MANY ? 1 : folds }, (_, part) => ({
    taught: those((other) => other !== part),
    examined: those((other) => other === part),
  }))
}
