import type { Names } from '../admin/cell-words.ts'
import type { PartState } from '../admin/use-part.ts'
import { VersionsPane } from '../admin/VersionsPane.tsx'
import { useWords } from '../language.ts'
import { adoptWords } from './adopt-words.ts'
import type { CatalogueSearch, Go } from './catalogue-search.ts'
import { useMayDraft } from './use-may-draft.ts'
import { useSayCell } from './use-rule-names.ts'

type Props = { state: PartState; names: Names; search: CatalogueSearch; go: Go }

/** Who changed what, when and why; any two side by side; whoever drafts may take an older one up again. */
export function VersionsView({ state, names, search, go }: Props) {
  const mayDraft = useMayDraft()
  const sayCell = useSayCell(names)
  const words = useWords(adoptWords)
  return (
    <VersionsPane
      {...{ state, names, go }}
      search={{ a: search.a, b: search.b }}
      mayRestore={mayDraft}
      // A rule is called by its matter; its basis is a paragraph.
      callRow={(row) => sayCell(row, 'category') || words.every}
    />
  )
}
