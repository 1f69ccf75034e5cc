import type { ReactNode } from 'react'
import { language, useLanguage, useWords } from '../language.ts'
import { LogInForm } from './LogInForm.tsx'
import { logOutHere } from './log-out.ts'
import { PasswordForm } from './PasswordForm.tsx'
import { SecondFactorForm } from './SecondFactorForm.tsx'
import { TotpSetup } from './TotpSetup.tsx'
import { useSession } from './use-me.ts'

const wordsOf = {
  zh: {
    product: '接诉',
    logIn: '登录',
    first: '先改初始密码',
    firstWhy: '这是别人给您的密码，改了以后只有您自己知道。',
    second: '二次验证',
    setUp: '绑定二次验证',
    setUpWhy: '您的角色要求二次验证。绑定一次，以后每次登录写 6 位数字。',
    citizen: '我是市民，要反映问题',
    other: '换个账号',
  },
  en: {
    product: 'Jiesu',
    logIn: 'Log in',
    first: 'Change the first password',
    firstWhy: 'Somebody gave you this one; after the change only you know it.',
    second: 'Second factor',
    setUp: 'Set up the second factor',
    setUpWhy: 'Your role needs one. Bind it once; afterwards each log-in asks for six digits.',
    citizen: 'I am a citizen and want to report something',
    other: 'Another account',
  },
}

function Sheet({ title, why, children }: { title: string; why?: string; children: ReactNode }) {
  const words = useWords(wordsOf)
  const chosen = useLanguage()
  const { me } = useSession()
  return (
    <main className="door">
      <div className="card door-card">
        <header>
          <img src="/mark.svg" width={32} height={32} alt="" />
          <b className="t2">{words.product}</b>
          <button
            type="button"
            className="link s"
            style={{ marginLeft: 'auto' }}
            onClick={() => language.set(chosen === 'zh' ? 'en' : 'zh')}
          >
            {chosen === 'zh' ? 'English' : '中文'}
          </button>
        </header>
        <h1 className="t1">{title}</h1>
        {why !== undefined && <p className="m2">{why}</p>}
        {children}
        <footer className="s">
          {me === null ? (
            <a href="/c">{words.citizen}</a>
          ) : (
            <button type="button" className="link s" onClick={() => void logOutHere()}>
              {words.other}
            </button>
          )}
        </footer>
      </div>
    </main>
  )
}

/** What stands between a person and the frame: log-in, a forced change of the first password, the second factor. */
export function Door() {
  const { me } = useSession()
  const words = useWords(wordsOf)
  if (me === null)
    return (
      <Sheet title={words.logIn}>
        <LogInForm />
      </Sheet>
    )
  if (me.must.includes('second-factor'))
    return (
      <Sheet title={words.second}>
        <SecondFactorForm />
      </Sheet>
    )
  if (me.must.includes('change-password'))
    return (
      <Sheet title={words.first} why={words.firstWhy}>
        <PasswordForm />
      </Sheet>
    )
  return (
    <Sheet title={words.setUp} why={words.setUpWhy}>
      <TotpSetup />
    </Sheet>
  )
}
