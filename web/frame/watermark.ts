/** Name, unit and time across pages with personal data: a photo of the screen says whose screen it was (domain.md §10). */
export function watermark(text: string): string {
  const escaped = text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="340" height="190"><text x="20" y="130" font-family="sans-serif" font-size="12" fill="#7a8796" fill-opacity=".075" transform="rotate(-18 20 130)">${escaped}</text></svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}
