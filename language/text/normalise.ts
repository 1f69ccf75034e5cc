/** Full-width forms narrowed, letters lowered: a text and a question about it must meet. */
export const normalise = (text: string): string => text.normalize('NFKC').toLowerCase()
