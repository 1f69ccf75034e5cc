/** The one search box of the top line. */
export function SearchBox() {
  return null
}
