/** FNV-1a, 32 bits over UTF-16 units, as 8 hex digits: tells two tables apart, guards nothing. */
export function contentVersion(content: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < content.length; i += 1) hash = Math.imul(hash ^ content.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
