const BROWSERS = [
  ['Edge', /Edg\/(\d+)/],
  ['Firefox', /Firefox\/(\d+)/],
  ['Chrome', /Chrome\/(\d+)/],
  ['Safari', /Version\/(\d+).*Safari/],
] as const
const SYSTEMS = [
  ['Windows', /Windows/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
] as const

/** `Chrome 156 · Windows`: enough to know one's own devices by; the rest of the header is nobody's interest. */
export function browserName(agent: string): string {
  const browser = BROWSERS.map(([name, sign]) => [name, sign.exec(agent)?.[1]] as const).find(
    ([, version]) => version !== undefined,
  )
  const system = SYSTEMS.find(([, sign]) => sign.test(agent))?.[0]
  if (browser === undefined) return agent.slice(0, 30) || '—'
  return [`${browser[0]} ${browser[1]}`, system].filter((part) => part !== undefined).join(' · ')
}
