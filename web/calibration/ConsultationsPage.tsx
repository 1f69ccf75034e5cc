import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { giveCalibrationOpinion, listConsultations } from '#contract/calibration.ts'
import { getWaiting, listNotices } from '#contract/waiting.ts'
import { Work } from '../frame/Work.tsx'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { type No, type ReplyOf, send } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { Tag } from '../ui/Tag.tsx'
import { toast } from '../ui/Toasts.tsx'
import { WordsDialog } from '../ui/WordsDialog.tsx'
import { useApi } from '../use-api.ts'
import { momentWords } from '../words/time.ts'
import { proposalKindNames } from './calibration-words.ts'
import { consultationWords } from './consultation-words.ts'
import { ProposalEvidence } from './ProposalEvidence.tsx'
import './calibration.css'

type Listed = ReplyOf<typeof listConsultations>

function Asked({ one, mine }: { one: Listed['proposals'][number]; mine: Listed['mine'][number] | undefined }) {
  const words = useWords(consultationWords)
  const say = useSay()
  const cache = useQueryClient()
  const [objecting, setObjecting] = useState(false)
  const [no, setNo] = useState<No | null>(null)
  const [busy, setBusy] = useState(false)
  const give = async (agrees: boolean, opinion: string) => {
    setBusy(true)
    setNo(null)
    const sent = await send(giveCalibrationOpinion, { params: { proposal: one.proposal }, body: { agrees, opinion } })
    setBusy(false)
    for (const { path } of [listConsultations, getWaiting, listNotices])
      await cache.invalidateQueries({ queryKey: [path] })
    if (!sent.ok) return setNo(sent.no)
    setObjecting(false)
    toast(words.done)
  }
  return (
    <li className="calibration-proposal">
      <header className="flex wrap">
        <Tag>{say(proposalKindNames[one.kind])}</Tag>
        <h2 className="grow">{say(one.title)}</h2>
        {mine !== undefined && <Tag tone={mine.agrees ? 'g' : 'a'}>{mine.agrees ? words.agreed : words.objected}</Tag>}
      </header>
      <ProposalEvidence {...one} />
      {mine !== undefined && (
        <p className="s m2">
          {mine.opinion} {words.again}
        </p>
      )}
      <div className="flex wrap">
        <Button busy={busy} onClick={() => void give(true, '')}>
          {words.agree}
        </Button>
        <Button onClick={() => setObjecting(true)}>{words.object}</Button>
      </div>
      {no !== null && !objecting && <RefusalNote no={no} />}
      {objecting && (
        <WordsDialog
          title={words.objectTitle}
          label={words.reason}
          ways={[{ label: words.object, act: (said) => void give(false, said) }]}
          max={500}
          busy={busy}
          no={no}
          onClose={() => setObjecting(false)}
        />
      )}
    </li>
  )
}

/** 征求意见: what the hotline means to change that concerns the caller’s unit, and the unit’s word on it. */
export function ConsultationsPage() {
  const words = useWords(consultationWords)
  const language = useLanguage()
  const now = useNow()
  const { data, error, refetch } = useApi(listConsultations, {})
  return (
    <Work layout="consultations" label={words.title}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a column that scrolls must be reachable by keyboard */}
      <section className="col fill" tabIndex={0} aria-label={words.title}>
        {error !== null && <Failed no={error.no} what={words.title} again={() => void refetch()} />}
        {data === undefined && error === null && <Loading />}
        {data !== undefined && data.proposals.length === 0 && <Empty title={words.none}>{words.noneWhy}</Empty>}
        {data !== undefined && data.proposals.length > 0 && (
          <>
            <div className="sec">
              <h1 className="t1">{words.title}</h1>
              <p className="s m2">
                {words.told} {data.until !== null && words.until(momentWords(data.until, now, language))}
              </p>
            </div>
            <ul className="calibration-proposals">
              {data.proposals.map((one) => (
                <Asked
                  key={one.proposal}
                  one={one}
                  mine={data.mine.find(({ proposal }) => proposal === one.proposal)}
                />
              ))}
            </ul>
          </>
        )}
      </section>
    </Work>
  )
}
