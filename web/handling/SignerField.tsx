import { listSigners } from '#contract/reply.ts'
import { useWords } from '../language.ts'
import { Combobox } from '../ui/Combobox.tsx'
import type { Labelled } from '../ui/Field.tsx'
import { useApi } from '../use-api.ts'
import { replyWords } from './reply-words.ts'

/** The unit's leaders first, then its liaisons; whoever signs without an account is typed. */
export function SignerField(props: { field: Labelled; value: string; onChange: (name: string) => void }) {
  const words = useWords(replyWords)
  const { data } = useApi(listSigners, {}, { staleTime: 600_000 })
  const typed = props.value.trim()
  const all = data?.signers ?? []
  const isOne = all.some((signer) => signer.name === typed)
  const fitting = all.filter((signer) => typed === '' || isOne || signer.name.includes(typed))
  return (
    <div className="signer">
      <Combobox
        {...props.field}
        text={props.value}
        onText={(text) => props.onChange(text.slice(0, 50))}
        placeholder={words.signerHint}
        options={fitting.map((signer) => ({
          key: signer.name,
          value: signer.name,
          label: (
            <>
              {signer.name}
              {signer.leads && <span className="m3 xs">{words.leads}</span>}
            </>
          ),
        }))}
        onChoose={props.onChange}
      />
    </div>
  )
}
