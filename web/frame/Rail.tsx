import { Link, useRouterState } from '@tanstack/react-router'
import { useSay, useWords } from '../language.ts'
import { useMe } from '../session/use-me.ts'
import { Icon } from '../ui/Icon.tsx'
import { railFor } from './rail.ts'
import { useWaiting } from './use-waiting.ts'

const wordsOf = {
  zh: { chain: '业务链', home: '接诉 首页', waiting: (n: string) => `等您处理 ${n} 件` },
  en: { chain: 'The chain', home: 'Jiesu, home', waiting: (n: string) => `${n} wait for you` },
}

/** The chain from 接 to 管; a number is what waits for this person, never what the house has in all. */
export function Rail() {
  const { roles } = useMe()
  const words = useWords(wordsOf)
  const say = useSay()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const { entries } = useWaiting()
  return (
    <nav className="rail" aria-label={words.chain}>
      <Link
        className="mark"
        // The root leads on to one's own first page; a link to that page itself would be marked as the current one.
        to="/"
        aria-label={words.home}
        style={{ padding: 0, margin: '0 0 8px', borderRadius: 0 }}
      >
        <img src="/mark.svg" width={28} height={28} alt="" />
      </Link>
      {railFor(roles).map((entry) => {
        const here = entry.pages.some((page) => path === page.to || path.startsWith(`${page.to}/`))
        const count = entries[entry.key]
        return (
          <Link
            key={entry.key}
            to={entry.pages[0]?.to ?? '/'}
            title={entry.pages.map((page) => say(page.name)).join(' · ')}
            aria-current={here ? 'page' : undefined}
            activeProps={{}}
          >
            <Icon name={entry.icon} size={20} />
            <span>{say(entry.word)}</span>
            {count !== undefined && (
              <span className="n">
                <span aria-hidden="true">{count}</span>
                <span className="sr">{words.waiting(count)}</span>
              </span>
            )}
          </Link>
        )
      })}
    </nav>
  )
}
