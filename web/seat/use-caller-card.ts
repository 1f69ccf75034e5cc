import { useEffect, useRef } from 'react'
import { caller } from '#contract/seat.ts'
import { Phone } from '#domain/accept/request.ts'
import { useApi } from '../use-api.ts'
import { genderOf, type SeatForm } from './seat-form.ts'
import { useDebounced } from './use-debounced.ts'

const PAUSE = 300

/** Who the number belongs to; how they are called and when to reach them goes into the form once, to be corrected there. */
export function useCallerCard(form: SeatForm, change: (patch: Partial<SeatForm>) => void, rings: boolean) {
  const typed = useDebounced(form.callerPhone, PAUSE)
  // A number that rings is whole, and one that was taken out belongs to nobody here: only typing is waited for.
  const phone = rings || form.callerPhone === '' ? form.callerPhone : typed
  const known = Phone.safeParse(phone).success
  const card = useApi(caller, { body: { phone } }, { enabled: known, staleTime: 30_000 })
  const filledFor = useRef('')
  const { data: told } = card
  const call = `${form.callId ?? ''} ${phone}`
  useEffect(() => {
    if (told === undefined || !known || phone !== form.callerPhone || filledFor.current === call) return
    filledFor.current = call
    if (form.name !== '' || form.contactWindow !== '') return
    const name = told.address ?? ''
    if (name === '' && told.contactWindow === null) return
    change({
      name,
      gender: genderOf(name) ?? 'unknown',
      contactWindow: told.contactWindow ?? '',
      appellantType: told.appellantType ?? 'person',
    })
  }, [told, known, phone, call, form.callerPhone, form.name, form.contactWindow, change])
  return {
    phone,
    known: known && phone === form.callerPhone,
    card: known ? card : null,
    forget: () => {
      filledFor.current = ''
    },
  }
}
