import type { ErrorComponentProps } from '@tanstack/react-router'
import { useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { StateNote } from '../ui/States.tsx'

/** A page that failed while it was drawn: what is safe and what to do, in place of the page; the frame stays. */
export function Broken({ reset }: Pick<ErrorComponentProps, 'reset'>) {
  const words = useWords({
    zh: {
      title: '没能打开这个页面',
      why: '写过的内容都在。再试一次；还不行，请把网址发给管理员。',
      again: '再试一次',
    },
    en: {
      title: 'This page did not open',
      why: 'What you wrote is safe. Try again; if it still fails, send the address to your administrator.',
      again: 'Try again',
    },
  })
  return (
    <main className="work" id="work">
      <div role="alert">
        <StateNote
          icon="info"
          title={words.title}
          action={
            <Button size="sm" onClick={reset}>
              {words.again}
            </Button>
          }
        >
          {words.why}
        </StateNote>
      </div>
    </main>
  )
}
