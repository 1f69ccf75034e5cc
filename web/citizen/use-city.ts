import { useEffect, useState } from 'react'
import { ask, type Reply } from './ask.ts'

export type CitizenCity = Reply<'citizenCity'>
let known: CitizenCity | null = null

/** The city's name, towns and limits; null until it is there. The pages stand without it. */
export function useCity(): CitizenCity | null {
  const [city, setCity] = useState(known)
  useEffect(() => {
    if (known !== null) return
    let gone = false
    const load = async () => {
      const sent = await ask('citizenCity')
      if (!sent.ok) return
      known = sent.reply
      if (!gone) setCity(known)
    }
    void load()
    window.addEventListener('online', load)
    return () => {
      gone = true
      window.removeEventListener('online', load)
    }
  }, [])
  return city
}
