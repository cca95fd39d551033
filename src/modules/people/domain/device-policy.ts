/*
What a telephone demands of its holder, until a country sets it otherwise: all our own proposals (D) after the threats of the field
(a phone taken at a roadblock, a phone shared by a team). Three wrong tries are a tired thumb; ten are a guesser; five minutes
are the way from one pit to the next with the phone in a pocket, and three would lock it in the middle of a form.
*/
import type { Evidence } from '../../../kernel/rulebook.ts'

interface Rule {
  readonly value: number
  readonly evidence: Evidence
}
export const DEVICE_RULES = {
  idleMinutes: { value: 3, evidence: 'D' },
  pinTries: { value: 3, evidence: 'D' },
  wipeTries: { value: 10, evidence: 'D' },
  leaseDays: { value: 21, evidence: 'D' },
} as const satisfies { readonly [name: string]: Rule }

export const DEVICE_POLICY = {
  idleMinutes: DEVICE_RULES.idleMinutes.value,
  pinTries: DEVICE_RULES.pinTries.value,
  wipeTries: DEVICE_RULES.wipeTries.value,
  leaseDays: DEVICE_RULES.leaseDays.value,
}

/** Of who holds a key of files (D): three days without contact and it opens by the network only. */
export const KEY_HOLDER_RULES = { idleMinutes: { value: 3, evidence: 'D' }, leaseDays: { value: 3, evidence: 'D' } } as const satisfies {
  readonly [name: string]: Rule
}

/** What a telephone of this role keeps to: that of a person who opens files is asked to come by more often. */
export const devicePolicyOf = (capabilities: ReadonlySet<string>): typeof DEVICE_POLICY | KeyHolderPolicy =>
  capabilities.has('cases.hold-key')
    ? { ...DEVICE_POLICY, idleMinutes: KEY_HOLDER_RULES.idleMinutes.value, leaseDays: KEY_HOLDER_RULES.leaseDays.value }
    : DEVICE_POLICY
type KeyHolderPolicy = Omit<typeof DEVICE_POLICY, 'leaseDays'> & { readonly leaseDays: 3 }
