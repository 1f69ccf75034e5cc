import { useState } from 'react'
import type { SavedView } from '#contract/saved-views.ts'
import { useWords } from '../language.ts'
import type { No } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Menu } from '../ui/Menu.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { toast } from '../ui/Toasts.tsx'
import { type Column, inOrder } from './columns.ts'
import { type ListSearch, sameList } from './list-search.ts'
import { listWords } from './list-words.ts'
import { searchOfView, useViews } from './use-views.ts'
import { ViewDialog } from './ViewDialog.tsx'
import { viewWords } from './view-words.ts'

type Props = {
  search: ListSearch
  columns: readonly Column[]
  panel: string
  onGo: (search: ListSearch) => void
  onColumns: (columns: readonly Column[]) => void
}

const BUILT_IN = {
  all: {},
  open: { open: 'yes' },
  overdue: { overdue: 'yes', sort: 'due' },
} as const satisfies Record<string, ListSearch>

/** Saved lists as tabs: three that everybody has, one's own, and those the unit shares. */
export function ViewTabs({ search, columns, panel, onGo, onColumns }: Props) {
  const words = useWords(viewWords)
  const names = useWords(listWords)
  const kept = useViews()
  const [dialog, setDialog] = useState<'save' | 'change' | 'drop' | null>(null)
  const [no, setNo] = useState<No | null>(null)
  const chosen = kept.views.find((view) => view.id === search.view)
  const builtIn = Object.entries(BUILT_IN).find(([, list]) => sameList(search, list))?.[0]
  const active = chosen?.id ?? builtIn ?? 'now'
  const differs =
    chosen !== undefined &&
    (!sameList(search, searchOfView(chosen)) || (chosen.columns !== null && chosen.columns.join() !== columns.join()))
  const tabs = [
    { value: 'all', label: names.all },
    { value: 'open', label: names.openOnes },
    { value: 'overdue', label: names.overdueOnes },
    ...kept.views.map((view) => ({
      value: view.id,
      label: view.name,
      ...(view.mine ? {} : { title: words.sharedBy(view.owner) }),
    })),
    ...(active === 'now' ? [{ value: 'now', label: words.now }] : []),
  ]
  const go = (value: string) => {
    const view = kept.views.find((one) => one.id === value)
    if (view?.columns) onColumns(inOrder(view.columns))
    if (view !== undefined) onGo(searchOfView(view))
    else if (value in BUILT_IN) onGo({ ...BUILT_IN[value as keyof typeof BUILT_IN] })
  }
  const refresh = async (view: SavedView) => {
    const sent = await kept.change(view, { search, columns: [...columns] })
    if (sent.ok) toast(words.updated(view.name))
    else setNo(sent.no)
  }
  return (
    <>
      <div className="viewline">
        <Tabs label={words.views} value={active} tabs={tabs} panel={panel} onChange={go} />
        <span className="end flex">
          {differs && chosen.mine && (
            <Button size="sm" onClick={() => void refresh(chosen)}>
              {words.update}
            </Button>
          )}
          {(active === 'now' || differs) && (
            <Button size="sm" onClick={() => setDialog('save')}>
              {words.save}
            </Button>
          )}
          {chosen?.mine && <ViewMenu view={chosen} all={kept.views} kept={kept} onDialog={setDialog} onNo={setNo} />}
        </span>
      </div>
      {no !== null && <RefusalNote no={no} />}
      {dialog === 'save' && (
        <ViewDialog
          title={words.title}
          onClose={() => setDialog(null)}
          onStore={async (name, shared, key) => {
            const sent = await kept.create(search, { name, shared, columns: [...columns] }, key)
            if (!sent.ok) return sent.no
            toast(words.saved(name))
            setDialog(null)
            onGo({ ...search, view: sent.reply.id })
            return null
          }}
        />
      )}
      {dialog === 'change' && chosen !== undefined && (
        <ViewDialog
          title={words.changeTitle}
          first={chosen}
          onClose={() => setDialog(null)}
          onStore={async (name, shared) => {
            const sent = await kept.change(chosen, { name, shared })
            if (sent.ok) setDialog(null)
            return sent.ok ? null : sent.no
          }}
        />
      )}
      {dialog === 'drop' && chosen !== undefined && (
        <Dialog
          title={words.drop}
          onClose={() => setDialog(null)}
          foot={
            <>
              <Button
                look="danger"
                onClick={async () => {
                  const sent = await kept.drop(chosen)
                  setDialog(null)
                  if (!sent.ok) return setNo(sent.no)
                  toast(words.dropped(chosen.name))
                  onGo({})
                }}
              >
                {words.drop}
              </Button>
              <Button onClick={() => setDialog(null)}>{words.keep}</Button>
            </>
          }
        >
          <p>{words.dropSure(chosen.name)}</p>
        </Dialog>
      )}
    </>
  )
}

function ViewMenu(props: {
  view: SavedView
  all: readonly SavedView[]
  kept: ReturnType<typeof useViews>
  onDialog: (which: 'change' | 'drop') => void
  onNo: (no: No) => void
}) {
  const words = useWords(viewWords)
  const mine = props.all.filter((view) => view.mine)
  const at = mine.findIndex((view) => view.id === props.view.id)
  /** Two neighbours change places: both get the other's position. */
  const swap = async (by: 1 | -1) => {
    const other = mine[at + by]
    if (other === undefined) return
    const same = other.position === props.view.position
    for (const [view, position] of [
      [props.view, same ? other.position + by : other.position],
      [other, props.view.position],
    ] as const) {
      const sent = await props.kept.change(view, { position: Math.max(0, position) })
      if (!sent.ok) return props.onNo(sent.no)
    }
  }
  return (
    <Menu
      label={words.more}
      buttonClass="btn sm"
      button={<Icon name="more" size={14} />}
      items={[
        { key: 'change', label: words.rename, onChoose: () => props.onDialog('change') },
        ...(at > 0 ? [{ key: 'left', label: words.left, onChoose: () => void swap(-1) }] : []),
        ...(at < mine.length - 1 ? [{ key: 'right', label: words.right, onChoose: () => void swap(1) }] : []),
        { key: 'drop', label: words.drop, onChoose: () => props.onDialog('drop') },
      ]}
    />
  )
}
