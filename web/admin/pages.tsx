import { PartPage } from './PartPage.tsx'
import { PlainTable } from './PlainTable.tsx'
import { SlaExample } from './SlaExample.tsx'
import { SlaTable } from './SlaTable.tsx'
import { TreeTable } from './TreeTable.tsx'

/** The city's tables as pages; what differs is how their rows are shown. */
export const UnitsPage = () => <PartPage part="units" table={TreeTable} />
export const CategoriesPage = () => <PartPage part="categories" table={TreeTable} />
export const RulesPage = () => <PartPage part="rules" table={PlainTable} ordered />
export const SlaPage = () => (
  <PartPage part="sla" table={SlaTable} ordered example={(row) => <SlaExample row={row} />} />
)
