import { useNavigate, useSearch } from '@tanstack/react-router'
import { claimOrder } from '#contract/desk.ts'
import { NothingOpen } from '../desk/NothingOpen.tsx'
import { nextOf } from '../desk/standing.ts'
import { TopSlot } from '../frame/top-slot.tsx'
import { Work } from '../frame/Work.tsx'
import { useWords } from '../language.ts'
import { send } from '../send.ts'
import { KeyHelp } from '../ui/KeyHelp.tsx'
import { toast } from '../ui/Toasts.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { CallbackColumn } from './CallbackColumn.tsx'
import { CallbackSearch } from './callback-search.ts'
import { callbackWords } from './callback-words.ts'
import { OpenCallback } from './OpenCallback.tsx'
import { useCallbacks } from './use-callbacks.ts'
import './callback.css'

function Keys() {
  const { keys } = useWords(callbackWords)
  const shown = [
    { keys: ['J', 'K'], does: keys.move },
    { keys: ['0–5'], does: keys.digits },
  ]
  const rest = [
    { keys: ['T'], does: keys.phone },
    { keys: ['⌫'], does: keys.back },
    { keys: ['Ctrl', '⏎'], does: keys.send },
    { keys: ['C'], does: keys.claim },
    { keys: ['R'], does: keys.show },
  ]
  return <KeyHelp shown={shown} all={[...shown, ...rest]} />
}

/** The citizen has the last word: who is to be called, what they were answered, and what they say to it. */
export function CallbackPage() {
  const words = useWords(callbackWords)
  const { tab, order: open = null } = CallbackSearch.parse(useSearch({ strict: false }))
  const navigate = useNavigate()
  const list = useCallbacks(tab)
  const go = (to: Partial<CallbackSearch>) =>
    void navigate({ to: '/callback' as string, search: { tab, order: open ?? undefined, ...to } as never })
  const step = (by: 1 | -1) => {
    const at = list.rows.findIndex(({ row }) => row.id === open)
    const next = list.rows[at < 0 ? (by === 1 ? 0 : list.rows.length - 1) : at + by]
    if (next !== undefined) go({ order: next.row.id })
  }
  const done = (id: string, said: string, held: boolean) => {
    const next = nextOf(list.rows, id)
    toast(said)
    list.drop(id)
    list.refresh()
    if (held && next !== null && next.claim === null) void send(claimOrder, { params: { orderId: next.id } })
    go({ order: next?.id ?? undefined })
  }
  useKeys({ j: () => step(1), k: () => step(-1), r: list.show, Escape: () => go({ order: undefined }) })
  const { tabs, done: settled } = list.data ?? {}
  return (
    <Work layout={open === null ? 'callback' : 'callback at-order'} marked label={words.page}>
      {tabs !== undefined && <TopSlot>{words.top(String(tabs.due), String(tabs.later), String(settled ?? 0))}</TopSlot>}
      <CallbackColumn
        tab={tab}
        onTab={(to) => go({ tab: to, order: undefined })}
        list={list}
        open={open}
        onOpen={(id) => go({ order: id })}
        foot={<Keys />}
      />
      {open === null ? (
        <NothingOpen label={words.order} icon="rate" title={words.open}>
          {words.openWhy}
        </NothingOpen>
      ) : (
        <OpenCallback
          key={open}
          id={open}
          row={list.rows.find(({ row }) => row.id === open)?.row}
          policy={list.data?.policy}
          onBack={() => go({ order: undefined })}
          onDone={done}
        />
      )}
    </Work>
  )
}
