const PREFIX = 'jiesu-draft'

/** Takes every draft out of this browser; the server keeps its sealed copies for their writer. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
}
