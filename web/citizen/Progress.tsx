import type { ReactNode } from 'react'
import { type Language, useLanguage } from '../language.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { momentWords, spanWords } from '../words/time.ts'
import { useCitizenWords } from './use-citizen-words.ts'
import type { View } from './use-progress.ts'

/** Number, what it is about, until when and by whom. */
export function Head({ view, now }: { view: View; now: number }) {
  const words = useCitizenWords()
  const language = useLanguage()
  return (
    <section>
      <p className="flex wrap">
        <span className="tag b">{language === 'zh' ? view.stage : view.stageEn}</span>
        <span className="hint num">{view.no}</span>
      </p>
      <h1 lang="zh-CN">{view.title}</h1>
      {view.expectedBy !== null && <Promised by={view.expectedBy} units={view.units} now={now} />}
      {view.told !== null && (
        <>
          <h2 className="apart">{words.told}</h2>
          <p className="q" lang="zh-CN">
            {view.told}
          </p>
        </>
      )}
    </section>
  )
}

function Promised({ by, units, now }: { by: string; units: readonly string[]; now: number }) {
  const words = useCitizenWords()
  const language = useLanguage()
  const left = Date.parse(by) - now
  const moment = momentWords(by, now, language)
  const span = spanWords(left, language)
  const [before, after] = left < 0 ? words.byLate : words.by
  return (
    <div className="promise">
      {before}
      <b>{moment}</b>
      {after}
      <br />
      <span className="hint">
        {left < 0 ? words.late(span) : words.left(span)}
        {units.length > 0 && ` · ${words.unit(units.join('、'))}`}
      </span>
    </div>
  )
}

/** What a step is about, by its Chinese words, which are the contract's own. */
const SIGNS: readonly (readonly [string, IconName])[] = [
  ['联系', 'phone'],
  ['答复', 'say'],
  ['派单', 'dispatch'],
  ['补充', 'edit'],
  ['催办', 'bell'],
  ['重办', 'back'],
  ['合并', 'merge'],
]
const signOf = (zh: string): IconName => SIGNS.find(([part]) => zh.includes(part))?.[1] ?? 'check'

type StepProps = { at: ReactNode; sign: IconName; tone: '' | 'say'; next?: boolean; children: ReactNode }
const Step = ({ at, sign, tone, next, children }: StepProps) => (
  <li className={next === true ? 'next' : undefined}>
    <span className="pt">
      <span className={tone}>
        <Icon name={sign} size={12} />
      </span>
    </span>
    <div className="wd">
      <span className="at">{at}</span>
      {children}
    </div>
  </li>
)

const wordsIn = (words: { zh: string; en: string }, language: Language): string => words[language]

/** The newest on top, above it the duty that comes next. */
export function Steps({ view, now }: { view: View; now: number }) {
  const words = useCitizenWords()
  const language = useLanguage()
  const steps = view.steps.toReversed()
  const answered = steps.findIndex(({ words: said }) => said.zh === '已答复')
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{words.steps}</h2>
      <ol className="story">
        {view.expectedBy !== null && (
          <Step next sign="say" tone="" at={words.latest(momentWords(view.expectedBy, now, language))}>
            {words.answerYou}
          </Step>
        )}
        {steps.map((step, i) => (
          <Step
            key={`${step.at} ${step.words.zh}`}
            sign={signOf(step.words.zh)}
            tone={i === 0 ? 'say' : ''}
            at={<time dateTime={step.at}>{momentWords(step.at, now, language)}</time>}
          >
            <b>{wordsIn(step.words, language)}</b>
            {i === answered && view.reply !== null && (
              <div className="q" lang="zh-CN">
                {view.reply}
              </div>
            )}
          </Step>
        ))}
      </ol>
      {view.files > 0 && <p className="hint">{words.files(view.files)}</p>}
    </section>
  )
}
