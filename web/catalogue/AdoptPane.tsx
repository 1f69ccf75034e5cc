import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import {
  adoptCityVersion,
  type CityPreview,
  previewCityVersion,
  saveCityDraft,
  type VersionView,
} from '#contract/city-versions.ts'
import { keyOf } from '#domain/city/row-changes.ts'
import { Changes } from '../admin/Changes.tsx'
import type { Names } from '../admin/cell-words.ts'
import { Effect } from '../admin/Effect.tsx'
import { Steps } from '../admin/Steps.tsx'
import { type PartState, useVersion } from '../admin/use-part.ts'
import { useWords } from '../language.ts'
import { type No, send } from '../send.ts'
import { useMay } from '../session/use-may.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/Toasts.tsx'
import { type Refused, replyOf } from '../use-api.ts'
import { adoptWords } from './adopt-words.ts'
import type { Go } from './catalogue-search.ts'
import { FaultList, orderedFaults } from './FaultList.tsx'
import { freshSearch } from './fresh-search.ts'
import { type RuleCheck, tally, useChecked } from './use-rule-check.ts'
import { useSayCell } from './use-rule-names.ts'

type Props = {
  state: PartState
  names: Names
  draft: VersionView
  go: Go
  back: string
  onBack: () => void
  onDone: () => void
}

/** A kept draft's effect; its revision stands in the key, since the draft goes on changing under its id. */
const usePreview = ({ id, version }: VersionView) =>
  useQuery<CityPreview, Refused>({
    queryKey: [previewCityVersion.path, 'rules', id, version],
    queryFn: ({ signal }) => replyOf(previewCityVersion, { body: { part: 'rules', id } }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

function Checks({ check, children }: { check: RuleCheck; children: ReactNode }) {
  const words = useWords(adoptWords)
  return (
    <section className="sec" aria-label={words.checks}>
      <header>
        <h2>{words.checks}</h2>
      </header>
      <p role="status">
        {check.blocking > 0 ? (
          <b className="c-red">{words.blocking(String(check.blocking))}</b>
        ) : (
          <span>{words.clean}</span>
        )}
        {check.warnings > 0 && <span className="m3"> · {words.warnings(String(check.warnings))}</span>}
      </p>
      {children}
    </section>
  )
}

function useDeed(props: Props, note: string) {
  const words = useWords(adoptWords)
  const { state, draft, onDone } = props
  const [no, setNo] = useState<No | null>(null)
  const [busy, setBusy] = useState(false)
  const adopt = async () => {
    setBusy(true)
    const sent = await send(adoptCityVersion, { params: { part: 'rules', id: draft.id }, body: { note } })
    setBusy(false)
    if (!sent.ok) {
      setNo(sent.no)
      await state.refresh()
      return
    }
    toast(words.adopted(String(sent.reply.number)))
    await state.refresh()
    onDone()
  }
  const submit = async () => {
    setBusy(true)
    const body = { base: draft.base, rows: state.rows, note }
    const sent = await send(saveCityDraft, { params: { part: 'rules' }, body }, { version: draft.version })
    setBusy(false)
    setNo(sent.ok ? null : sent.no)
    if (sent.ok) toast(words.submitted)
    await state.refresh()
  }
  return { no, busy, adopt, submit }
}

/** Checks, changes, which orders would move; then the one button: adopting for those who may, handing in for those who draft. */
export function AdoptPane(props: Props) {
  const { state, names, draft, go, back, onBack } = props
  const words = useWords(adoptWords)
  const mayAdopt = useMay('adoptCityVersion')
  const sayCell = useSayCell(names)
  const [note, setNote] = useState(draft.note)
  const preview = usePreview(draft)
  const checked = useChecked(draft.id, draft.version)
  const theirs = useVersion('rules', draft.mine ? undefined : draft.id)
  const rows = draft.mine ? state.rows : (theirs.data?.content ?? [])
  const deed = useDeed(props, note.trim())
  if (preview.error !== null)
    return <Failed no={preview.error.no} what={words.title} again={() => void preview.refetch()} />
  if (preview.data === undefined || checked.data === undefined) return <Loading />
  const check = tally(checked.data, rows)
  const { changes, effect, obstacles } = preview.data
  const changed = changes.added.length + changes.removed.length + changes.changed.length > 0 || changes.reordered
  const whyNot = () => {
    if (!changed) return words.nothing
    if (draft.base !== state.inForce.id) return draft.mine ? words.stale : words.staleOther
    if (check.blocking > 0) return words.faulty
    if (obstacles.length > 0) return words.blocked
    return note.trim().length < 2 ? words.reasonMissing : null
  }
  const reason = whyNot()
  const known = new Map([...state.inForceRows, ...rows].map((row) => [keyOf('rules', row), row]))
  /** A rule is called by its matter; its basis is a paragraph. */
  const called = (key: string) => {
    const row = known.get(key)
    return row === undefined ? key : sayCell(row, 'category') || words.every
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling page must be reachable by keyboard */}
      <section className="fill" aria-label={words.title} tabIndex={0}>
        <Checks check={check}>
          {(check.faults?.length ?? 0) > 0 && (
            <FaultList
              faults={orderedFaults(check.faults ?? [])}
              rows={rows}
              sayCell={sayCell}
              onOpen={(row) => go({ view: undefined, draft: undefined, row })}
              onFill={(fresh) => go({ view: undefined, draft: undefined, row: '+', ...freshSearch(fresh) })}
            />
          )}
        </Checks>
        <section className="sec" aria-label={words.changes}>
          <header>
            <h2>{words.changes}</h2>
          </header>
          <Changes part="rules" changes={changes} names={names} called={called} />
        </section>
        {effect !== null && changed && (
          <section className="sec" aria-label={words.means}>
            <header>
              <h2>{words.means}</h2>
            </header>
            <Effect effect={effect} />
          </section>
        )}
      </section>
      <div className="bar admin-adopt">
        <Steps at={2} />
        <Button onClick={onBack}>{back}</Button>
        <div className="grow narrow">
          <Field label={words.reason} required>
            {(field) => (
              <TextInput {...field} value={note} maxLength={200} placeholder={words.reasonHelp} onChange={setNote} />
            )}
          </Field>
        </div>
        {mayAdopt ? (
          <Button look="go" size="lg" whyNot={reason} busy={deed.busy} onClick={() => void deed.adopt()}>
            {words.adopt}
          </Button>
        ) : (
          <Button look="go" size="lg" whyNot={reason} busy={deed.busy} onClick={() => void deed.submit()}>
            {words.submit}
          </Button>
        )}
        <WhyNot>{reason ?? (mayAdopt ? '' : words.submitTold)}</WhyNot>
        {deed.no !== null && <RefusalNote no={deed.no} />}
      </div>
    </>
  )
}
