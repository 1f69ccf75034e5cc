/** A stretch of a text in UTF-16 units, as `slice` takes it: `to` is exclusive. */
export type Span = { from: number; to: number }

/** A stretch of one of the two texts a request has. */
export type FieldSpan = Span & { field: 'title' | 'content' }
