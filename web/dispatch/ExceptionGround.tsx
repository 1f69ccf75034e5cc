import { useWords } from '../language.ts'
import { TextInput } from '../ui/TextInput.tsx'

const wordsOf = {
  zh: {
    ground: '例外依据',
    help: '部门的事派给街道社区要有依据，如会议纪要、履职清单条目；随派单人姓名留痕。',
  },
  en: {
    ground: 'Ground of the exception',
    help: 'A department’s matter goes to a street only on a ground, such as minutes or an item of its duty list; kept with your name.',
  },
}
const GROUND_MAX = 200

/** 国办函〔2025〕66号 (5): asked where the catalogue says that a department must do it. */
export function ExceptionGround({ value, onChange }: { value: string; onChange: (ground: string) => void }) {
  const words = useWords(wordsOf)
  return (
    <div className="sec reason">
      <header>
        <h2>
          <label htmlFor="exception" className="req">
            {words.ground}
          </label>
        </h2>
      </header>
      <p className="xs m3" id="exception-help">
        {words.help}
      </p>
      <div className="gap">
        <TextInput
          id="exception"
          aria-describedby="exception-help"
          value={value}
          onChange={(ground) => onChange(ground.slice(0, GROUND_MAX))}
        />
      </div>
    </div>
  )
}
