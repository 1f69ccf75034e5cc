import { createContext } from 'react'

/** The city's own name, asked for once by the list and not by every cell of it. */
export const CityName = createContext('')
