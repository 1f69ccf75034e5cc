import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../style/desk.css'
import '../style/phone.css'
import './grid.css'
// Applies the theme that was chosen on any page of the house.
import '../theme/theme.ts'
import { GridApp } from './GridApp.tsx'
import { openGrid } from './grid-session.ts'
import { keepPagesOffline } from './offline-pages.ts'

const app = document.getElementById('app')
if (app === null) throw new Error('grid.html has no #app')
void openGrid()
createRoot(app).render(
  <StrictMode>
    <GridApp />
  </StrictMode>,
)
void keepPagesOffline()
