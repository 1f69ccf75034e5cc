import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type GridWorkerView, listGridWorkers, setGridWorker } from '#contract/grid.ts'
import type { ActiveHours } from '#domain/city/grid-policy.ts'
import { dayNumberAt, dayTextOf } from '#domain/deadline/civil-time.ts'
import { GridPost } from '#domain/grid/grid-part.ts'
import { useAct } from '../handling/use-act.ts'
import { useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Check } from '../ui/Check.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Note, RefusalNote } from '../ui/Note.tsx'
import { Segment } from '../ui/Segment.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/Toasts.tsx'
import { gridPostsWords } from './grid-posts-words.ts'
import { formOf, hoursOf, untilIsOver, untilOf } from './post-form.ts'
import { spanWords } from './standing-of.ts'

type Props = { worker: GridWorkerView; citywide: ActiveHours; onClose: () => void }

/** Main or stand-in, the hours, and whether the worker is there at all. */
export function PostDialog({ worker, citywide, onClose }: Props) {
  const words = useWords(gridPostsWords)
  const cache = useQueryClient()
  // As it stood when it was opened: the list behind is read anew meanwhile, and what is saved must not overwrite unseen.
  const [seen, setSeen] = useState(worker)
  const [form, setForm] = useState(() => formOf(worker, citywide))
  const { act, busy, no } = useAct()
  const change = (more: Partial<typeof form>) => setForm((was) => ({ ...was, ...more }))
  const read = hoursOf(form)
  const unchanged =
    read.ok &&
    form.post === seen.post &&
    form.away === seen.away &&
    untilOf(form) === seen.awayUntil &&
    JSON.stringify(read.hours) === JSON.stringify(seen.hours)
  const fault = read.ok ? null : read.fault === 'same' ? words.same : words.timeFault
  const today = dayTextOf(dayNumberAt(useNow()))
  const over = untilIsOver(form, today) ? words.untilOver : null
  const whyNot = fault ?? over ?? (unchanged ? words.unchanged : null)
  const save = async () => {
    if (!read.ok || whyNot !== null) return
    const body = { post: form.post, hours: read.hours, away: form.away, awayUntil: untilOf(form) }
    const sent = await act(setGridWorker, { params: { staffId: worker.id }, body }, { version: seen.version })
    if (sent?.ok !== true) return
    await cache.invalidateQueries({ queryKey: [listGridWorkers.path] })
    onClose()
    toast(words.done(worker.name))
  }
  const reload = async () => {
    const sent = await act(listGridWorkers, {})
    if (sent?.ok !== true) return
    await cache.invalidateQueries({ queryKey: [listGridWorkers.path] })
    const now = sent.reply.workers.find(({ id }) => id === worker.id)
    if (now === undefined) return onClose()
    setSeen(now)
    setForm(formOf(now, citywide))
  }
  const faultAt = (at: 'from' | 'to') =>
    read.ok || (read.fault !== at && (read.fault !== 'same' || at === 'from')) ? null : fault
  return (
    <Dialog
      title={words.title(worker.name)}
      onClose={onClose}
      foot={
        <>
          <Button look="go" busy={busy} whyNot={whyNot} onClick={() => void save()}>
            {words.save}
          </Button>
          {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
        </>
      }
    >
      <Field label={words.post} group help={words.postsTold[form.post]}>
        {() => (
          <Segment
            label={words.post}
            value={form.post}
            choices={GridPost.options.map((value) => ({ value, label: words.posts[value] }))}
            onChange={(post) => change({ post })}
          />
        )}
      </Field>
      <Field label={words.hours} group>
        {() => (
          <Segment
            label={words.hours}
            value={form.own ? 'own' : 'city'}
            choices={[
              { value: 'city', label: words.ownNot(spanWords(citywide)) },
              { value: 'own', label: words.own },
            ]}
            onChange={(value) => change({ own: value === 'own' })}
          />
        )}
      </Field>
      {form.own && (
        <>
          <Field label={words.from} fault={faultAt('from')} help={words.timeHint}>
            {(field) => (
              <TextInput
                {...field}
                value={form.from}
                inputMode="numeric"
                maxLength={6}
                onChange={(from) => change({ from })}
              />
            )}
          </Field>
          <Field label={words.to} fault={faultAt('to')} help={words.timeHint}>
            {(field) => (
              <TextInput
                {...field}
                value={form.to}
                inputMode="numeric"
                maxLength={6}
                onChange={(to) => change({ to })}
              />
            )}
          </Field>
        </>
      )}
      <Check checked={form.away} onChange={(away) => change({ away })}>
        {words.awayLabel}
      </Check>
      {form.away && (
        <Field label={words.until} fault={over} help={words.untilHint[form.until === '' ? 'open' : 'set']}>
          {(field) => (
            <TextInput {...field} type="date" min={today} value={form.until} onChange={(until) => change({ until })} />
          )}
        </Field>
      )}
      {form.away && worker.inHand > 0 && <Note tone="a">{words.awayHand(worker.inHand)}</Note>}
      {no !== null && (
        <RefusalNote no={no}>
          {no.code === 'stale-version' && (
            <>
              <p>{words.stale}</p>
              <Button size="sm" onClick={() => void reload()}>
                {words.reload}
              </Button>
            </>
          )}
        </RefusalNote>
      )}
    </Dialog>
  )
}
