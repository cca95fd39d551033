/* Provisional certificates without network: each sheet, and each withdrawal, is kept and sent like everything that a telephone carries. */
import type { OfflinePart } from '../../../../app/field/offline-part.ts'

const TAKEN = /^\/api\/number-blocks\/([0-9a-f-]{36})\/(provisional-certificates|own-withdrawals)$/
const isWithdrawal = (path: string): boolean => path.endsWith('own-withdrawals')
/** A withdrawal names its number; a sheet has it in its code, which is read where there is more room. */
const numberIn = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'number' in data && typeof data.number === 'string' ? data.number : ''

export const provisionalOffline: OfflinePart = {
  subjectOf: (path) => {
    const block = TAKEN.exec(path)?.[1]
    return block === undefined ? null : `number-block:${block}`
  },
  titleOf: async ({ path, data }) =>
    isWithdrawal(path)
      ? { key: 'provisional.short.withdrawal', facts: { number: numberIn(data) } }
      : { key: 'provisional.short.sheet', facts: { number: (await import('../provisional/sheet-data.ts')).numberOf(data) } },
  corrects: () => false,
  correction: () => Promise.resolve(null),
  afterRefusal: ({ path }) => (isWithdrawal(path) ? 'provisional.refused.withdrawal' : 'provisional.refused.sheet'),
  overlay: () => Promise.resolve(undefined),
}
