/*
The sheets that this telephone knows, newest first: those in its outbox with where they stand on their way, and those of which only the server still
tells. A withdrawal that waits here counts at once, because whoever withdrew it must see so.
*/
import type { OutboxItem } from '../../../../app/field/phone.ts'
import type { BlockDetail, ProvisionalState, ProvisionalSummary } from '../../contract-issuing.ts'
import { type SheetData, sheetIn } from './sheet-data.ts'

export type SheetState = OutboxItem['state'] | ProvisionalState | 'withdrawing'
export interface Sheet {
  readonly number: string
  readonly block: string
  readonly state: SheetState
  readonly lotNumber: string
  readonly exporterName: string
  readonly massGrams: number
  readonly issuedOn: string
  readonly refusal: OutboxItem['refusal']
  /** What is printed; null once this telephone has forgotten it. */
  readonly data: SheetData | null
}

const ISSUES = /^\/api\/number-blocks\/([0-9a-f-]{36})\/provisional-certificates$/
const WITHDRAWS = /^\/api\/number-blocks\/[0-9a-f-]{36}\/own-withdrawals$/
const isAlive = ({ state }: Pick<OutboxItem, 'state'>): boolean => state !== 'refused' && state !== 'not-valid'

export function sheetsOf(items: readonly OutboxItem[], blocks: readonly BlockDetail[]): readonly Sheet[] {
  const told = new Map(blocks.flatMap((block) => block.provisional.map((one): [string, ProvisionalSummary] => [one.number, one])))
  const withdrawn = new Map(items.filter((item) => WITHDRAWS.test(item.path) && isAlive(item)).map((item) => [numberIn(item.data), item]))
  const here = items.flatMap((item): readonly Sheet[] => {
    const block = ISSUES.exec(item.path)?.[1]
    const data = block === undefined ? null : sheetIn(item.data)
    if (block === undefined || data === null) return []
    const { number, lotNumber, exporter, massGrams, issuedOn } = data.facts
    const state = stateOf(item, { told: told.get(number), withdrawal: withdrawn.get(number) })
    return [{ number, block, state, lotNumber, exporterName: exporter, massGrams, issuedOn, refusal: item.refusal, data }]
  })
  const known = new Set(here.map((one) => one.number))
  const elsewhere = [...told.values()]
    .filter((one) => !known.has(one.number))
    .map(({ number, block, state, lotNumber, exporterName, massGrams, issuedOn }): Sheet => ({
      ...{ number, block, lotNumber, exporterName, massGrams, issuedOn, refusal: null, data: null },
      state: state === 'provisional' && withdrawn.has(number) ? 'withdrawing' : state,
    }))
  return [...here, ...elsewhere].toSorted((a, b) => (a.number < b.number ? 1 : -1))
}

function stateOf(
  item: OutboxItem,
  { told, withdrawal }: { readonly told: ProvisionalSummary | undefined; readonly withdrawal: OutboxItem | undefined },
): SheetState {
  if (told !== undefined && told.state !== 'provisional') return told.state
  if (withdrawal !== undefined) return withdrawal.state === 'taken' ? 'withdrawn' : 'withdrawing'
  return item.state === 'taken' && told !== undefined ? told.state : item.state
}

const numberIn = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'number' in data && typeof data.number === 'string' ? data.number : ''

/** A sheet that somebody may rely on today. */
export const standsHere = ({ state }: Pick<Sheet, 'state'>): boolean =>
  !['withdrawn', 'withdrawing', 'refused', 'not-valid', 'number-used-twice'].includes(state)
export const mayWithdraw = ({ state }: Pick<Sheet, 'state'>): boolean =>
  ['ready', 'sending', 'kept', 'taken', 'provisional', 'number-used-twice'].includes(state)
