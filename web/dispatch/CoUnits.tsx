import { useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { dispatchWords } from './dispatch-words.ts'
import { type Plan, withCo } from './plan.ts'
import { UnitSearch } from './UnitSearch.tsx'

type Props = {
  orderId: string
  plan: Plan
  onPlan: (plan: Plan) => void
  adding: boolean
  onAdding: (adding: boolean) => void
}

/** Who helps: proposed by the rule, added by search, taken away by one click. */
export function CoUnits({ orderId, plan, onPlan, adding, onAdding }: Props) {
  const words = useWords(dispatchWords)
  return (
    <div className="sec">
      <header>
        <h2>{words.co}</h2>
        <span className="end">
          <Button
            size="sm"
            look="quiet"
            keys="A"
            aria-keyshortcuts="A"
            aria-expanded={adding}
            onClick={() => onAdding(!adding)}
          >
            <Icon name="plus" size={14} />
            {words.coAdd}
          </Button>
        </span>
      </header>
      {plan.co.length === 0 ? (
        <p className="s m3">{words.coNone}</p>
      ) : (
        <ul className="flex wrap">
          {plan.co.map((one) => (
            <li key={one.unit} className="tag counit">
              {one.name}
              <button
                type="button"
                aria-label={words.coRemove(one.name)}
                onClick={() => onPlan({ ...plan, co: plan.co.filter(({ unit }) => unit !== one.unit) })}
              >
                <Icon name="close" size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {adding && (
        <div className="gap">
          <UnitSearch
            orderId={orderId}
            label={words.coSearch}
            autoFocus
            onChoose={(unit) => {
              onPlan(withCo(plan, unit))
              onAdding(false)
            }}
          />
        </div>
      )}
    </div>
  )
}
