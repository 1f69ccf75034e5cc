import type { ReactNode } from 'react'

/** The head of a table whose columns are named by words alone; a last column of buttons comes as its own `th`. */
export const ColumnHeads = ({ of, children }: { of: readonly string[]; children?: ReactNode }) => (
  <thead>
    <tr>
      {of.map((head) => (
        <th key={head} scope="col">
          {head}
        </th>
      ))}
      {children}
    </tr>
  </thead>
)
