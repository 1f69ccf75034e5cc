import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './citizen.css'
import { DonePage } from './DonePage.tsx'
import { FollowPage } from './FollowPage.tsx'
import { SubmitPage } from './SubmitPage.tsx'
import { useWay } from './way.ts'

function Pages() {
  const way = useWay()
  if (way === '/c/follow') return <FollowPage />
  return way === '/c/done' ? <DonePage /> : <SubmitPage />
}

const app = document.getElementById('app')
if (app === null) throw new Error('citizen.html has no #app')
createRoot(app).render(
  <StrictMode>
    <Pages />
  </StrictMode>,
)
