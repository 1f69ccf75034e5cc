/**
 * A reading of texts that keeps what it last gave: the same text is asked for several times within one call and by the
 * next ones on the same order, since a list, a view, a search text and a check each read it. The oldest half goes when
 * the kept texts are `most` or `characters` long together, so that a flood of texts cannot fill the memory. What is kept
 * is given to every asker: `read` must be pure and its answer is not changed by anybody.
 */
export function remembered<T>(read: (text: string) => T, most: number, characters: number): (text: string) => T {
  let [young, old] = [new Map<string, T>(), new Map<string, T>()]
  let length = 0
  return (text) => {
    if (text.length > characters / 8) return read(text)
    const known = young.get(text)
    if (known !== undefined) return known
    const said = old.get(text) ?? read(text)
    if (young.size >= most / 2 || length + text.length > characters / 2) {
      old = young
      young = new Map()
      length = 0
    }
    young.set(text, said)
    length += text.length
    return said
  }
}
