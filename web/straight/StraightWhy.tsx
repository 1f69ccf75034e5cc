import { straightDecisions } from '#contract/straight-through.ts'
import { useWords } from '../language.ts'
import { useMay } from '../session/use-may.ts'
import { Icon } from '../ui/Icon.tsx'
import { Failed } from '../ui/States.tsx'
import { useApi } from '../use-api.ts'
import { Decision } from './Decisions.tsx'
import { straightWords } from './straight-words.ts'

/** On an order's page: why the platform dispatched it by itself, or why not; nothing where it never decided. */
export function StraightWhy({ orderId }: { orderId: string }) {
  const words = useWords(straightWords)
  const may = useMay('straightDecisions')
  const { data, error, refetch } = useApi(
    straightDecisions,
    { params: { orderId } },
    { enabled: may, staleTime: 60_000 },
  )
  const [last, ...before] = data?.decisions ?? []
  if (error !== null) return <Failed no={error.no} what={words.why} again={() => void refetch()} />
  if (last === undefined) return null
  return (
    <section className="sec">
      <header>
        <Icon name="dispatch" />
        <h2>{last.went ? words.why : words.whyNot}</h2>
      </header>
      <Decision one={last} fold />
      {before.map((one) => (
        <Decision key={one.version} one={one} fold />
      ))}
    </section>
  )
}
