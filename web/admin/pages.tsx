import { HandOvers } from './HandOvers.tsx'
import { PartPage } from './PartPage.tsx'
import { SlaTable } from './SlaTable.tsx'
import { TreeTable } from './TreeTable.tsx'
import { useDueHint } from './use-due-hint.ts'

/** The city's tables as pages; what differs is how their rows are shown. */
export const UnitsPage = () => <PartPage part="units" table={TreeTable} history={<HandOvers />} />
export const CategoriesPage = () => <PartPage part="categories" table={TreeTable} />

export function SlaPage() {
  const hint = useDueHint()
  return <PartPage part="sla" table={SlaTable} ordered hint={hint} />
}
