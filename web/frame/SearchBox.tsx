import { useNavigate } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import { search } from '#contract/search.ts'
import { useSay, useWords } from '../language.ts'
import { addressFor } from '../search/search-address.ts'
import { useMe } from '../session/use-me.ts'
import { Icon } from '../ui/Icon.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { restFocus } from '../ui/rest-focus.ts'
import { useApi } from '../use-api.ts'
import { palette } from './commands.ts'
import { railFor } from './rail.ts'
import { recentSearches, rememberSearch } from './recent-searches.ts'
import { SearchHits } from './SearchHits.tsx'
import './search.css'
import { type Hit, hitsOf, recentHits, type Target } from './search-hits.ts'
import { searchWords } from './search-words.ts'
import { useLateKeys } from './use-late-keys.ts'

/** Typing pauses before the server is asked; Enter does not wait for it. */
const PAUSE_MS = 180

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}

function useHits(typed: string) {
  const { roles } = useMe()
  const say = useSay()
  const q = usePaused(typed)
  const asked = useApi(search, { body: { q } }, { enabled: q.length > 1, staleTime: 5000, keep: true })
  const pages = railFor(roles).flatMap((entry) => entry.pages.map((page) => ({ ...page, said: say(page.name) })))
  const settled = q === typed && !asked.isFetching
  const finds = typed.length > 1 && q === typed ? asked.data : undefined
  const hits = typed === '' ? recentHits(recentSearches()) : hitsOf(typed, finds, pages)
  return { hits, settled, failed: asked.isError, withheld: finds?.withheld.includes('phone') === true }
}

/** One box for everything: a number opens its order, words lead to the list, names to what belongs to them. */
export function SearchBox() {
  const words = useWords(searchWords)
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  /** where the hand was before, for Escape */
  const before = useRef<Element | null>(null)
  const id = useId()
  const typed = text.trim()
  const { hits, settled, failed, withheld } = useHits(typed)
  const active = hits[Math.min(at, hits.length - 1)]
  const shown = open && (hits.length > 0 || typed.length > 1)
  const focus = () => {
    input.current?.focus()
    input.current?.select()
  }
  useLateKeys({ 'Ctrl+K': focus, '/': focus, 'Ctrl+Shift+P': () => palette.set(true) })

  const type = (value: string) => {
    setAt(0)
    if (value.startsWith('>')) {
      setText('')
      setOpen(false)
      palette.set(true)
      return
    }
    setText(value)
    setOpen(true)
  }
  const goTo = (target: Target) => {
    switch (target.kind) {
      case 'again':
        return type(target.text)
      case 'order':
        return void navigate({ to: '/orders/$orderId', params: { orderId: target.id } })
      case 'list':
        return void navigate({ to: '/orders', search: target.search })
      case 'search':
        return void navigate({ to: '/search' as string, search: addressFor(target.q, {}) as never })
      case 'page':
        return void navigate({ to: target.to })
    }
  }
  const choose = (hit: Hit | undefined) => {
    if (hit === undefined) return
    if (hit.target.kind !== 'again') {
      rememberSearch(typed)
      setText('')
      setOpen(false)
      restFocus()
    }
    goTo(hit.target)
  }
  const press = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined) {
      event.preventDefault()
      setOpen(true)
      setAt((Math.min(at, hits.length - 1) + by + hits.length) % Math.max(1, hits.length))
    } else if (event.key === 'Enter' && shown) {
      event.preventDefault()
      choose(active)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (shown) setOpen(false)
      else if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus()
      else restFocus()
    }
  }
  return (
    <search className="find" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}>
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        aria-label={words.label}
        aria-keyshortcuts="Control+K /"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={shown ? id : undefined}
        aria-activedescendant={shown && active !== undefined ? `${id}-${active.key}` : undefined}
        placeholder={words.placeholder}
        value={text}
        onFocus={({ relatedTarget }) => {
          before.current = relatedTarget
          setOpen(true)
        }}
        onClick={() => setOpen(true)}
        onKeyDown={press}
        onChange={(event) => type(event.target.value)}
      />
      <Kbd>Ctrl K</Kbd>
      {shown && (
        <div className="options">
          <SearchHits id={id} hits={hits} active={active} onChoose={choose} />
          <div className="note-line" role="status">
            {withheld && <p>{words.withheld}</p>}
            {failed
              ? words.failed
              : settled
                ? hits.length === 0 && !withheld
                  ? words.nothing
                  : words.commands
                : words.searching}
          </div>
        </div>
      )}
    </search>
  )
}
