import { type FeatureOptions, type Part, type Text, visitFeatures } from './features.ts'

/**
 * The buckets a text touches, each once in the order of first sight, and how often (at most 255 are counted). Those from
 * `titleFrom` on are the title's as a title.
 */
export type Bag = { buckets: Int32Array; counts: Uint8Array; titleFrom: number }

const readers = new WeakMap<FeatureOptions, (text: Text) => Bag>()

/** A text's bag; a view that holds until the next text is read with these options. */
export function bagOf(text: Text, options: FeatureOptions): Bag {
  const known = readers.get(options)
  if (known !== undefined) return known(text)
  const reader = bagReader(options)
  readers.set(options, reader)
  return reader(text)
}

/**
 * A reader of bags. It keeps its counters (one byte a bucket) from text to text and sets back what a text has touched;
 * the bag it gives is a view that holds until the next text.
 */
function bagReader(options: FeatureOptions): (text: Text) => Bag {
  const counters = new Uint8Array(2 ** options.bits)
  let touched = new Int32Array(4096)
  let size = 0
  let titleFrom = 0
  /** The text read last: its view still holds. */
  let last: { title: string; content: string; bag: Bag } | null = null
  function visit(bucket: number): void {
    const count = counters[bucket] ?? 0
    if (count < 255) counters[bucket] = count + 1
    if (count > 0) return
    if (size === touched.length) touched = grown(touched)
    touched[size] = bucket
    size += 1
  }
  const visitorOf = (part: Part): typeof visit => {
    if (part === 'title') titleFrom = size
    return visit
  }
  return (text) => {
    const { title, content } = text
    if (last?.title === title && last.content === content) return last.bag
    size = 0
    visitFeatures(text, options, visitorOf)
    const counts = new Uint8Array(size)
    for (let i = 0; i < size; i++) {
      const bucket = touched[i] ?? 0
      counts[i] = counters[bucket] ?? 0
      counters[bucket] = 0
    }
    last = { title, content, bag: { buckets: touched.subarray(0, size), counts, titleFrom } }
    return last.bag
  }
}

/** The bags of all texts, one after the other. */
export function bagsOf(texts: readonly Text[], options: FeatureOptions): Bag[] {
  return texts.map((text) => {
    const bag = bagOf(text, options)
    return { ...bag, buckets: bag.buckets.slice() }
  })
}

function grown(full: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(full.length * 2)
  larger.set(full)
  return larger
}
