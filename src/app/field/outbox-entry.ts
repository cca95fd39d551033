/*
How one parcel lies on the telephone: the row that is kept sealed, and the lighter entry that stays in memory while the phone is open. The text
that was signed is only read when it is sent or handed over.
*/
import { parcelInRow, readParcel } from '../../modules/field/domain/parcel.ts'
import type { Parcel } from '../../modules/field/contract.ts'
import type { OnItsWay, OutboxItem } from './phone.ts'
import type { Change } from './sealed-store.ts'

export interface FileNamed {
  readonly sha256: string
  readonly bytes: number
}
/** What the server said, or nothing yet. */
export interface Said {
  readonly state: Exclude<OnItsWay, 'sending'>
  readonly receipt: OutboxItem['receipt']
  readonly refusal: OutboxItem['refusal']
  readonly isDismissed: boolean
  readonly settledAt: string | null
  /** What the server waits for before it applies this one; rows of older versions say nothing. */
  readonly missing?: readonly string[]
}
/** In the box `outbox`, and in `sent` once the server took it. A rescue reads `parcel` of it and nothing else. */
export interface OutboxRow extends Said {
  readonly parcel: Parcel
  readonly subject: string
  readonly mine: boolean
  readonly files: readonly FileNamed[]
}
export interface Entry extends Said {
  readonly id: string
  readonly path: string
  readonly subject: string
  readonly account: string
  readonly happenedAt: string
  readonly after: readonly string[]
  readonly data: unknown
  readonly mine: boolean
  readonly files: readonly FileNamed[]
  /** Characters of the signed text. */
  readonly bytes: number
}

export const notSaid: Said = { state: 'ready', receipt: null, refusal: null, isDismissed: false, settledAt: null }

/** Nobody here has to do anything about it any more. */
export const isSettled = ({ state, isDismissed }: Said): boolean => state === 'taken' || isDismissed

/** Null for a row that this version cannot read: it stays where it is. */
export function entryOf(value: unknown): Entry | null {
  const row = readRow(value)
  const text = row === null ? null : readParcel(row.parcel)
  if (row === null || text === null) return null
  const { parcel, ...light } = row
  const { id, path, account, happenedAt, after, data } = text
  return { ...light, ...{ id, path, account, happenedAt, after, data }, bytes: parcel.text.length }
}

export function readRow(value: unknown): OutboxRow | null {
  const parcel = parcelInRow(value)
  if (parcel === null || !isRow(value)) return null
  return { ...value, parcel }
}

/** Where the row belongs after what was said of it. */
export const rowChanges = (row: OutboxRow): readonly Change[] =>
  isSettled(row)
    ? [
        { box: 'outbox', key: row.parcel.id, drop: true },
        { box: 'sent', key: row.parcel.id, put: row },
      ]
    : [
        { box: 'sent', key: row.parcel.id, drop: true },
        { box: 'outbox', key: row.parcel.id, put: row },
      ]

const STATES = ['ready', 'kept', 'taken', 'refused', 'not-valid']
const isRow = (value: unknown): value is Omit<OutboxRow, 'parcel'> =>
  typeof value === 'object' &&
  value !== null &&
  'subject' in value &&
  typeof value.subject === 'string' &&
  'state' in value &&
  typeof value.state === 'string' &&
  STATES.includes(value.state) &&
  'files' in value &&
  Array.isArray(value.files)
