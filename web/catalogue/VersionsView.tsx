import type { Names } from '../admin/cell-words.ts'
import type { PartState } from '../admin/use-part.ts'
import { VersionsPane } from '../admin/VersionsPane.tsx'
import type { CatalogueSearch, Go } from './catalogue-search.ts'
import { useMayDraft } from './use-may-draft.ts'

type Props = { state: PartState; names: Names; search: CatalogueSearch; go: Go }

/** Who changed what, when and why; any two side by side; whoever drafts may take an older one up again. */
export function VersionsView({ state, names, search, go }: Props) {
  const mayDraft = useMayDraft()
  return (
    <VersionsPane state={state} names={names} search={{ a: search.a, b: search.b }} go={go} mayRestore={mayDraft} />
  )
}
