import { useWords } from '../language.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { LogInForm } from './LogInForm.tsx'
import { logOutHere } from './log-out.ts'
import { useSession } from './use-me.ts'

const wordsOf = {
  zh: { title: '登录已过期', safe: '您写的内容都在。再登录一次，刚才的操作会接着发出。', other: '换个账号登录' },
  en: {
    title: 'Your session has ended',
    safe: 'What you wrote is safe. Log in again and what you just did goes out.',
    other: 'Log in as somebody else',
  },
}

/** Over the page, so that nothing behind it is lost. */
export function SessionLost() {
  const { me, lost } = useSession()
  const words = useWords(wordsOf)
  if (me === null || !lost) return null
  return (
    <Dialog title={words.title} onClose={() => undefined} dismissable={false}>
      <p>{words.safe}</p>
      <LogInForm fixed={me.login} />
      <button type="button" className="link s" onClick={() => void logOutHere()}>
        {words.other}
      </button>
    </Dialog>
  )
}
