import type { Handlers } from '#contract/api.ts'
import { peopleByRole } from '#db/staff.ts'
import { Role } from '#domain/city/vocabulary.ts'
import { knowledgeOf, worksCityWide } from './scope.ts'
import type { Shell } from './shell.ts'

export const roleHandlers = {
  listRoles: async ({ db }) => {
    const people = await peopleByRole(db)
    return {
      ok: true,
      reply: {
        roles: Role.options.map((role) => ({
          role,
          people: people.get(role) ?? 0,
          reaches: worksCityWide(role) ? ('city' as const) : ('unit' as const),
          knowsCitizen: knowledgeOf(role),
        })),
      },
    }
  },
} satisfies Partial<Handlers<Shell>>
