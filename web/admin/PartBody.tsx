import type { ReactNode } from 'react'
import { Failed, Loading } from '../ui/States.tsx'
import type { PartSearch } from './admin-search.ts'
import type { Names } from './cell-words.ts'
import { PreviewPane } from './PreviewPane.tsx'
import { Stale } from './Stale.tsx'
import { isFailure, type PartState, type usePart } from './use-part.ts'

type Props = {
  what: string
  state: ReturnType<typeof usePart>
  names: Names
  search: PartSearch
  go: (more: Partial<PartSearch>) => void
  /** the way back from the preview, in words */
  back: string
  /** how its rows are shown and written */
  children: (state: PartState) => ReactNode
}

/** A table of the city as it is being loaded, as it is written, and what adopting it would do. */
export function PartBody({ what, state, names, search, go, back, children }: Props) {
  if (state !== null && !isFailure(state) && search.view !== 'preview') return children(state)
  return (
    <div className="col">
      {state === null ? (
        <Loading />
      ) : isFailure(state) ? (
        <Failed no={state.error} what={what} again={state.retry} />
      ) : (
        <>
          <Stale state={state} names={names} />
          <PreviewPane
            state={state}
            names={names}
            back={back}
            onBack={() => go({ view: undefined })}
            onDone={() => go({ view: 'versions', row: undefined })}
          />
        </>
      )}
    </div>
  )
}
