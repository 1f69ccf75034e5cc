import { Icon } from '../ui/Icon.tsx'
import { useCitizenWords } from './use-citizen-words.ts'
import type { CitizenCity } from './use-city.ts'

export function PrivacyNote() {
  const words = useCitizenWords()
  return (
    <div className="note">
      <Icon name="shield" size={22} />
      <div>
        {words.privacy}
        <details>
          <summary>{words.privacyMore}</summary>
          <ul>
            {words.privacyLines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      </div>
    </div>
  )
}

/** The city's own list, told before somebody writes in vain; the words are those the seats say. */
export function NotAccepted({ reasons }: { reasons: CitizenCity['notAccepted'] }) {
  const words = useCitizenWords()
  return (
    <details className="more">
      <summary>{words.notAccepted}</summary>
      <dl lang="zh-CN">
        {reasons.map(({ code, name, script }) => (
          <div key={code}>
            <dt>{name}</dt>
            <dd className="hint">{script}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
