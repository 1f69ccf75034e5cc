import { useWords } from '../language.ts'
import { Icon } from '../ui/Icon.tsx'
import type { DraftState } from './draft-keeper.ts'

const wordsOf = {
  zh: {
    changed: '草稿未存（正在写）',
    saved: '草稿已存',
    offline: '草稿未存（没网，已留在本机）',
    session: '草稿未存（登录已过期，已留在本机）',
    'too-long': '草稿未存（内容太长，已留在本机）',
    refused: '草稿未存（服务器没收下，已留在本机）',
  },
  en: {
    changed: 'Not saved yet',
    saved: 'Saved',
    offline: 'Not saved (offline; kept here)',
    session: 'Not saved (logged out; kept here)',
    'too-long': 'Not saved (too long; kept here)',
    refused: 'Not saved (refused; kept here)',
  },
}

/** 草稿已存, or not and why; said to the screen reader only when something is wrong. */
export function DraftNote({ state }: { state: DraftState }) {
  const words = useWords(wordsOf)
  if (state.kind === 'empty') return <span className="xs m3 nw" />
  const kept = state.kind === 'kept'
  return (
    <span
      className={`xs nw ${kept ? 'c-amber' : 'm3'}`}
      role={kept ? 'status' : undefined}
      title={kept ? words[state.why] : undefined}
    >
      {state.kind === 'saved' && <Icon name="check" size={14} />}
      {kept && <Icon name="info" size={14} />} {kept ? words[state.why] : words[state.kind]}
    </span>
  )
}
