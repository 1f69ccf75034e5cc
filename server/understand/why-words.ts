import type { BothWords, WordSpan } from '#contract/facts.ts'
import type { PlaceSuggestion } from '#language/facts/suggest-places.ts'

const quoted = (words: readonly WordSpan[], open: string, close: string): string =>
  [...new Set(words.map(({ text }) => text))]
    .slice(0, 4)
    .map((text) => `${open}${text}${close}`)
    .join('')

/** Why an answer is proposed, where words of the text speak for it. */
export const saysWords = (words: readonly WordSpan[]): BothWords =>
  words.length === 0
    ? { zh: '文中没有明显的词语，按多数情况推测', en: 'no telling words; what most requests are' }
    : { zh: `提到${quoted(words, '“', '”')}`, en: `says ${quoted(words, '“', '” ').trim()}` }

const TYPED: Record<PlaceSuggestion['typed'], (said: string, name: string) => BothWords> = {
  exact: (said) => ({ zh: `提到“${said}”`, en: `says “${said}”` }),
  alias: (said, name) => ({ zh: `“${said}”即${name}`, en: `“${said}” is ${name}` }),
  misspelled: (said, name) => ({ zh: `“${said}”可能是“${name}”`, en: `“${said}” may be “${name}”` }),
}

export function placeWhy(said: string, { entry, typed, namesakes }: PlaceSuggestion): BothWords {
  const words = TYPED[typed](said, entry.name)
  return namesakes === 1
    ? words
    : {
        zh: `${words.zh}，全市有${namesakes}处，请核对所在社区`,
        en: `${words.en}; the city has ${namesakes} of them, check the community`,
      }
}
