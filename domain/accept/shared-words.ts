const HAN_OR_WORD = /[\p{Script=Han}\p{L}\p{N}]/u
/** What nearly every request says, and so tells nothing. */
const EMPTY_WORDS =
  /来电人?|市民|群众|反映|希望|要求|有关|部门|尽快|处理|解决|核实|情况|目前|现在|已经|没有|问题|小区|附近|位于|表示|诉求/gu

const wordCharacters = (text: string): string[] =>
  text
    .replace(EMPTY_WORDS, ' ')
    .split(/([\p{Script=Han}\p{L}\p{N}]+)/u)
    .filter((part) => HAN_OR_WORD.test(part))

/** The longest stretches of the one text that the other holds as well, longest first. */
export function sharedWords(text: string, other: string, most: number): string[] {
  const found = new Set<string>()
  for (const part of wordCharacters(text))
    for (let from = 0; from + 1 < part.length; from++) {
      let to = from + 2
      if (!other.includes(part.slice(from, to))) continue
      while (to < part.length && other.includes(part.slice(from, to + 1))) to++
      found.add(part.slice(from, to))
      from = to - 1
    }
  const longest = [...found].toSorted((a, b) => b.length - a.length)
  return longest.filter((word, i) => !longest.slice(0, i).some((longer) => longer.includes(word))).slice(0, most)
}
