/*
A block of numbers that an office may use without network, and what became of each number. A provisional certificate exists from the moment it is printed:
when it arrives it is recorded, also when its number was used before (then neither sheet counts). Withdrawing, closing and reserving are decisions.
A number is given once: to the server's own sequence or to one block, and within it to one sheet.
*/
import type { Decider } from '../../../../kernel/decider.ts'
import { daysBetween } from '../../../../kernel/calendar.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, asId } from '../../../../kernel/schema.ts'
import type { CloseBlock, IssueProvisionally, ReserveBlock, WithdrawProvisional } from '../../contract-issuing.ts'
import type { Mineral } from '../../../sites/contract.ts'
import type { CertificateFacts } from '../code/claims.ts'
import { hsCodes } from '../rulebook.ts'
import { PROVISIONAL_MOST_DAYS, indexIn, numberAt } from '../verify-key.ts'
import type { BlockEvent } from './block-events.ts'

/** Our own proposals (D): a lost telephone can spoil at most so many numbers, for at most so long. */
export const MOST_NUMBERS = 200
export const MOST_DAYS = 366

export type BlockCommand =
  | { readonly kind: 'reserve'; readonly data: Infer<typeof ReserveBlock> }
  | { readonly kind: 'issue'; readonly data: Infer<typeof IssueProvisionally> }
  | { readonly kind: 'withdraw'; readonly data: Infer<typeof WithdrawProvisional> }
  | { readonly kind: 'close'; readonly data: Infer<typeof CloseBlock> }

export interface BlockContext {
  readonly today: string
  readonly account: string
  readonly device: string | null
  /** The telephone that shall hold the block; `null` when there is none that may. */
  readonly holder: { readonly device: string; readonly publicKey: string; readonly organisation: string | null } | null
  readonly office: { readonly id: string; readonly name: string; readonly kind: string } | null
  /** The first number and the first index that nobody has. */
  readonly free: { readonly prefix: string; readonly from: number; readonly firstIndex: number }
  /** The facts of the code in the command, when the key of the block signed it; `null` when it did not. */
  readonly signed: CertificateFacts | null
  /** Numbers of the block under which a certificate was confirmed. */
  readonly confirmed: readonly string[]
}

interface Sheet {
  readonly code: string
  readonly withdrawn: boolean
}
export type BlockState =
  | { readonly state: 'none' }
  | {
      readonly state: 'open' | 'closed'
      readonly device: string
      readonly prefix: string
      readonly from: number
      readonly to: number
      readonly firstIndex: number
      readonly publicKey: string
      readonly sheets: ReadonlyMap<string, Sheet>
    }
type Known = Exclude<BlockState, { state: 'none' }>
type Decision = Outcome<readonly BlockEvent[]>

export const blockDecider: Decider<BlockState, BlockCommand, BlockEvent, BlockContext> = {
  initial: { state: 'none' },
  decide: (block, command, context) => {
    if (command.kind === 'reserve') return block.state === 'none' ? reserve(command.data, context) : refused('block-already-reserved')
    if (block.state === 'none') return refused('unknown-block')
    if (command.kind === 'issue') return record(block, command.data, context)
    if (command.kind === 'withdraw') return withdraw(block, command.data, context)
    if (block.state === 'closed') return refused('block-closed')
    const { why, reason, since } = command.data
    const { today } = context
    if (why === 'lost' && since !== undefined && since > today) return refused('revocation-in-the-future', { on: since })
    const lost = why === 'lost' && since !== undefined && since < today ? { since } : {}
    return accepted([{ kind: 'number-block.closed.v1', payload: { on: today, why, reason, unused: [...unusedOf(block)], ...lost } }])
  },
  evolve: (block, event) => {
    if (event.kind === 'number-block.reserved.v1') {
      const { device, prefix, from, to, firstIndex, publicKey } = event.payload
      return { state: 'open', device, prefix, from, to, firstIndex, publicKey, sheets: new Map() }
    }
    if (block.state === 'none') return block
    if (event.kind === 'number-block.closed.v1') return { ...block, state: 'closed' }
    const { number } = event.payload
    const before = block.sheets.get(number)
    const sheet =
      event.kind === 'certificate.provisional-issued.v1'
        ? { code: before?.code ?? event.payload.code, withdrawn: before?.withdrawn ?? false }
        : { code: before?.code ?? '', withdrawn: true }
    return { ...block, sheets: new Map([...block.sheets, [number, sheet]]) }
  },
}

function reserve(data: Infer<typeof ReserveBlock>, { today, holder, office, free }: BlockContext): Decision {
  if (office === null) return refused('unknown-organisation')
  if (office.kind !== 'ceec' && office.kind !== 'ministry') return refused('not-an-office', { name: office.name })
  if (holder === null || holder.organisation !== office.id) return refused('no-telephone-of-that-office', { name: office.name })
  if (data.size < 1 || data.size > MOST_NUMBERS) return refused('block-size', { size: data.size, most: MOST_NUMBERS })
  const days = daysBetween(today, data.validUntil)
  if (days < 1 || days > MOST_DAYS) return refused('block-term', { days, most: MOST_DAYS })
  const { prefix, from, firstIndex } = free
  const { device, publicKey } = holder
  const payload = { prefix, from, to: from + data.size - 1, firstIndex, publicKey, reservedOn: today, validUntil: data.validUntil }
  const whose = { office: data.office, officeName: office.name, device: asId('device', device) }
  return accepted([{ kind: 'number-block.reserved.v1', payload: { ...whose, ...payload } }])
}

/** On paper already: refused only when it is no sheet of this block at all. */
function record(block: Known, data: Infer<typeof IssueProvisionally>, { account, device, signed }: BlockContext): Decision {
  if (device !== block.device) return refused('block-of-another-telephone')
  const index = signed === null ? null : indexIn(block, signed.number)
  const mineral = signed === null ? null : mineralOf(signed.mineral)
  if (signed === null || mineral === null || index === null || signed.provisional !== true || signed.statusList.index !== index) {
    return refused('provisional-not-of-this-block')
  }
  const days = daysBetween(signed.issuedOn, signed.expiresOn)
  if (days > PROVISIONAL_MOST_DAYS) return refused('provisional-too-long', { days, most: PROVISIONAL_MOST_DAYS })
  const before = block.sheets.get(signed.number)
  if (before?.code === data.code) return accepted([])
  const { number, issuedOn, expiresOn, exporter: exporterName, lotNumber, massGrams, grade, origin, sites, siteCount, tagCount } = signed
  const payload = {
    ...{ number, listIndex: index, issuedOn, expiresOn, validator: asId('account', account), device: asId('device', device) },
    facts: { exporterName, lotNumber, mineral, massGrams, grade, origin: [...origin], sites: [...sites], siteCount, tagCount },
    ...{ terms: data.terms, code: data.code },
  }
  return accepted([
    {
      kind: 'certificate.provisional-issued.v1',
      payload: before === undefined ? payload : { ...payload, problem: 'number-used-twice' as const },
    },
  ])
}

function withdraw(block: Known, { number, reason }: Infer<typeof WithdrawProvisional>, { today, confirmed }: BlockContext): Decision {
  const sheet = block.sheets.get(number)
  if (sheet === undefined) return refused('unknown-provisional', { number })
  if (sheet.withdrawn) return refused('provisional-already-withdrawn', { number })
  if (confirmed.includes(number)) return refused('provisional-already-confirmed', { number })
  return accepted([{ kind: 'certificate.provisional-withdrawn.v1', payload: { number, on: today, reason } }])
}

const minerals = ['Sn', 'Ta', 'W', 'Au'] as const
const mineralOf = (hs: string): Mineral | null => minerals.find((one) => hsCodes[one] === hs) ?? null

/** The numbers of a block for which no sheet is known, as ranges. */
export function unusedOf(block: {
  readonly prefix: string
  readonly from: number
  readonly to: number
  readonly sheets: { readonly has: (number: string) => boolean }
}): readonly { readonly from: number; readonly to: number }[] {
  const ranges: { from: number; to: number }[] = []
  for (let at = block.from; at <= block.to; at++) {
    if (block.sheets.has(numberAt(block.prefix, at))) continue
    const last = ranges.at(-1)
    if (last !== undefined && last.to === at - 1) last.to = at
    else ranges.push({ from: at, to: at })
  }
  return ranges
}
