import { useNavigate } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import { language, useSay, useWords } from '../language.ts'
import { logOutHere } from '../session/log-out.ts'
import { useMe } from '../session/use-me.ts'
import { themeChoice } from '../theme/theme.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { type Command, palette, useCommandsOfPage, usePaletteOpen } from './commands.ts'
import { railFor } from './rail.ts'

const wordsOf = {
  zh: { title: '命令', find: '页面、操作、外观、语言', nothing: '没有这样的命令', list: '可用的命令' },
  en: { title: 'Commands', find: 'Pages, actions, appearance, language', nothing: 'No such command', list: 'Commands' },
}

const GROUP = {
  page: { zh: '去', en: 'Go to' },
  look: { zh: '外观', en: 'Appearance' },
  language: { zh: '语言', en: 'Language' },
  account: { zh: '账号', en: 'Account' },
}

function useCommands(): readonly Command[] {
  const { roles } = useMe()
  const navigate = useNavigate()
  const ofPage = useCommandsOfPage()
  const pages = railFor(roles).flatMap(({ pages: some }) => some)
  return [
    ...ofPage,
    ...pages.map(({ to, name }): Command => ({ key: to, group: GROUP.page, name, act: () => void navigate({ to }) })),
    { key: 'light', group: GROUP.look, name: { zh: '浅色', en: 'Light' }, act: () => themeChoice.set('light') },
    { key: 'dark', group: GROUP.look, name: { zh: '深色', en: 'Dark' }, act: () => themeChoice.set('dark') },
    {
      key: 'system',
      group: GROUP.look,
      name: { zh: '跟随系统', en: 'As the system' },
      act: () => themeChoice.set('system'),
    },
    { key: 'zh', group: GROUP.language, name: { zh: '中文', en: '中文 Chinese' }, act: () => language.set('zh') },
    { key: 'en', group: GROUP.language, name: { zh: 'English 英文', en: 'English' }, act: () => language.set('en') },
    {
      key: 'account',
      group: GROUP.account,
      name: { zh: '账号与登录', en: 'Account and log-ins' },
      act: () => void navigate({ to: '/account' }),
    },
    { key: 'out', group: GROUP.account, name: { zh: '退出登录', en: 'Log out' }, act: () => void logOutHere() },
  ]
}

/** Everything that can be done from here, by typing a part of its name. */
export function Palette() {
  return usePaletteOpen() ? <OpenPalette /> : null
}

function OpenPalette() {
  const words = useWords(wordsOf)
  const say = useSay()
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const typed = text.trim().toLowerCase()
  // Both languages answer: whoever has switched to English by mistake finds the way back.
  const found = useCommands().filter(({ name, group }) =>
    `${name.zh} ${name.en} ${group.zh} ${group.en}`.toLowerCase().includes(typed),
  )
  const active = found[Math.min(at, found.length - 1)]
  const activeKey = active?.key
  useEffect(() => {
    if (activeKey !== undefined)
      list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [activeKey])
  const close = () => palette.set(false)
  const run = (command: Command | undefined) => {
    if (command === undefined) return
    close()
    // After the dialog has given the focus back.
    setTimeout(command.act, 0)
  }
  const press = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined) {
      event.preventDefault()
      setAt((Math.min(at, found.length - 1) + by + found.length) % Math.max(1, found.length))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      run(active)
    }
  }
  return (
    <Dialog title={words.title} onClose={close}>
      <div className="in">
        <input
          ref={input}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-label={words.find}
          aria-autocomplete="list"
          aria-expanded={found.length > 0}
          aria-controls={id}
          aria-activedescendant={active === undefined ? undefined : `${id}-${active.key}`}
          placeholder={words.find}
          value={text}
          onKeyDown={press}
          onChange={(event) => {
            setAt(0)
            setText(event.target.value)
          }}
        />
      </div>
      <div ref={list} id={id} role="listbox" aria-label={words.list} className="options palette">
        {found.map((command) => (
          <div
            key={command.key}
            id={`${id}-${command.key}`}
            role="option"
            tabIndex={-1}
            aria-selected={command.key === activeKey}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => run(command)}
            onKeyDown={undefined}
          >
            <span className="m3 xs groupname">{say(command.group)}</span>
            <span className="grow">{say(command.name)}</span>
            {command.keys !== undefined && <Kbd>{command.keys}</Kbd>}
          </div>
        ))}
      </div>
      <p className="help" role="status">
        {found.length === 0 ? words.nothing : ''}
      </p>
    </Dialog>
  )
}
