import { useEffect, useState } from 'react'
import { fileAddress } from './file-address.ts'

type Got = { state: 'opening' } | { state: 'failed' } | { state: 'open'; url: string; bytes: Blob }

/**
 * The content of a file as an address of this page alone: the server gives it for saving only, so that nothing inside it
 * runs in the platform's name, and a blob of a known kind runs nothing either.
 */
export function useFile(orderId: string, file: { file: string; mime: string }): Got {
  const [got, setGot] = useState<Got>({ state: 'opening' })
  const address = fileAddress(orderId, file.file)
  const { mime } = file
  useEffect(() => {
    const stop = new AbortController()
    let url: string | null = null
    setGot({ state: 'opening' })
    fetch(address, { signal: stop.signal })
      .then(async (response) => {
        if (!response.ok) return setGot({ state: 'failed' })
        const bytes = new Blob([await response.arrayBuffer()], { type: mime })
        url = URL.createObjectURL(bytes)
        setGot({ state: 'open', url, bytes })
      })
      .catch(() => stop.signal.aborted || setGot({ state: 'failed' }))
    return () => {
      stop.abort()
      if (url !== null) URL.revokeObjectURL(url)
    }
  }, [address, mime])
  return got
}
