import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { whoAmI } from '#contract/session.ts'
import './style/desk.css'
import { router } from './routes.tsx'
import { send } from './send.ts'
import { session } from './session/session.ts'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The change feed says when something is old; coming back to the window asks once more.
      staleTime: 10_000,
      retry: (times, error) => times < 2 && 'no' in error && (error.no as { code: string }).code === 'unreachable',
    },
  },
})

async function start(): Promise<void> {
  const sent = await send(whoAmI, {}, {}, false)
  if (sent.ok) session.begin(sent.reply)
  session.listen(() => void router.invalidate())
  const app = document.getElementById('app')
  if (app === null) throw new Error('index.html has no #app')
  createRoot(app).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}

void start()
