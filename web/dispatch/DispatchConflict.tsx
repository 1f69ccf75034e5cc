import type { OrderView } from '#contract/views.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Conflict } from '../ui/Conflict.tsx'
import { momentWords } from '../words/time.ts'
import { differencesOf, type RequestPart } from './differences.ts'
import { dispatchWords } from './dispatch-words.ts'
import { mayDispatch, type Plan } from './plan.ts'
import type { Clash } from './use-dispatch.ts'

type Props = {
  seen: OrderView
  clash: Clash
  plan: Plan
  onKeep: (fresh: OrderView, parts: readonly RequestPart[]) => void
  onTheirs: (fresh: OrderView) => void
}

/** Two people on one order: what is there now, beside what one saw and was about to do. */
export function DispatchConflict({ seen, clash, plan, onKeep, onTheirs }: Props) {
  const words = useWords(dispatchWords)
  const language = useLanguage()
  const now = useNow()
  const open = mayDispatch(clash.fresh.state)
  const differences = differencesOf(seen, clash.fresh, plan, words, language)
  return (
    <Conflict
      who={clash.who}
      when={momentWords(clash.at, now, language)}
      differences={differences.map((one) => ({ ...one, propose: 'theirs' as const }))}
      whyNot={open ? null : words.conflictGone}
      onSave={(chosen) =>
        onKeep(
          clash.fresh,
          differences.map(({ field }) => field as RequestPart).filter((part) => chosen[part] === 'mine'),
        )
      }
      onTakeTheirs={() => onTheirs(clash.fresh)}
      onClose={() => onTheirs(clash.fresh)}
    />
  )
}
