import { z } from 'zod'
import { type Instant, instantOf, msOf, type StaffId } from '#domain/ids.ts'
import type { Vault } from './vault.ts'

const MINUTES = 15
const Offer = z.object({ secret: z.string(), until: z.string() })

/** A secret on its way to the phone, sealed for its person: nothing is stored before the first code proves it arrived. */
export function sealOffer(vault: Vault, secret: string, staff: StaffId, at: Instant): string {
  const until = instantOf(msOf(at) + MINUTES * 60_000)
  return vault.seal(JSON.stringify({ secret, until }), `totp-offer ${staff}`).toString('base64url')
}

/** The secret, or null when the offer is too old, another person's or made up. */
export function openOffer(vault: Vault, offer: string, staff: StaffId, at: Instant): string | null {
  try {
    const { secret, until } = Offer.parse(
      JSON.parse(vault.open(Buffer.from(offer, 'base64url'), `totp-offer ${staff}`)),
    )
    return at < until ? secret : null
  } catch {
    return null
  }
}
