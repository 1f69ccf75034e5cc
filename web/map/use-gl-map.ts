import type { Map as GlMap } from 'maplibre-gl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { MapReply } from '#contract/places.ts'
import { type MapSource, mapData } from './map-data.ts'
import { namesOfRegions } from './names-of-regions.ts'
import { whenIdle } from './when-idle.ts'

export type Drawn = {
  map: GlMap
  data: MapReply
  names: MapReply['regions']
  engine: typeof import('./engine.ts')
}
type MapState = 'loading' | 'drawn' | 'alone' | 'failed'

type GlMapWords = {
  label: string
  /** a legend lies over the lower edge */
  legend: boolean
  /** the map is what the page is for: one finger moves it */
  alone: boolean
  gestures: { ctrl: string; command: string; touch: string }
}

let webGl: boolean | null = null
/** Asked of a browser once: without a graphics card the answer takes 100 ms, and a browser keeps no more than 16 contexts. */
function hasWebGl(): boolean {
  if (webGl !== null) return webGl
  const context = document.createElement('canvas').getContext('webgl2')
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  webGl = context !== null
  return webGl
}

/** One finger scrolls the page, two move the map; a mouse wheel zooms only where a mouse is. */
const isTouch = (): boolean => window.matchMedia('(pointer: coarse)').matches

/** Loads engine and data side by side, makes the map in the box, and takes it away with the page. */
export function useGlMap(box: RefObject<HTMLDivElement | null>, source: MapSource, words: GlMapWords) {
  const [state, setState] = useState<MapState>('loading')
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const said = useRef(words)
  said.current = words

  useEffect(() => {
    let gone = false
    let made: GlMap | null = null
    const sized = new ResizeObserver(() => made?.resize())
    const make = async () => {
      await whenIdle()
      if (gone) return
      if (!hasWebGl()) return setState('alone')
      const [engine, data] = await Promise.all([import('./engine.ts'), mapData(source)])
      const container = box.current
      if (gone || container === null) return
      const { label, alone, gestures } = said.current
      made = new engine.GlMap({
        container,
        style: { version: 8, sources: {}, layers: [] },
        ...(data.bounds === null
          ? {}
          : {
              bounds: data.bounds,
              fitBoundsOptions: { padding: said.current.legend ? { top: 8, left: 8, right: 8, bottom: 56 } : 12 },
            }),
        // Its own watch would draw it once more, out of sight, while it waits to be taken away.
        trackResize: false,
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        fadeDuration: 0,
        maxZoom: 18,
        cooperativeGestures: isTouch() && !alone,
        locale: {
          'Map.Title': label,
          'CooperativeGesturesHandler.WindowsHelpText': gestures.ctrl,
          'CooperativeGesturesHandler.MacHelpText': gestures.command,
          'CooperativeGesturesHandler.MobileHelpText': gestures.touch,
        },
      })
      made.touchZoomRotate.disableRotation()
      sized.observe(container)
      setDrawn({ map: made, data, names: namesOfRegions(data.regions), engine })
      setState('drawn')
    }
    make().catch(() => !gone && setState('failed'))
    return () => {
      gone = true
      sized.disconnect()
      // Giving up its graphics takes 40–110 ms without a graphics card: the page that comes next is drawn first.
      void whenIdle().then(() => made?.remove())
      setDrawn(null)
    }
  }, [box, source])

  useEffect(() => {
    drawn?.map.getCanvas().setAttribute('aria-label', words.label)
  }, [drawn, words.label])
  return { state, drawn }
}
