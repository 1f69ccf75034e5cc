import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { kept } from '../kept.ts'
import { language, useLanguage } from '../language.ts'
import { themeChoice, useTheme } from '../theme/theme.ts'
import { Icon } from '../ui/Icon.tsx'
import { useCitizenWords } from './use-citizen-words.ts'
import { linkTo } from './way.ts'

const large = kept<'no' | 'yes'>('jiesu-large', ['no', 'yes'], 'no', (value) => {
  document.documentElement.dataset.large = value
})
const useLarge = () => useSyncExternalStore(large.listen, large.get)

/** Every citizen's page: head with the way back and large text, the sections, and what helps everybody at the foot. */
export function Shell(props: { title: string; back?: string; dock?: ReactNode; children: ReactNode }) {
  const words = useCitizenWords()
  const isLarge = useLarge() === 'yes'
  const { title, back, dock, children } = props
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="phone">
      <header className="hd">
        {back !== undefined && <Back to={back} />}
        <span className="cut">{title}</span>
        <span className="end">
          <button
            type="button"
            className="btn pill"
            aria-pressed={isLarge}
            onClick={() => large.set(isLarge ? 'no' : 'yes')}
          >
            <Icon name="text" size={18} />
            {words.large}
          </button>
        </span>
      </header>
      <main>{children}</main>
      <Foot />
      {dock !== undefined && (
        <aside className="dock" aria-label={words.next}>
          {dock}
        </aside>
      )}
    </div>
  )
}

function Back({ to }: { to: string }) {
  const words = useCitizenWords()
  const { href, onClick } = linkTo(to)
  return (
    <a href={href} onClick={onClick} className="ghost" aria-label={words.back}>
      <Icon name="left" size={24} />
    </a>
  )
}

function Foot() {
  const words = useCitizenWords()
  const chosen = useLanguage()
  const theme = useTheme()
  return (
    <footer className="foot">
      <a href="tel:12345">{words.human}</a>
      <span className="grow" />
      <button
        type="button"
        className="link"
        lang={chosen === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => language.set(chosen === 'zh' ? 'en' : 'zh')}
      >
        {words.other}
      </button>
      <button type="button" className="link" onClick={() => themeChoice.set(theme === 'dark' ? 'light' : 'dark')}>
        {theme === 'dark' ? words.light : words.dark}
      </button>
    </footer>
  )
}
