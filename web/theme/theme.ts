import { useSyncExternalStore } from 'react'
import { kept } from '../kept.ts'

export type ThemeChoice = 'light' | 'dark' | 'system'

const asksForDark = window.matchMedia('(prefers-color-scheme: dark)')
const shown = (choice: ThemeChoice): 'light' | 'dark' =>
  choice === 'system' ? (asksForDark.matches ? 'dark' : 'light') : choice

function apply(choice: ThemeChoice): void {
  document.documentElement.dataset.theme = shown(choice)
}

export const themeChoice = kept<ThemeChoice>('jiesu-theme', ['light', 'dark', 'system'], 'system', apply)
asksForDark.addEventListener('change', () => themeChoice.set(themeChoice.get()))

export const useThemeChoice = (): ThemeChoice => useSyncExternalStore(themeChoice.listen, themeChoice.get)
/** What is on the screen now: charts and maps are drawn anew when it changes. */
export const useTheme = (): 'light' | 'dark' => useSyncExternalStore(themeChoice.listen, () => shown(themeChoice.get()))
