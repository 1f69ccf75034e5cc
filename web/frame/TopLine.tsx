import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { type Language, language, useLanguage, useSay, useWords } from '../language.ts'
import { useLine } from '../live.ts'
import { useNow } from '../now.ts'
import { logOutHere } from '../session/log-out.ts'
import { useMe } from '../session/use-me.ts'
import { type ThemeChoice, themeChoice, useTheme, useThemeChoice } from '../theme/theme.ts'
import { Icon } from '../ui/Icon.tsx'
import { Menu } from '../ui/Menu.tsx'
import { momentWords } from '../words/time.ts'
import { Notices } from './Notices.tsx'
import { type Page, railFor } from './rail.ts'
import { SearchBox } from './SearchBox.tsx'
import { TopSlotTarget } from './top-slot.tsx'
import { useWaiting } from './use-waiting.ts'

const wordsOf = {
  zh: {
    theme: '外观',
    light: '浅色',
    dark: '深色',
    system: '跟随系统',
    language: '语言',
    person: '我的账号',
    account: '账号与登录',
    logOut: '退出登录',
    away: (since: string) => `断线，${since} 以后的变化看不到`,
    siblings: '同组页面',
    elsewhere: '接诉',
    waiting: (n: string) => `等您处理 ${n} 件`,
    until: (when: string) => `截止 ${when}`,
  },
  en: {
    theme: 'Appearance',
    light: 'Light',
    dark: 'Dark',
    system: 'As the system',
    language: 'Language',
    person: 'My account',
    account: 'Account and log-ins',
    logOut: 'Log out',
    away: (since: string) => `Offline; changes after ${since} are not shown`,
    siblings: 'Pages of this group',
    elsewhere: 'Jiesu',
    waiting: (n: string) => `${n} wait for you`,
    until: (when: string) => `until ${when}`,
  },
}

const LANGUAGES: readonly { value: Language; name: string }[] = [
  { value: 'zh', name: '中文' },
  { value: 'en', name: 'English' },
]

/** A page of the same part of the chain, with what waits there; of a consultation until when. */
function Sibling({ page }: { page: Page }) {
  const say = useSay()
  const words = useWords(wordsOf)
  const chosen = useLanguage()
  const now = useNow()
  const { pages, consultUntil } = useWaiting()
  const count = pages[page.to]
  const until = page.to === '/consultations' && count !== undefined ? consultUntil : null
  return (
    <Link to={page.to} {...(until === null ? {} : { title: words.until(momentWords(until, now, chosen)) })}>
      {say(page.name)}
      {count !== undefined && (
        <span className="n">
          <span aria-hidden="true">{count}</span>
          <span className="sr">{words.waiting(count)}</span>
        </span>
      )}
    </Link>
  )
}

/** Where one is, and the other pages of the same part of the chain. */
function Where() {
  const { roles } = useMe()
  const say = useSay()
  const words = useWords(wordsOf)
  const path = useRouterState({ select: (state) => state.location.pathname })
  const isHere = (to: string) => path === to || path.startsWith(`${to}/`)
  const entry = railFor(roles).find(({ pages }) => pages.some((page) => isHere(page.to)))
  const here = entry?.pages.find((page) => isHere(page.to))
  const others = entry?.pages.filter((page) => page !== here) ?? []
  return (
    <>
      <h1>{here !== undefined ? say(here.name) : isHere('/account') ? words.person : words.elsewhere}</h1>
      {others.length > 0 && (
        <nav className="siblings" aria-label={words.siblings}>
          {others.map((page) => (
            <Sibling key={page.to} page={page} />
          ))}
        </nav>
      )}
    </>
  )
}

function Choices() {
  const words = useWords(wordsOf)
  const theme = useTheme()
  const choice = useThemeChoice()
  const chosen = useLanguage()
  const themes: readonly ThemeChoice[] = ['light', 'dark', 'system']
  return (
    <>
      <Menu
        label={words.theme}
        bare
        buttonClass="ghost"
        button={<Icon name={theme === 'dark' ? 'moon' : 'sun'} size={18} />}
        items={themes.map((value) => ({
          key: value,
          label: words[value],
          checked: choice === value,
          onChoose: () => themeChoice.set(value),
        }))}
      />
      <Menu
        label={words.language}
        buttonClass="btn sm quiet plainink"
        button={
          <>
            {LANGUAGES.find(({ value }) => value === chosen)?.name} <Icon name="down" size={14} />
          </>
        }
        items={LANGUAGES.map(({ value, name }) => ({
          key: value,
          label: name,
          checked: chosen === value,
          onChoose: () => language.set(value),
        }))}
      />
    </>
  )
}

function Person() {
  const me = useMe()
  const words = useWords(wordsOf)
  const navigate = useNavigate()
  return (
    <Menu
      label={words.person}
      buttonClass="btn sm quiet plainink"
      button={
        <span className="who" title={`${me.name} ${me.unitName}`}>
          <Icon name="user" size={18} />
          <span>
            {me.name} <em>{me.unitName}</em>
          </span>
        </span>
      }
      items={[
        { key: 'account', label: words.account, onChoose: () => void navigate({ to: '/account' }) },
        { key: 'out', label: words.logOut, onChoose: () => void logOutHere() },
      ]}
    />
  )
}

export function TopLine() {
  const words = useWords(wordsOf)
  const line = useLine()
  const chosen = useLanguage()
  const now = useNow()
  return (
    <header className="top">
      <Where />
      <SearchBox />
      <span className="grow" />
      {line.up ? (
        <TopSlotTarget />
      ) : (
        <span className="away" role="status">
          <Icon name="offline" /> {words.away(momentWords(line.since, now, chosen))}
        </span>
      )}
      <Notices />
      <Choices />
      <span className="sep" />
      <Person />
    </header>
  )
}
