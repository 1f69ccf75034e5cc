import { useRef, useState } from 'react'
import { importCityPart } from '#contract/city-versions.ts'
import { toast } from '../ui/Toasts.tsx'
import type { TableFault } from './Faults.tsx'
import { uploadTable } from './upload-table.ts'
import type { PartState } from './use-part.ts'

/** A table's file out, as the draft or the version in force stands, and in: every bad cell is named and nothing taken. */
export function useTableFile({ part, draft, inForce, changed, refresh }: PartState, taken: (rows: string) => string) {
  const file = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [faults, setFaults] = useState<readonly TableFault[] | null>(null)
  const [no, setNo] = useState<string | null>(null)
  const bring = async (chosen: File | undefined) => {
    if (chosen === undefined) return
    setBusy(true)
    setFaults(null)
    setNo(null)
    const sent = await uploadTable(importCityPart, chosen, { params: { part } })
    setBusy(false)
    if (file.current !== null) file.current.value = ''
    if (!sent.ok) return setNo(sent.words)
    if (sent.reply.draft === null) return setFaults(sent.reply.faults)
    toast(taken(String(sent.reply.draft.rows)))
    await refresh()
  }
  const id = changed && draft !== null ? draft.id : inForce.id
  return { file, busy, faults, setFaults, no, setNo, bring, id }
}
