import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Words } from '../language.ts'

/** What the palette can do. `keys` is how it is done without the palette. */
export type Command = { key: string; group: Words; name: Words; keys?: string; act: () => void }

let ofPage: readonly Command[] = []
const hearers = new Set<() => void>()
const listen = (hear: () => void) => {
  hearers.add(hear)
  return () => hearers.delete(hear)
}
function become(commands: readonly Command[]): void {
  ofPage = commands
  for (const hear of hearers) hear()
}

/** The actions of the page that is open stand in the palette while it is. Names may not change while it is open. */
export function usePageCommands(commands: readonly Command[]): void {
  const latest = useRef(commands)
  latest.current = commands
  const names = commands.map(({ key }) => key).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the acts are read when they are done; the list changes with its keys
  useEffect(() => {
    const mine = latest.current.map((command) => ({
      ...command,
      act: () => latest.current.find(({ key }) => key === command.key)?.act(),
    }))
    become(mine)
    return () => {
      if (ofPage === mine) become([])
    }
  }, [names])
}

export const useCommandsOfPage = (): readonly Command[] => useSyncExternalStore(listen, () => ofPage)

/** Whether the palette is open: the search box opens it too, with `>`. */
let open = false
const openHearers = new Set<() => void>()
export const palette = {
  get: (): boolean => open,
  set: (next: boolean): void => {
    open = next
    for (const hear of openHearers) hear()
  },
}
export const usePaletteOpen = (): boolean =>
  useSyncExternalStore(
    (hear) => {
      openHearers.add(hear)
      return () => openHearers.delete(hear)
    },
    () => open,
  )
