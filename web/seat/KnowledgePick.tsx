import { useState } from 'react'
import { getKnowledge } from '#contract/knowledge.ts'
import { searchAll } from '#contract/search-all.ts'
import { useWords } from '../language.ts'
import { Marked } from '../search/Marked.tsx'
import { Combobox, type Option } from '../ui/Combobox.tsx'
import { Field } from '../ui/Field.tsx'
import { replyOf, useApi } from '../use-api.ts'
import { useDebounced } from './use-debounced.ts'

const wordsOf = {
  zh: {
    knowledge: '知识库',
    hint: '搜知识库，选一条写进答复',
    nothing: '知识库里没有',
    failed: '没能打开这一条，再选一次',
  },
  en: {
    knowledge: 'Knowledge',
    hint: 'Search the knowledge base; a choice goes into the answer',
    nothing: 'Not in the knowledge base',
    failed: 'It did not open; choose again',
  },
}

const AT_MOST = 8
const PAUSE_MS = 200
type Taken = { id: string; title: string; content: string }

/** The knowledge base beside an answer that is being given: begins with what the caller asks, takes an item's text over. */
export function KnowledgePick({ ask, onTake }: { ask: string; onTake: (item: Taken) => void }) {
  const words = useWords(wordsOf)
  const [typed, setTyped] = useState('')
  const [failed, setFailed] = useState(false)
  // What the caller asks is looked for at once, so that the right item is often a key away.
  const q = useDebounced((typed.trim() === '' ? ask : typed).trim(), PAUSE_MS).slice(0, 100)
  const found = useApi(
    searchAll,
    { body: { q, kinds: ['knowledge'], filters: {}, asTyped: false, offset: 0, limit: AT_MOST } },
    { enabled: q.length > 1, keep: true },
  )
  const options = (q.length > 1 ? (found.data?.hits ?? []) : []).flatMap((hit): Option<string>[] => {
    if (hit.kind !== 'knowledge') return []
    const title = hit.snippets.find(({ field }) => field === 'title')
    return [
      {
        key: hit.item.id,
        value: hit.item.id,
        label: (
          <>
            <span className="cut">{title === undefined ? hit.item.title : <Marked {...title} />}</span>{' '}
            <span className="m3 xs">{hit.item.categoryName}</span>
          </>
        ),
      },
    ]
  })
  const take = async (itemId: string) => {
    const item = await replyOf(getKnowledge, { params: { itemId } } as never).catch(() => null)
    setFailed(item === null)
    if (item === null) return
    onTake({ id: item.id, title: item.title, content: item.content })
    setTyped('')
  }
  return (
    <Field label={words.knowledge} fault={failed ? words.failed : null}>
      {(field) => (
        <Combobox
          {...field}
          text={typed}
          onText={setTyped}
          placeholder={words.hint}
          options={options}
          onChoose={(id) => void take(id)}
          {...(options.length === 0 && typed.trim().length > 1 && found.isSuccess ? { foot: words.nothing } : {})}
        />
      )}
    </Field>
  )
}
