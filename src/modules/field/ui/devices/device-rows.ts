/* The office's list of telephones as the server gives it, and its order: what needs somebody first. */

/** One row of `GET /api/field/devices`. */
export interface FieldDevice {
  readonly device: string
  readonly account: string
  readonly role: string
  readonly organisation: string | null
  readonly territory: 'everywhere' | readonly string[]
  readonly enrolledAt: string
  readonly lastSeenAt: string | null
  readonly appVersion: string | null
  readonly unsent: number | null
  readonly oldestUnsentAt: string | null
  readonly clockOffsetSeconds: number | null
  readonly isPersisted: boolean | null
  readonly freeBytes: number | null
  readonly late: boolean
  readonly removed: { readonly at: string; readonly reason: string } | null
  readonly shut: 'account-closed' | 'device-role-withdrawn' | 'office-locked-down' | 'account-at-rest' | null
}
export interface FieldDevices {
  readonly devices: readonly FieldDevice[]
  readonly late: number
  readonly rules: { readonly silentDays: number; readonly unsentDays: number }
}

/** The end of an identifier: enough to tell two apart, and what people see on their own pages. */
export const endOf = (id: string): string => id.slice(-8)

/** Sorts late ones first, then those in use, the longest silent first; then those that are shut, those that were removed last. */
export const urgency = ({ removed, shut, late, lastSeenAt, enrolledAt }: FieldDevice): string =>
  `${removed ? 3 : shut ? 2 : late ? 0 : 1} ${lastSeenAt ?? enrolledAt}`
