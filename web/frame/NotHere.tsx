import { Link } from '@tanstack/react-router'
import { useWords } from '../language.ts'
import { useMe } from '../session/use-me.ts'
import { StateNote } from '../ui/States.tsx'
import { homeOf } from './rail.ts'
import { Work } from './Work.tsx'

/** An address that leads nowhere. */
export function NotHere() {
  const { roles } = useMe()
  const words = useWords({
    zh: { title: '没有这个页面', why: '地址可能写错了，或者页面换了地方。', home: '回到我的工作台' },
    en: {
      title: 'There is no such page',
      why: 'The address may be mistyped, or the page has moved.',
      home: 'To my desk',
    },
  })
  return (
    <Work>
      <StateNote
        icon="info"
        title={words.title}
        action={
          <Link className="btn sm" to={homeOf(roles)}>
            {words.home}
          </Link>
        }
      >
        {words.why}
      </StateNote>
    </Work>
  )
}
