/** `--orders 10000 --seed-only`: what a bench asks for by name, with the value that stands when it is not given. */
export type Options = {
  number(name: string, otherwise: number): number
  text(name: string): string | null
  flag(name: string): boolean
}

export class WrongOption extends Error {}

/** Reads `--name value` and bare `--name`; anything else is refused by name. */
export function optionsFrom(args: readonly string[]): Options {
  const given = new Map<string, string>()
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? ''
    const name = /^--([a-z-]+)$/.exec(arg)?.[1]
    if (name === undefined) throw new WrongOption(`"${arg}" is no option: options look like --orders 10000`)
    const next = args[i + 1]
    const hasValue = next !== undefined && !next.startsWith('--')
    given.set(name, hasValue ? next : '')
    if (hasValue) i += 1
  }
  return {
    number: (name, otherwise) => {
      const text = given.get(name)
      if (text === undefined) return otherwise
      const value = Number(text)
      if (text === '' || !Number.isFinite(value) || value < 0) throw new WrongOption(`--${name} needs a number`)
      return value
    },
    text: (name) => given.get(name) || null,
    flag: (name) => given.has(name),
  }
}
