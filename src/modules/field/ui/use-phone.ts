/* The open telephone as hooks: what waits, how sending goes. A desk has none. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { listenToPhone, openPhone, type OutboxItem, type Phone, type SyncState } from '../../../app/field/phone.ts'

export const usePhone = (): Phone | null => useSyncExternalStore(listenToPhone, openPhone)

export function useSyncState(phone: Phone): SyncState {
  const [state, setState] = useState(() => phone.sync.state())
  useEffect(() => {
    setState(phone.sync.state())
    return phone.sync.listen(() => setState(phone.sync.state()))
  }, [phone])
  return state
}

/** Null until the box was read. Read again whenever sending moves, and when the page is looked at again. */
export function useOutbox(phone: Phone): { readonly items: readonly OutboxItem[] | null; readonly again: () => void } {
  const [items, setItems] = useState<readonly OutboxItem[] | null>(null)
  const [turn, setTurn] = useState(0)
  const state = useSyncState(phone)
  useEffect(() => {
    let wanted = true
    void phone.outbox.items().then((found) => {
      if (wanted) setItems(found)
    })
    return () => {
      wanted = false
    }
  }, [phone, turn, state])
  return { items, again: () => setTurn((before) => before + 1) }
}

/** How many drafts have two versions; counted again whenever sending moves. */
export function useParted(phone: Phone): number {
  const [parted, setParted] = useState(0)
  const state = useSyncState(phone)
  useEffect(() => {
    let wanted = true
    void phone.store.list('draft').then((rows) => {
      if (wanted) setParted(rows.filter(({ value }) => isParted(value)).length)
    })
    return () => {
      wanted = false
    }
  }, [phone, state])
  return parted
}
const isParted = (value: unknown): boolean => typeof value === 'object' && value !== null && 'parted' in value && value.parted === true
