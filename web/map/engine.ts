import { Map as GlMap, LngLatBounds, Marker, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'

// The worker is one of our own files: nothing is loaded from a blob or from another house.
setWorkerUrl(workerUrl)

export { GlMap, LngLatBounds, Marker }
