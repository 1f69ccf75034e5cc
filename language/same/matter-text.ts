import type { MatterText } from './terms.ts'

/** A stored search text begins with its title's line. */
export function matterTextOf(body: string): MatterText {
  const end = body.indexOf('\n')
  return end < 0 ? { title: body, content: '' } : { title: body.slice(0, end), content: body.slice(end + 1) }
}
