/** The bell. */
export function Notices() {
  return null
}
