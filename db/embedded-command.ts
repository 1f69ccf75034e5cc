import type { Account } from '#db/embedded-account.ts'

/** PG… variables of the person at the terminal must not steer the server; English messages are what our code reads. */
export const serverEnvironment = { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8', TZ: 'UTC' }

type Command = { program: string; args: string[]; user: { uid?: number; gid?: number } }

/**
 * Behind closed folders the unprivileged account keeps one capability, which takes it past the parents; what it makes is
 * still its own. DAC_READ_SEARCH would permit less, but containers take that from root, and it does not run programs of
 * mode 700, which npm unpacks under umask 077. The secure bit is for access(2), by which PostgreSQL looks for its own
 * programs: without it the kernel leaves capabilities out there. `setpriv` becomes the program, under the same number.
 */
export function commandAs(account: Account, program: string, args: string[]): Command {
  if (account === undefined) return { program, args, user: {} }
  const { uid, gid } = account
  if (account.parents === 'open') return { program, args, user: { uid, gid } }
  const who = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  const what = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup']
  return { program: 'setpriv', args: [...who, ...what, '--', program, ...args], user: {} }
}
