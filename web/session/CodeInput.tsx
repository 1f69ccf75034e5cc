import type { Labelled } from '../ui/Field.tsx'
import { TextInput } from '../ui/TextInput.tsx'

/** The six digits of an authenticator app; anything else that is typed or pasted falls away. */
export const CodeInput = ({ code, onCode, ...field }: Labelled & { code: string; onCode: (code: string) => void }) => (
  <TextInput
    {...field}
    value={code}
    onChange={(text) => onCode(text.replace(/\D/g, '').slice(0, 6))}
    inputMode="numeric"
    autoComplete="one-time-code"
  />
)
