import type { Page } from 'playwright-core'

/** What a person does: every press counts, so does every typed character of a search; the mouse is not touched. */
export function handsOf(page: Page) {
  let presses = 0
  let characters = 0
  return {
    press: async (...keys: string[]) => {
      for (const key of keys) {
        presses++
        await page.keyboard.press(key)
      }
    },
    /** latin letters of a search, one press each */
    type: async (text: string) => {
      presses += text.length
      await page.keyboard.type(text)
    },
    /** what the caller says, as the input method puts it in */
    say: async (text: string) => {
      characters += text.length
      await page.keyboard.insertText(text)
    },
    count: () => ({ presses, characters }),
  }
}
