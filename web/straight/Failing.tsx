import type { replayStraightThrough } from '#contract/straight-through.ts'
import { useSay, useWords } from '../language.ts'
import type { ReplyOf } from '../send.ts'
import { straightWords } from './straight-words.ts'

/** What kept orders at the desk, the most frequent first; "by this alone" is what a looser bound would let go. */
export function Failing({ rows }: { rows: ReplyOf<typeof replayStraightThrough>['failing'] }) {
  const words = useWords(straightWords)
  const say = useSay()
  if (rows.length === 0) return null
  return (
    <table className="tbl">
      <caption className="xs m3">{words.kept}</caption>
      <thead>
        <tr>
          <th scope="col">{words.conditions}</th>
          <th scope="col" className="r">
            {words.keptOrders}
          </th>
          <th scope="col" className="r">
            {words.keptAlone}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ condition, name, orders, alone }) => (
          <tr key={condition}>
            <td>{say(name)}</td>
            <td className="r">{orders}</td>
            <td className="r">{alone}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
