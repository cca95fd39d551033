/*
The doors of a shared telephone, as screens ask for them. The lock is drawn with the list of seats alone; the store, its cryptography and their libraries
are fetched when a door is tried, so that the first screen comes soon.
*/
import type { Outcome } from '../../kernel/outcome.ts'
import { needRefusals } from '../words.ts'
import { type Seat, type SeatRow, seatOf } from './holders.ts'
import type { Vaults } from './vault-doors.ts'

export type { Contact, Enrolment, Restored } from './vault-doors.ts'

const doors = async (): Promise<Vaults> => (await import('./vault-doors.ts')).vaults()
/** A refusal comes with its sentence: before the telephone is open the sentences are not here. */
async function worded<Value>(outcome: Outcome<Value>): Promise<Outcome<Value>> {
  if (!outcome.ok) await needRefusals()
  return outcome
}

/** Without the library of the store, from the browser's database as it is. */
export function listSeats(): Promise<readonly Seat[]> {
  return new Promise((found, failed) => {
    const opening = indexedDB.open('chanzo-field')
    // Nobody was enrolled: no empty database is left behind for the store to stumble over.
    opening.addEventListener('upgradeneeded', () => opening.transaction?.abort())
    opening.addEventListener('error', (event) => {
      event.preventDefault()
      if (opening.error?.name === 'AbortError') found([])
      else failed(opening.error ?? new Error('the device refused'))
    })
    opening.addEventListener('success', () => {
      const database = opening.result
      database.addEventListener('versionchange', () => database.close())
      const asking: IDBRequest<SeatRow[]> = database.transaction('seats').objectStore('seats').getAll()
      asking.addEventListener('success', () => {
        database.close()
        found(asking.result.map(seatOf))
      })
      asking.addEventListener('error', () => failed(asking.error ?? new Error('the device refused')))
    })
  })
}
export const enrolHolder: Vaults['enrolHolder'] = async (enrolment) => worded(await (await doors()).enrolHolder(enrolment))
export const unlock: Vaults['unlock'] = async (seat, pin, help) => (await doors()).unlock(seat, pin, help)
export const sealedForServer: Vaults['sealedForServer'] = async (seat) => (await doors()).sealedForServer(seat)
export const openAfterNetwork: Vaults['openAfterNetwork'] = async (seat, dataKey, newPin) =>
  worded(await (await doors()).openAfterNetwork(seat, dataKey, newPin))
export const rescueFileOf: Vaults['rescueFileOf'] = async (seat) => worded(await (await doors()).rescueFileOf(seat))
export const restoreFrom: Vaults['restoreFrom'] = async (file, code, newPin) =>
  worded(await (await doors()).restoreFrom(file, code, newPin))
export const removeHolder: Vaults['removeHolder'] = async (seat) => worded(await (await doors()).removeHolder(seat))
export const destroySeat: Vaults['destroySeat'] = async (seat, what) => (await doors()).destroySeat(seat, what)
