import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { importStaff, listStaff } from '#contract/admin.ts'
import { useWords } from '../language.ts'
import type { ReplyOf } from '../send.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Note } from '../ui/Note.tsx'
import { Faults } from './Faults.tsx'
import { CopyButton } from './FirstPassword.tsx'
import { peopleWords } from './people-words.ts'
import { uploadTable } from './upload-table.ts'

type Told = ReplyOf<typeof importStaff>

/** First what the table would do, then doing it, then the first passwords: shown this once, as a list. */
export function ImportPeople({ onClose }: { onClose: () => void }) {
  const words = useWords(peopleWords)
  const cache = useQueryClient()
  const file = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<File | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const [done, setDone] = useState(false)
  const [no, setNo] = useState<string | null>(null)
  const ask = async (table: File, dryRun: 'yes' | 'no') => {
    setNo(null)
    const sent = await uploadTable(importStaff, table, { query: { dryRun } })
    if (!sent.ok) return setNo(sent.words)
    setTold(sent.reply)
    if (dryRun === 'yes' || sent.reply.faults.length > 0) return
    setDone(true)
    await cache.invalidateQueries({ queryKey: [listStaff.path] })
  }
  const nothing = told !== null && told.created.length + told.changed.length === 0
  const faults = told?.faults.length ?? 0
  const whyNot =
    told === null ? words.chooseFirst : faults > 0 ? words.mendFirst(String(faults)) : nothing ? words.nothing : null
  const list = (told?.created ?? [])
    .map(({ login, name, password }) => `${login}\t${name}\t${password ?? ''}`)
    .join('\n')
  return (
    <Dialog
      title={words.importTitle}
      shape="wide"
      dismissable={!done}
      onClose={onClose}
      foot={
        done ? (
          <Button onClick={onClose}>{words.done}</Button>
        ) : (
          <>
            <Button look="go" whyNot={whyNot} onClick={() => chosen !== null && void ask(chosen, 'no')}>
              {words.doIt}
            </Button>
            <Button onClick={() => file.current?.click()}>{words.choose}</Button>
            {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
          </>
        )
      }
    >
      <p className="s m2">{words.importTold}</p>
      <input
        ref={file}
        type="file"
        accept=".xlsx,.csv"
        className="sr"
        tabIndex={-1}
        aria-label={words.choose}
        onChange={(event) => {
          const [table] = event.target.files ?? []
          if (table === undefined) return
          setChosen(table)
          setTold(null)
          void ask(table, 'yes')
        }}
      />
      {no !== null && (
        <div role="alert">
          <Note tone="r">{no}</Note>
        </div>
      )}
      {told !== null && told.faults.length > 0 && <Faults faults={told.faults} />}
      {told !== null && told.faults.length === 0 && (
        <p role="status">
          {done && <b>{words.imported} </b>}
          {words.will(String(told.created.length), String(told.changed.length), String(told.unchanged))}
        </p>
      )}
      {done && told !== null && told.created.length > 0 && (
        <>
          <h3 className="t3">{words.firstList}</h3>
          <table className="tbl">
            <thead>
              <tr>
                <th scope="col">{words.login}</th>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.password}</th>
              </tr>
            </thead>
            <tbody>
              {told.created.map((one) => (
                <tr key={one.login}>
                  <td>{one.login}</td>
                  <td>{one.name}</td>
                  <td>
                    <code>{one.password}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className="flex">
            <CopyButton text={list} label={words.copyAll} />
          </div>
          <p className="s m2">{words.passwordTold}</p>
        </>
      )}
    </Dialog>
  )
}
