import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  createReplyTemplate,
  deleteReplyTemplate,
  listReplyTemplates,
  type ReplyTemplate,
  updateReplyTemplate,
} from '#contract/reply.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { useHasRole } from '../session/use-me.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/Toasts.tsx'
import { useApi } from '../use-api.ts'
import { momentWords } from '../words/time.ts'
import { replyWords } from './reply-words.ts'
import { useAct } from './use-act.ts'

/** The unit's own phrases: one is put into the reply, or the reply as it stands is kept for the next time. */
export function Templates(props: { reply: string; onUse: (text: string) => void; onClose: () => void }) {
  const words = useWords(replyWords)
  const cache = useQueryClient()
  const mayKeep = useHasRole('liaison', 'unit-leader')
  const { data, error, refetch } = useApi(listReplyTemplates, {})
  const { act, busy, no } = useAct()
  const again = (told: string) => {
    toast(told)
    void cache.invalidateQueries({ queryKey: [listReplyTemplates.path] })
  }
  const replace = async (template: ReplyTemplate) => {
    const body = { name: template.name, text: props.reply }
    const sent = await act(updateReplyTemplate, { params: { templateId: template.id }, body })
    if (sent?.ok) again(words.saved)
  }
  const remove = async (template: ReplyTemplate) => {
    const sent = await act(deleteReplyTemplate, { params: { templateId: template.id } })
    if (sent?.ok) again(words.removed)
  }
  const nothing = props.reply.trim() === '' ? words.nothingToSave : null
  return (
    <Dialog title={words.templatesTitle} shape="wide" onClose={props.onClose}>
      {error !== null && <Failed no={error.no} what={words.templatesTitle} again={() => void refetch()} />}
      {data === undefined && error === null && <Loading rows={3} />}
      {data?.templates.length === 0 && <Empty title={words.noTemplates} />}
      <ul className="templates">
        {data?.templates.map((template) => (
          <li key={template.id}>
            <div className="flex">
              <b className="grow cut">{template.name}</b>
              <By template={template} />
            </div>
            <p className="s m2">{template.text}</p>
            <div className="flex">
              <Button size="sm" onClick={() => props.onUse(template.text)}>
                {words.use}
              </Button>
              {mayKeep && (
                <>
                  <Button size="sm" whyNot={nothing} busy={busy} onClick={() => void replace(template)}>
                    {words.update}
                  </Button>
                  <Button size="sm" look="danger" busy={busy} onClick={() => void remove(template)}>
                    {words.remove}
                  </Button>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
      {mayKeep && <Keep reply={props.reply} nothing={nothing} onKept={() => again(words.saved)} />}
      {no !== null && <RefusalNote no={no} />}
    </Dialog>
  )
}

function By({ template }: { template: ReplyTemplate }) {
  const words = useWords(replyWords)
  const language = useLanguage()
  const now = useNow()
  return (
    <span className="xs m3 nw">{words.by(template.changedBy, momentWords(template.changedAt, now, language))}</span>
  )
}

function Keep({ reply, nothing, onKept }: { reply: string; nothing: string | null; onKept: () => void }) {
  const words = useWords(replyWords)
  const [name, setName] = useState('')
  const { act, busy, no } = useAct()
  const why = nothing ?? (name.trim() === '' ? words.noName : null)
  const keep = async () => {
    const sent = await act(createReplyTemplate, { body: { name, text: reply } })
    if (!sent?.ok) return
    setName('')
    onKept()
  }
  return (
    <div className="keep">
      <h3 className="t3">{words.saveAs}</h3>
      <Field label={words.name}>
        {(field) => (
          <div className="row">
            <TextInput {...field} value={name} onChange={setName} maxLength={40} />
            <Button whyNot={why} busy={busy} onClick={() => void keep()}>
              {words.save}
            </Button>
          </div>
        )}
      </Field>
      {why !== null && <WhyNot>{why}</WhyNot>}
      {no !== null && <RefusalNote no={no} />}
    </div>
  )
}
