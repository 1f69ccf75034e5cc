import { useEffect, useMemo } from 'react'
import type { Point } from '#domain/grid/place-distance.ts'
import { useLanguage, useWords } from '../language.ts'
import { CityMap } from '../map/CityMap.tsx'
import { lightWords } from '../words/light.ts'
import { wordsOf } from './grid-words.ts'
import { keepPagesOffline } from './offline-pages.ts'
import { taskPins } from './task-pins.ts'
import type { LocalTask } from './use-tasks.ts'
import { go } from './way.ts'

/** The map's engine has come once it is shown; from then on it opens without a line too. */
const ENGINE_MS = 4000

/** The tasks where they are, numbered as the rows below; a pin leads straight to its task. */
export function TaskMap({ tasks, own }: { tasks: readonly LocalTask[]; own: Point | null }) {
  const words = useWords(wordsOf)
  const language = useLanguage()
  const pins = useMemo(
    () => taskPins(tasks, ({ title, light }) => `${title} · ${lightWords[light][language]}`),
    [tasks, language],
  )
  useEffect(() => {
    const later = setTimeout(() => void keepPagesOffline(), ENGINE_MS)
    return () => clearTimeout(later)
  }, [])
  return (
    <div className="taskmap">
      <CityMap label={words.mapLabel} pins={pins} own={own} alone onChoose={(id) => go(`task/${id}`)} />
    </div>
  )
}
