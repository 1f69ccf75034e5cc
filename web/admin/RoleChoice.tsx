import { Role } from '#domain/city/vocabulary.ts'
import { useLanguage, useSay } from '../language.ts'
import { Check } from '../ui/Check.tsx'
import { roleWords } from '../words/role.ts'
import { dutiesOf } from './role-duties.ts'

const NAMED = 4

/** Every role with the first things it may do, so that nobody has to know the matrix by heart. */
export function RoleChoice({ chosen, onChange }: { chosen: readonly Role[]; onChange: (roles: Role[]) => void }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <ul className="admin-roles">
      {Role.options.map((role) => {
        const duties = dutiesOf(role)
        const named = duties.slice(0, NAMED).map((one) => say(one.words))
        return (
          <li key={role}>
            <Check
              checked={chosen.includes(role)}
              onChange={(on) => onChange(on ? [...chosen, role] : chosen.filter((one) => one !== role))}
            >
              {say(roleWords[role])}
            </Check>
            {chosen.includes(role) && language === 'zh' && (
              <p className="xs m3">
                {named.join(say({ zh: '、', en: ', ' }))}
                {duties.length > NAMED && ` 等 ${duties.length} 项`}
              </p>
            )}
            {chosen.includes(role) && language === 'en' && <p className="xs m3">{named.join('; ')}</p>}
          </li>
        )
      })}
    </ul>
  )
}
