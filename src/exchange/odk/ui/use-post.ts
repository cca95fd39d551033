/* One plain request at a time, with its trouble: for what is no command of the log. */
import { useState } from 'react'
import { post } from '../../../app/api.ts'

export function usePost<Data>(path: string) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  /** Null when it was not done; the reason is then in `error`. */
  const send = async (body: object): Promise<Data | null> => {
    setBusy(true)
    setError(null)
    try {
      return await post<Data>(path, body)
    } catch (fault) {
      setError(fault)
      return null
    } finally {
      setBusy(false)
    }
  }
  return { send, busy, error, forget: () => setError(null) }
}
