import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useWords } from '../language.ts'
import { SessionLost } from '../session/SessionLost.tsx'
import { Loading } from '../ui/States.tsx'
import { Toasts } from '../ui/Toasts.tsx'
import { Palette } from './Palette.tsx'
import { Rail } from './Rail.tsx'
import { TopLine } from './TopLine.tsx'
import { useChangedOrders } from './use-changed-orders.ts'
import { useKeptFocus } from './use-kept-focus.ts'

/** Rail, top line and the page between them; everything that lies over every page hangs here. */
export function Frame() {
  useChangedOrders()
  useKeptFocus()
  const words = useWords({ zh: { skip: '跳到内容' }, en: { skip: 'Skip to content' } })
  return (
    <div className="desk">
      <a className="skip" href="#work">
        {words.skip}
      </a>
      <Rail />
      <TopLine />
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
      <Palette />
      <Toasts />
      <SessionLost />
    </div>
  )
}
