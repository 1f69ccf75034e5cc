import type { BulkResult } from '#contract/bulk.ts'
import { useSay, useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { listWords } from './list-words.ts'

/** What became of many at once: how many went through, and of each that did not its number and the reason. */
export function BulkResults(props: {
  results: readonly BulkResult[]
  onPickFailed: (ids: readonly string[]) => void
  onClose: () => void
}) {
  const words = useWords(listWords)
  const say = useSay()
  const failed = props.results.flatMap((result) => (result.ok ? [] : [result]))
  const done = (props.results.length - failed.length).toLocaleString()
  return (
    <section className="bulkcard" role="status">
      <header className="head">
        <h2>{failed.length === 0 ? words.allDone(done) : words.results(done, failed.length.toLocaleString())}</h2>
        <span className="end flex">
          {failed.length > 0 && (
            <Button size="sm" onClick={() => props.onPickFailed(failed.map(({ id }) => id))}>
              {words.onlyFailed(failed.length.toLocaleString())}
            </Button>
          )}
          <Button size="sm" onClick={props.onClose}>
            {words.close}
          </Button>
        </span>
      </header>
      {failed.length > 0 && (
        <div className="bulkrows">
          <table className="tbl">
            <thead>
              <tr>
                <th scope="col">{words.number}</th>
                <th scope="col">{words.reason}</th>
              </tr>
            </thead>
            <tbody>
              {failed.map((one) => (
                <tr key={one.id}>
                  <td>{one.no === null ? <span className="m3">{words.unknownNo}</span> : <OrderNo no={one.no} />}</td>
                  <td>{say(one.words)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
