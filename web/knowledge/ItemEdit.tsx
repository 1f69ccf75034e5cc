import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  changeKnowledge,
  createKnowledge,
  getKnowledge,
  type KnowledgeView,
  listKnowledge,
} from '#contract/knowledge.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { type No, send } from '../send.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Conflict } from '../ui/Conflict.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { toast } from '../ui/Toasts.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { replyOf } from '../use-api.ts'
import { momentWords } from '../words/time.ts'
import { ItemFields } from './ItemFields.tsx'
import { emptyForm, FIELDS, formOf, type ItemForm, lacking, textOf } from './item-form.ts'
import { knowledgeWords } from './knowledge-words.ts'

const SHANGHAI_MS = 8 * 3_600_000

type Props = { item: KnowledgeView | null; onDone: (id: string) => void; onBack: () => void }

/** Writing an item, new or as its next version. Whoever saved in between is shown line by line. */
export function ItemEdit({ item, onDone, onBack }: Props) {
  const words = useWords(knowledgeWords)
  const now = useNow()
  const queries = useQueryClient()
  const [form, setForm] = useState<ItemForm>(() =>
    item === null ? emptyForm(new Date(now + SHANGHAI_MS).toISOString().slice(0, 10)) : formOf(item),
  )
  const [base, setBase] = useState(item)
  const [theirs, setTheirs] = useState<KnowledgeView | null>(null)
  const [no, setNo] = useState<No | null>(null)
  const [busy, setBusy] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const text = textOf(form)
  const missing = lacking(form).map((field) => fieldName(words, field))
  const whyNot = text === null ? words.lacks(missing.join('、') || words.keywordsHelp) : null

  const finish = async (saved: KnowledgeView) => {
    await queries.invalidateQueries({ queryKey: [listKnowledge.path] })
    await queries.invalidateQueries({ queryKey: [getKnowledge.path] })
    toast(words.saved(saved.version))
    onDone(saved.id)
  }
  const save = async (body = text, version = base?.version) => {
    if (body === null || busy) return
    setBusy(true)
    const sent =
      item === null || version === undefined
        ? await send(createKnowledge, { body } as never, { key })
        : await send(changeKnowledge, { params: { itemId: item.id }, body } as never, { version })
    setBusy(false)
    if (sent.ok) return finish(sent.reply)
    if (sent.no.code === 'stale-version' && item !== null)
      setTheirs(await replyOf(getKnowledge, { params: { itemId: item.id } } as never))
    else setNo(sent.no)
  }
  useKeys({ 'Ctrl+Enter': () => void save(), Escape: onBack })
  const merge = (chosen: Record<string, 'theirs' | 'mine'>) => {
    if (theirs === null) return
    const other = formOf(theirs)
    const merged = Object.fromEntries(
      FIELDS.map((field) => [field, (chosen[field] === 'theirs' ? other : form)[field]]),
    )
    setForm(merged as ItemForm)
    setBase(theirs)
    setTheirs(null)
    void save(textOf(merged as ItemForm), theirs.version)
  }
  return (
    <section className="col itemview" aria-label={words.what}>
      <div className="fill scrolls pad">
        <ItemFields form={form} onChange={(part) => setForm({ ...form, ...part })} />
      </div>
      <footer className="bar">
        <Button look="go" keys="Ctrl ⏎" whyNot={whyNot} busy={busy} onClick={() => void save()}>
          {item === null ? words.saveNew : words.save}
        </Button>
        <Button keys="Esc" onClick={onBack}>
          {words.back}
        </Button>
        {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
        {no !== null && <RefusalNote no={no} />}
      </footer>
      {theirs !== null && (
        <ItemConflict
          theirs={theirs}
          form={form}
          base={base}
          onSave={merge}
          onTheirs={() => onDone(theirs.id)}
          onClose={() => setTheirs(null)}
        />
      )}
    </section>
  )
}

type Names = ReturnType<typeof useWords<(typeof knowledgeWords)['zh']>>

const fieldName = (words: Names, field: (typeof FIELDS)[number]): string =>
  ({
    title: words.titleField,
    category: words.category,
    material: words.material,
    ownerUnit: words.owner,
    validFrom: words.validFrom,
    validTo: words.validTo,
    issuer: words.issuer,
    docNo: words.docNo,
    keywords: words.keywords,
    content: words.content,
  })[field]

function ItemConflict(props: {
  theirs: KnowledgeView
  form: ItemForm
  base: KnowledgeView | null
  onSave: (chosen: Record<string, 'theirs' | 'mine'>) => void
  onTheirs: () => void
  onClose: () => void
}) {
  const words = useWords(knowledgeWords)
  const language = useLanguage()
  const now = useNow()
  const theirs = formOf(props.theirs)
  const was = props.base === null ? theirs : formOf(props.base)
  const differing = FIELDS.filter((field) => theirs[field] !== props.form[field])
  return (
    <Conflict
      title={words.conflict}
      who={props.theirs.changedBy}
      when={momentWords(props.theirs.changedAt, now, language)}
      differences={differing.map((field) => ({
        field,
        name: fieldName(words, field),
        theirs: theirs[field] || words.none,
        mine: props.form[field] || words.none,
        propose: props.form[field] === was[field] ? ('theirs' as const) : ('mine' as const),
      }))}
      onSave={props.onSave}
      onTakeTheirs={props.onTheirs}
      onClose={props.onClose}
    />
  )
}
