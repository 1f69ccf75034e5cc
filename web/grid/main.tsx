import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../style/desk.css'
import '../style/phone.css'
import './grid.css'
import './line-note.css'
import './task-map.css'
// Applies the theme that was chosen on any page of the house.
import '../theme/theme.ts'
import { keepMapsIn } from '../map/map-data.ts'
import { GridApp } from './GridApp.tsx'
import { openGrid } from './grid-session.ts'
import { keepValue, keptValue } from './grid-store.ts'
import { keepPagesOffline } from './offline-pages.ts'

const app = document.getElementById('app')
if (app === null) throw new Error('grid.html has no #app')
// The city's map holds nobody's data; kept, it opens without a line.
keepMapsIn({
  keep: (source, map) => keepValue(`map ${source}`, map),
  kept: (source) => keptValue(`map ${source}`),
})
void openGrid()
createRoot(app).render(
  <StrictMode>
    <GridApp />
  </StrictMode>,
)
void keepPagesOffline()
