import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { getKnowledge } from '#contract/knowledge.ts'
import { Work } from '../frame/Work.tsx'
import { useWords } from '../language.ts'
import { useMay } from '../session/use-may.ts'
import { StateNote } from '../ui/States.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { useApi } from '../use-api.ts'
import { ItemColumn } from './ItemColumn.tsx'
import { ItemEdit } from './ItemEdit.tsx'
import { ItemView } from './ItemView.tsx'
import { KnowledgeSearch, NEW_ITEM } from './knowledge-search.ts'
import { knowledgeWords } from './knowledge-words.ts'
import './knowledge.css'

/** 知识库: what a seat answers from; everybody reads, keepers write. */
export function KnowledgePage() {
  const words = useWords(knowledgeWords)
  const search = KnowledgeSearch.parse(useSearch({ strict: false }))
  const navigate = useNavigate()
  const find = useRef<HTMLInputElement>(null)
  const keeps = useMay('changeKnowledge')
  const go = (to: Partial<KnowledgeSearch>) =>
    void navigate({ to: '/knowledge' as string, search: { ...search, edit: undefined, ...to } as never })
  const step = (by: 1 | -1) => {
    const rows = [...document.querySelectorAll<HTMLElement>('.itemcolumn [data-row]')]
    const here = rows.findIndex((row) => row.getAttribute('aria-current') === 'true')
    const next = rows[here + by]
    next?.click()
    next?.scrollIntoView({ block: 'nearest' })
  }
  useKeys({ j: () => step(1), k: () => step(-1), f: () => find.current?.focus() })
  const { item, edit } = search
  return (
    <Work layout={item === undefined ? 'knowledge' : 'knowledge at-item'} label={words.page}>
      <ItemColumn
        search={search}
        keeps={keeps}
        findRef={find}
        onAdd={() => go({ item: NEW_ITEM, edit: 'yes' })}
        onState={(state) => go({ state })}
      />
      {item === undefined ? (
        <section className="col none" aria-label={words.what}>
          <StateNote icon="book" title={words.open}>
            {words.openWhy}
          </StateNote>
        </section>
      ) : item === NEW_ITEM && keeps ? (
        <ItemEdit key={NEW_ITEM} item={null} onDone={(id) => go({ item: id })} onBack={() => go({ item: undefined })} />
      ) : edit === 'yes' && keeps ? (
        <EditKnown key={item} id={item} onDone={() => go({})} />
      ) : (
        <ItemView key={item} id={item} onEdit={() => go({ edit: 'yes' })} onBack={() => go({ item: undefined })} />
      )}
    </Work>
  )
}

/** Written from what stands there when it is opened; what changes meanwhile is told when it is saved. */
function EditKnown({ id, onDone }: { id: string; onDone: () => void }) {
  const words = useWords(knowledgeWords)
  const asked = useApi(getKnowledge, { params: { itemId: id } } as never, { staleTime: Number.POSITIVE_INFINITY })
  return asked.data === undefined ? (
    <section className="col none" aria-label={words.what} />
  ) : (
    <ItemEdit item={asked.data} onDone={onDone} onBack={onDone} />
  )
}
