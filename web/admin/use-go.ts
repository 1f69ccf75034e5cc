import { useNavigate, useSearch } from '@tanstack/react-router'
import type { z } from 'zod'

type Go<Search> = (more: Partial<Search>, replace?: boolean) => void

/** The page's state in its address, and the way to change a part of it. */
export function useGo<const Schema extends z.ZodObject>(schema: Schema): [z.output<Schema>, Go<z.output<Schema>>] {
  const navigate = useNavigate()
  const search = schema.parse(useSearch({ strict: false }))
  const go: Go<z.output<Schema>> = (more, replace = false) =>
    void navigate({ to: '.', search: { ...search, ...more } as never, replace })
  return [search, go]
}
