import type { Handlers } from '#contract/api.ts'
import { rights } from '#contract/rights.ts'
import { FOUND_AT_MOST, type SearchFinds } from '#contract/search.ts'
import { findByLastDigits, listOrders } from '#db/order-list.ts'
import { Phone } from '#domain/accept/request.ts'
import type { Category, City, Unit } from '#domain/city/city.ts'
import { findNames, type Named } from '#domain/city/find-names.ts'
import { pathOf } from './category-path.ts'
import { refusedBy } from './http.ts'
import { filterOf, wordsOf } from './order-filter.ts'
import { ordersOfPhone, rowView } from './orders.ts'
import { pinyinOf } from './pinyin.ts'
import { placeHandlers } from './places.ts'
import type { Shell } from './shell.ts'

type Found = SearchFinds['orders']

/** `HL2511240012349`, its beginning from the day on, or the number as another system gave it. */
const NUMBER = /^[A-Za-z]{2,4}[-\d]{4,30}$/
const LAST_FIVE = /^\d{5}$/
/** Seven digits are the shortest number somebody has of their own; spaces and dashes are how people write them. */
const PHONE = /^\+?\d[\d\s-]{5,18}\d$/

const plainNumber = (q: string): string => q.replace(/[\s-]/g, '')

async function byNumber(shell: Shell, q: string): Promise<Found> {
  const query = (no: string) => listOrders(shell.db, filterOf(shell, { no }), FOUND_AT_MOST)
  if (LAST_FIVE.test(q)) {
    const rows = await findByLastDigits(shell.db, q, filterOf(shell, {}), FOUND_AT_MOST)
    return rows.map((row) => ({ reason: 'last-digits', order: rowView(shell, row) }))
  }
  const no = plainNumber(q)
  if (!NUMBER.test(no)) return []
  return (await query(no)).map((row) => ({ reason: 'number', order: rowView(shell, row) }))
}

async function byPhone(shell: Shell, q: string): Promise<{ found: Found; withheld: SearchFinds['withheld'] }> {
  const phone = PHONE.test(q) ? Phone.safeParse(plainNumber(q)) : undefined
  if (phone?.success !== true) return { found: [], withheld: [] }
  // Whoever may not look a number up by its own endpoint may not do it here.
  if (refusedBy(rights.findByPhone, shell.caller) !== null) return { found: [], withheld: ['phone'] }
  const { orders } = await ordersOfPhone(shell, phone.data, FOUND_AT_MOST)
  return { found: orders.map((order) => ({ reason: 'phone', order })), withheld: [] }
}

/** Digits alone are no words: a number that is looked for shall not bring what merely mentions it. */
async function byWords(shell: Shell, q: string): Promise<Found> {
  const words = /^[\d\s+-]+$/.test(q) || NUMBER.test(plainNumber(q)) ? undefined : wordsOf(q)
  if (words === undefined) return []
  const rows = await listOrders(shell.db, { ...filterOf(shell, {}), words }, FOUND_AT_MOST)
  return rows.map((row) => ({ reason: 'words', order: rowView(shell, row) }))
}

type Names = { units: Named<Unit>[]; categories: Named<Category>[] }
const names = new WeakMap<City, Names>()

/** The pinyin of 500 names takes some 40 ms, so it is worked out once per city. */
function namesOf(city: City): Names {
  const known = names.get(city)
  if (known !== undefined) return known
  const named = <T extends { name: string }>(it: T): Named<T> => ({ it, name: it.name, ...pinyinOf(it.name) })
  const found = { units: [...city.units.values()].map(named), categories: [...city.categories.values()].map(named) }
  names.set(city, found)
  return found
}

function categoriesLike(city: City, q: string): SearchFinds['categories'] {
  const exact = [...city.categories.values()].filter(({ code }) => code === q.toUpperCase())
  const found = exact.length > 0 ? exact : findNames(namesOf(city).categories, q, FOUND_AT_MOST)
  return found.map((one) => ({ code: one.code, name: one.name, path: pathOf(city, one) }))
}

async function placesLike(shell: Shell, q: string): Promise<SearchFinds['places']> {
  const found = await placeHandlers.findPlaces(shell, { query: { q, limit: FOUND_AT_MOST } })
  return found.ok ? [...found.reply.places] : []
}

export const searchHandlers = {
  search: async (shell, { body: { q } }) => {
    const digits = /^[\d\s+-]+$/.test(q)
    const [numbers, phone, words, places] = await Promise.all([
      byNumber(shell, q),
      byPhone(shell, q),
      byWords(shell, q),
      digits ? [] : placesLike(shell, q),
    ])
    const units = digits ? [] : findNames(namesOf(shell.city).units, q, FOUND_AT_MOST)
    return {
      ok: true,
      reply: {
        orders: [...numbers, ...phone.found, ...words],
        units: units.map(({ id, name, type }) => ({ id, name, type })),
        places,
        categories: digits ? [] : categoriesLike(shell.city, q),
        withheld: phone.withheld,
      },
    }
  },
} satisfies Partial<Handlers<Shell>>
